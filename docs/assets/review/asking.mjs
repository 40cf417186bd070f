/** One question of a session on screen. */

import "../quiz/main.mjs"
import { button } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { find, make } from "../ui/make.mjs"
import { runBar } from "../ui/run-bar.mjs"
import { segments } from "../ui/segments.mjs"

/**
 * @typedef {object} Uses
 * @property {(attempt: Attempt) => string} answered - gets the answer once it is stored; returns when it comes back
 * @property {() => void} next
 * @property {(attempt: Attempt) => void} undo
 * @property {() => void} leave
 */

/**
 * @param {Element} stage
 * @param {Question} question
 * @param {readonly import("../ui/segments.mjs").SegmentState[]} states
 * @param {number} place
 * @param {Uses} uses
 */
export function ask(stage, question, states, place, { answered, next, undo, leave }) {
  /** @type {Attempt | null} */
  let attempt = null
  const form = /** @type {HTMLFormElement} */ (question.form.cloneNode(true))
  const check = /** @type {import("../quiz/quiz-check.mjs").QuizCheck} */ (find(form, "quiz-check"))
  check.setAttribute("ask-again", "")
  customElements.upgrade(form)
  const isLast = place === states.length - 1
  const back = quiet("undo", "Undo this answer", () => attempt && undo(attempt))
  back.hidden = true
  check.onward = () => [back, onwardButton(isLast ? "See the result" : "Next question", next)]
  form.addEventListener("quiz-attempt", (/** @type {any} */ { detail }) => {
    attempt = detail
    find(check, ".actions__note").textContent = answered(detail)
    back.hidden = false
  })
  // The topic would give the answer away.
  const from = make("a", { className: "quiet", href: question.page, hidden: true }, question.title)
  form.addEventListener("quiz-graded", () => (from.hidden = false))
  stage.replaceChildren(sessionBar(states, place, leave, from), form)
  scrollTo(0, 0)
  const legend = /** @type {HTMLElement} */ (find(form, "legend"))
  legend.tabIndex = -1
  legend.focus({ preventScroll: true })
  return check
}

/**
 * @param {readonly import("../ui/segments.mjs").SegmentState[]} states
 * @param {number} place
 * @param {() => void} leave
 * @param {HTMLElement} from
 */
function sessionBar(states, place, leave, from) {
  const where = `${place + 1} of ${states.length}`
  return runBar(
    quiet("back", "Review", leave),
    where,
    [from],
    segments(states, place, `Question ${where}`),
  )
}

/** @param {string} words @param {() => void} act */
function onwardButton(words, act) {
  const control = button(words, act)
  control.className = "btn btn--primary"
  control.append(icon("next"))
  return control
}

/** @param {Parameters<typeof icon>[0]} name @param {string} words @param {() => void} act */
function quiet(name, words, act) {
  const control = button(words, act)
  control.className = "quiet"
  control.prepend(icon(name))
  return control
}
