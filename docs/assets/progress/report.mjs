/** What the reader's answers say, as parts of a page. */

import { byItem } from "../core/history.mjs"
import { readiness } from "../core/readiness.mjs"
import { stillAhead } from "../core/schedule.mjs"
import { score, scoreItems } from "../core/score.mjs"
import { streak } from "../core/streak.mjs"
import { counted } from "../core/words.mjs"
import { planUntil } from "../core/workload.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { calibrationPart } from "./calibration-chart.mjs"
import { daysPart } from "./days-chart.mjs"
import { examsPart } from "./exams-part.mjs"
import { readinessPart } from "./readiness-table.mjs"
import { strip } from "./strip.mjs"
import { topicsPart } from "./topics.mjs"

/**
 * @param {Index} index
 * @param {Contents} contents
 * @param {number} now
 */
export function report(index, { attempts, exams, settings }, now) {
  if (attempts.length === 0) return [welcome()]
  const items = index.quizzes.flatMap(({ items }) => items)
  const histories = byItem(attempts, now)
  const examDay = stillAhead(settings.examDay ?? null, now)
  const scores = scoreItems([...items, ...index.terms], histories, now, examDay)
  const known = attempts.filter(({ item }) => scores.has(item))
  const ready = readiness(index, histories, now)
  return [
    paceLine(planUntil(examDay, items, histories, now)),
    strip(score(items, histories), streak(attempts, now), ready),
    topicsPart(index, scores),
    make(
      "div",
      { className: "progress__charts" },
      make("section", { className: "card" }, make("h2", {}, "Activity"), ...daysPart(known, now)),
      make(
        "section",
        { className: "card" },
        make("h2", {}, "Confidence and accuracy"),
        ...calibrationPart(known, items, histories),
      ),
    ),
    readinessPart(ready),
    examsPart(
      exams.filter(({ handedIn }) => handedIn !== null),
      attempts,
    ),
    ...gone(attempts.length - known.length),
  ]
}

const welcome = () => {
  const check = linkTo("practice/mock-exam/?questions=10&start=1", "Take a 10-question check")
  check.className = "btn btn--primary btn--big"
  const read = linkTo("foundations/overview/", "or start with the overview")
  read.className = "quiet"
  return make(
    "section",
    { className: "card progress__welcome" },
    make("h2", {}, "Nothing to show yet"),
    make(
      "p",
      {},
      "Answer a few questions, and this page shows what you know, what to read again, and when you are ready.",
    ),
    make("p", { className: "progress__go" }, check, read),
    make(
      "p",
      { className: "small soft" },
      "Did you practice in another browser? Export there, and import the file below.",
    ),
  )
}

/** @param {ReturnType<typeof planUntil>} plan */
function paceLine(plan) {
  if (!plan)
    return make(
      "p",
      { className: "soft" },
      linkTo("practice/review/#plan", "Set the day of your exam"),
      " to see where this pace takes you.",
    )
  const share = Math.round(100 * plan.covered)
  const days =
    plan.days === 0 ? "Your exam is today." : `${counted(plan.days, "day")} to your exam.`
  const pace =
    plan.unseen === 0
      ? "You have seen every question."
      : `At this pace you will have seen ${share}% of the questions by then.`
  return make("p", { className: "soft" }, `${days} ${pace}`)
}

/** @param {number} answers */
const gone = (answers) =>
  answers === 0
    ? []
    : [
        make(
          "p",
          { className: "small soft" },
          `Answers to questions that are no longer in the guide: ${answers}. They are kept and not counted.`,
        ),
      ]
