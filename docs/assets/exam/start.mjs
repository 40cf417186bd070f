/** The start of a mock exam: a new one, one that is open, and those handed in. */

import { nameOfTime } from "../core/days.mjs"
import { results, rightOf, timeLeft, timeUsed, wholeTime } from "../core/exam.mjs"
import { counted, duration, share } from "../core/words.mjs"
import { button, heading, mainButton, row } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { table } from "../ui/table.mjs"
import { shortcutHelp } from "./shortcuts.mjs"

const USUAL_SIZE = 20

/** @typedef {(exam: Exam) => void} Use */

/**
 * @param {readonly Exam[]} exams - the oldest first
 * @param {readonly Attempt[]} attempts
 * @param {Pick<Index, "exam">} index
 * @param {{ start: (size: number, isTimed: boolean) => void, open: Use, discard: Use }} uses
 */
export function startScreen(exams, attempts, { exam }, { start, open, discard }) {
  const current = exams.filter(({ handedIn }) => handedIn === null).reverse()
  const past = exams.filter(({ handedIn }) => handedIn !== null).reverse()
  return make("section", { className: "quiz-exam__start" },
    ...current.map((exam) => currentExam(exam, open, discard)),
    heading("A new exam"),
    newExamForm(exam, start),
    shortcutHelp(),
    ...(past.length > 0 ? [pastExams(past, attempts, open)] : []),
  )
}

/** @param {Exam} exam @param {Use} open @param {Use} discard */
function currentExam(exam, open, discard) {
  const left = timeLeft(exam, Date.now())
  const time = left === null ? "no timer" : left === 0 ? "the time is up" : `${duration(left)} left`
  const answered = Object.keys(exam.responses).length
  const card = make("div", { className: "quiz-exam__panel" },
    heading("You have an exam open"),
    make("p", {}, `Started on ${nameOfTime(exam.started)}: ${answered} of ${counted(exam.items.length, "question")} answered, ${time}.`),
    row(mainButton("Go on with it", () => open(exam)), button("Discard it…", () => swap(card, discardPanel(exam, card, discard)))),
  )
  return card
}

/** @param {Exam} exam @param {HTMLElement} card @param {Use} discard */
function discardPanel(exam, card, discard) {
  const panel = make("div", { className: "quiz-exam__panel" },
    heading("Discard this exam?"),
    make("p", {}, "Its answers are forgotten, and nothing of it is counted."),
    row(button("Discard it", () => discard(exam)), button("Keep it", () => swap(panel, card))),
  )
  return panel
}

/** @param {HTMLElement} old @param {HTMLElement} fresh */
function swap(old, fresh) {
  old.replaceWith(fresh)
  fresh.querySelector("h2")?.focus()
}

/** @param {ExamSettings} settings @param {(size: number, isTimed: boolean) => void} start */
function newExamForm(settings, start) {
  const usual = settings.sizes.includes(USUAL_SIZE) ? USUAL_SIZE : settings.sizes[0]
  const sizes = settings.sizes.map((size) =>
    make("label", { className: "quiz-item__option" },
      make("input", { type: "radio", name: "size", value: String(size), checked: size === usual }),
      ` ${counted(size, "question")} `, make("span", { className: "quiz-exam__aside" }, `${duration(wholeTime(size, settings))} with the timer`)))
  const timer = make("input", { type: "checkbox", checked: true })
  const begin = make("button", { className: "quiz-item__button quiz-exam__main" }, "Start the exam")
  const form = make("form", { className: "quiz-item quiz-exam__new", autocomplete: "off" },
    make("fieldset", {}, make("legend", {}, "How many questions?"), ...sizes),
    make("label", { className: "quiz-item__option" }, timer, ` With a timer, ${Math.round(settings.seconds)} seconds a question `,
      make("span", { className: "quiz-exam__aside" }, "You can hide it, add time or switch it off at any moment.")),
    row(begin),
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    start(Number(new FormData(form).get("size")), timer.checked)
  })
  return form
}

/** @param {readonly Exam[]} exams @param {readonly Attempt[]} attempts @param {Use} open */
function pastExams(exams, attempts, open) {
  const rows = exams.map((exam) => {
    const found = results(exam, attempts)
    const look = button(nameOfTime(exam.started), () => open(exam), "quiz-exam__link")
    return [look, share(rightOf(found), found.length), duration(timeUsed(exam))]
  })
  return table("Your past exams", ["Started", "Score", "Time used"], rows)
}
