/** The result of a mock exam: the score, where it comes from, and every question explained. */

import { nameOfTime } from "../core/days.mjs"
import { grouped, results, rightOf, timeUsed } from "../core/exam.mjs"
import { duration, percent, share } from "../core/words.mjs"
import { button, heading, row } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { table } from "../ui/table.mjs"
import { explain } from "./questions.mjs"

const VERDICTS = { correct: "Right", incorrect: "Not right", unanswered: "Not answered" }
const GONE = "No longer in the guide"

/**
 * @param {Exam} exam
 * @param {readonly Attempt[]} attempts
 * @param {Index} index
 * @param {Papers | null} papers - null if they could not be had
 * @param {{ retry: () => void, leave: () => void }} uses - *retry* gets the papers again
 */
export function resultScreen(exam, attempts, { quizzes, objectives, exam: { scale } }, papers, { retry, leave }) {
  const found = results(exam, attempts)
  const right = rightOf(found)
  const missed = found.filter(({ outcome }) => outcome !== "correct")
  const known = new Map(quizzes.flatMap((quiz) => quiz.items.map((item) => [item.id, { ...item, quiz }])))
  /** @param {Result} result */
  const objective = ({ item }) => known.get(item)?.objective ?? GONE
  /** @param {Result} result */
  const title = ({ item }) => known.get(item)?.quiz.title ?? GONE
  const timer = exam.deadline === null ? "without a timer" : "with a timer"
  return make("section", { className: "quiz-exam__result" },
    heading("Your result"),
    make("p", { className: "quiz-exam__score" }, share(right, found.length)),
    make("p", {}, `${nameOfTime(exam.started)}, ${timer}. Time used: ${duration(timeUsed(exam))}.`),
    ...(scale ? [make("p", {}, scale)] : []),
    row(
      ...(missed.length > 0 ? [practise()] : []),
      button("Print", () => print()), button("Back to the start", leave),
    ),
    make("div", { className: "quiz-exam__halves" },
      make("div", {},
        shares("By objective", "Objective", grouped(found, objective), (name) => `${name} ${objectives[name] ?? ""}`),
        ...toRead(missed.flatMap(({ item }) => known.get(item)?.quiz ?? []))),
      shares("By topic", "Quiz", grouped(found, title))),
    make("h2", {}, "Every question"),
    ...(papers ? explained(found, papers) : [make("p", {}, "The questions could not be loaded. Your result is safe."), row(button("Try again", retry))]),
  )
}

const practise = () =>
  Object.assign(linkTo("practice/review/#missed", "Practise what I missed"), { className: "md-button md-button--primary" })

/** @param {string} caption @param {string} column @param {readonly { name: string, results: Result[] }[]} groups */
function shares(caption, column, groups, wordsOf = (/** @type {string} */ name) => name) {
  const rows = groups.map(({ name, results: { length }, results }) => {
    const right = rightOf(results)
    const bar = make("meter", { max: length, value: right, ariaHidden: "true" })
    return [wordsOf(name), `${right} of ${length}`, make("span", {}, bar, ` ${percent(right, length)}`)]
  })
  return table(caption, [column, "Right", "Share"], rows)
}

/** The pages of the questions missed, those with the most first. @param {readonly QuizEntry[]} quizzes */
function toRead(quizzes) {
  if (quizzes.length === 0) return []
  const missed = (/** @type {QuizEntry} */ quiz) => quizzes.filter(({ slug }) => slug === quiz.slug).length
  const pages = [...new Map(quizzes.map((quiz) => [quiz.slug, quiz])).values()].sort((one, other) => missed(other) - missed(one))
  const entries = pages.map((quiz) =>
    make("li", {}, linkTo(quiz.page, quiz.title), `: ${missed(quiz)} missed`))
  return [make("h2", {}, "Read again"), make("ul", {}, ...entries)]
}

/** @param {readonly Result[]} results @param {Papers} papers */
function explained(results, papers) {
  const only = make("input", { type: "checkbox", name: "missed" })
  const entries = results.map((result, at) => {
    const paper = papers.get(result.item)
    const isSame = paper?.revision === result.revision
    const entry = make("article", { className: "quiz-exam__entry" },
      make("h3", {}, `${at + 1}. ${VERDICTS[result.outcome]}`),
      paper && isSame ? explain(paper, result) : make("p", {}, `Question “${result.item}”: ${paper ? "changed since" : "no longer in the guide"}. It counts as it was graded then.`),
    )
    entry.dataset.result = result.outcome
    return entry
  })
  return [make("label", { className: "quiz-exam__only" }, only, " Only what I missed"), ...entries]
}
