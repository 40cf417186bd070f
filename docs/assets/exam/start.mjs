/** The start of a mock exam: the one in progress, a new one, and those that were submitted. */

import { nameOfTime } from "../core/days.mjs"
import { results, rightOf, timeLeft, timeUsed } from "../core/exam.mjs"
import { counted, duration, percent } from "../core/words.mjs"
import { button, folded, heading, mainButton, row } from "../ui/controls.mjs"
import { keysButton } from "../ui/keys.mjs"
import { make } from "../ui/make.mjs"
import { table } from "../ui/table.mjs"
import { KEYS } from "./keys.mjs"
import { newExamForm } from "./new-exam-form.mjs"
import { trend } from "./trend.mjs"

/** @typedef {(exam: Exam) => void} Use */
/** @typedef {{ choice: ExamChoice, size: number, isTimed: boolean }} NewExam */

/**
 * @typedef {object} Offer
 * @property {Index} index
 * @property {ExamSettings} settings
 * @property {ExamChoice} choice - what the address asks for
 * @property {number} size
 * @property {(choice: ExamChoice) => readonly Candidate[]} wanted
 */

/**
 * @param {readonly Exam[]} exams - the oldest first
 * @param {readonly Attempt[]} attempts
 * @param {Offer} offer
 * @param {{ start: (exam: NewExam) => void, open: Use, discard: Use }} uses
 */
export function startScreen(exams, attempts, offer, { start, open, discard }) {
  const current = exams.filter(({ handedIn }) => handedIn === null).reverse()
  const past = exams.filter(({ handedIn }) => handedIn !== null)
  return make(
    "section",
    { className: "exam-start" },
    ...current.map((exam) => currentExam(exam, open, discard)),
    make(
      "div",
      { className: "exam-new" },
      heading("New exam"),
      newExamForm(offer, start),
      make("p", {}, keysButton(KEYS)),
    ),
    ...(past.length > 0 ? [pastExams(past, attempts, offer.settings.goal, open)] : []),
  )
}

/** @param {Exam} exam @param {Use} open @param {Use} discard */
function currentExam(exam, open, discard) {
  const answered = Object.keys(exam.responses).length
  const card = make(
    "div",
    { className: "exam-panel card" },
    heading("Exam in progress"),
    make(
      "p",
      {},
      `Started on ${nameOfTime(exam.started)}: ${answered} of ${counted(exam.items.length, "question")} answered, ${timeOf(exam)}.`,
    ),
    row(
      mainButton("Resume", () => open(exam)),
      button("Discard", () => swap(card, discardPanel(exam, card, discard))),
    ),
  )
  return card
}

/** @param {Exam} exam */
function timeOf(exam) {
  const left = timeLeft(exam, Date.now())
  if (left === null) return "no timer"
  return left === 0
    ? "the time is up"
    : `${duration(left)} left${exam.paused === null ? "" : ", paused"}`
}

/** @param {Exam} exam @param {HTMLElement} card @param {Use} discard */
function discardPanel(exam, card, discard) {
  const panel = make(
    "div",
    { className: "exam-panel card" },
    heading("Discard this exam?"),
    make("p", {}, "Its answers are forgotten, and none of them counts."),
    row(
      button("Discard the exam", () => discard(exam), "btn btn--danger"),
      button("Keep it", () => swap(panel, card)),
    ),
  )
  return panel
}

/** @param {HTMLElement} old @param {HTMLElement} fresh */
function swap(old, fresh) {
  old.replaceWith(fresh)
  fresh.querySelector("h2")?.focus()
}

/**
 * @param {readonly Exam[]} exams
 * @param {readonly Attempt[]} attempts
 * @param {number} goal
 * @param {Use} open
 */
function pastExams(exams, attempts, goal, open) {
  const rows = exams.toReversed().map((exam) => {
    const graded = results(exam, attempts)
    const look = button(nameOfTime(exam.started), () => open(exam), "quiet")
    return [
      look,
      `${rightOf(graded)} of ${graded.length}`,
      percent(rightOf(graded), graded.length),
      duration(timeUsed(exam)),
    ]
  })
  const list = table("Your exams", ["Started", "Right", "Share", "Time"], rows)
  list.classList.add("exam-past__table")
  return make(
    "div",
    { className: "exam-past" },
    ...(exams.length > 1
      ? [make("h2", {}, "Your exams"), trend(exams, attempts, goal), folded("All of them", list)]
      : [list]),
  )
}
