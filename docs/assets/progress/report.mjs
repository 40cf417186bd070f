/** What the reader's answers tell, as parts of a page. */

import { dayOf, nameOf } from "../core/days.mjs"
import { results, rightOf } from "../core/exam.mjs"
import { byItem } from "../core/history.mjs"
import { stillAhead } from "../core/schedule.mjs"
import { scoreItems } from "../core/score.mjs"
import { counted, percent } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { table } from "../ui/table.mjs"
import { calibrationPart } from "./calibration-chart.mjs"
import { daysPart } from "./days-chart.mjs"
import { nextSteps, welcome } from "./next-steps.mjs"
import { scoreTables } from "./score-tables.mjs"

const EXAMS = 5

/**
 * @param {Index} index
 * @param {Contents} kept
 * @param {number} now
 */
export function report(index, { attempts, exams, settings }, now) {
  if (attempts.length === 0) return welcome(index)
  const items = [...index.quizzes.flatMap(({ items }) => items), ...index.terms]
  const histories = byItem(attempts, now)
  const scores = scoreItems(items, histories, now, stillAhead(settings.examDay ?? null, now))
  const known = attempts.filter(({ item }) => scores.has(item))
  return [
    ...nextSteps(index, histories, scores),
    make("h2", {}, "Scores"),
    ...scoreTables(index, scores),
    ...gone(attempts.length - known.length),
    make("h2", {}, "Answers a day"),
    ...daysPart(known, now),
    make("h2", {}, "How sure, how right"),
    ...calibrationPart(known),
    make("h2", {}, "Mock exams"),
    ...examsPart(exams.filter(({ handedIn }) => handedIn !== null), attempts),
  ]
}

/** @param {number} answers */
const gone = (answers) =>
  answers === 0 ? [] : [make("p", {}, `Answers to questions that are no longer in the guide: ${answers}. They are kept and not counted.`)]

/**
 * @param {readonly Exam[]} exams - handed in
 * @param {readonly Attempt[]} attempts
 */
function examsPart(exams, attempts) {
  if (exams.length === 0) return [make("p", {}, linkTo("practice/mock-exam/", "Sit a mock exam"), " once you have seen most of the questions.")]
  const latest = [...exams].sort((one, other) => Number(other.handedIn) - Number(one.handedIn)).slice(0, EXAMS)
  const rows = latest.map((exam) => {
    const found = results(exam, attempts)
    const link = linkTo(`practice/mock-exam/#exam-${exam.id}`, nameOf(dayOf(Number(exam.handedIn))))
    return [link, `${rightOf(found)} of ${found.length}`, percent(rightOf(found), found.length)]
  })
  return [
    table("The latest", ["Handed in", "Right", "Share"], rows),
    make("p", {}, linkTo("practice/mock-exam/", counted(exams.length, "mock exam")), " so far."),
  ]
}
