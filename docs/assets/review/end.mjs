/** The end of a session: what was missed, and one next step. */

import { button } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { endLine } from "./sentences.mjs"

/**
 * @param {readonly { question: Question | undefined, outcome: Outcome }[]} answers
 * @param {Waiting} waiting - what is left
 * @param {number} size
 * @param {(choice: string, size?: number) => void} begin
 */
export function endPart(answers, waiting, size, begin) {
  const missed = answers
    .filter(({ outcome }) => outcome !== "correct")
    .flatMap(({ question }) => question ?? [])
  const right = answers.filter(({ outcome }) => outcome === "correct").length
  return make(
    "section",
    { className: "card review__end" },
    make("h2", { tabIndex: -1 }, "Session complete"),
    make("p", { className: "lead" }, endLine(right, answers.length)),
    ...missedList(missed),
    steps(nextStep(waiting, size, begin)),
  )
}

/** @param {readonly Question[]} missed */
const missedList = (missed) =>
  missed.length === 0
    ? []
    : [
        make("h3", {}, "What you missed"),
        make(
          "ul",
          { className: "missed-list" },
          ...missed.map((question) =>
            make(
              "li",
              {},
              make("span", { className: "badge badge--no" }, icon("cross")),
              make(
                "div",
                {},
                make("a", { href: question.link }, stemOf(question.form)),
                make("p", { className: "small soft" }, reasonOf(question.form)),
              ),
            ),
          ),
        ),
      ]

/** @param {HTMLFormElement} form */
function stemOf(form) {
  const stem = /** @type {Element | undefined} */ (form.querySelector("legend")?.cloneNode(true))
  for (const how of stem?.querySelectorAll(".quiz-item__how") ?? []) how.remove()
  return stem?.textContent?.trim() ?? ""
}

/** The first sentence of why the key is right. @param {HTMLFormElement} form */
function reasonOf(form) {
  const parts = [...form.querySelectorAll(".quiz-item__rationale p:not([class])")]
  const text =
    parts.map(({ textContent }) => textContent?.trim() ?? "").find((words) => words.length > 0) ??
    ""
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text
}

/** @param {Waiting} waiting @param {number} size @param {(choice: string, size?: number) => void} begin */
function nextStep({ today, missed, unseen }, size, begin) {
  if (today > 0) return primary(`Review ${Math.min(size, today)} more`, () => begin("due"))
  if (missed > 0) return primary(`Practice what I missed: ${missed}`, () => begin("missed"))
  if (unseen > 0) return primary("5 new questions", () => begin("new", 5))
  const exam = linkTo("practice/mock-exam/", "Take a mock exam")
  exam.className = "btn btn--primary"
  return exam
}

/** @param {string} words @param {() => void} act */
function primary(words, act) {
  const control = button(words, act)
  control.className = "btn btn--primary"
  return control
}

/** @param {HTMLElement} first */
function steps(first) {
  const back = linkTo("practice/", "Enough for today")
  back.className = "btn"
  return make("p", { className: "steps" }, first, back)
}
