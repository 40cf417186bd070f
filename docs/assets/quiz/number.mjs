/** A number that the learner writes. */

import { find, make } from "../ui/make.mjs"
import { mark } from "./mark.mjs"

/** @type {OfForm<string[]>} */
export const read = (form) => [find(form, "fieldset input").value]

/** @type {Fill} */
export function fill(form, [text = ""]) {
  find(form, "fieldset input").value = text
}

/** @type {Show} */
export function show(form) {
  const row = find(form, ".quiz-item__row")
  const isRight = form.dataset.outcome === "correct"
  if (!isRight) {
    const right = make(
      "p",
      { className: "quiz-item__row quiz-item__given" },
      make("strong", {}, answer(form)),
    )
    mark(right, "right", "Correct answer")
    row.before(right)
  }
  mark(row, isRight ? "right" : "wrong", "Your answer")
}

/** @type {OfForm<string>} */
export const verdict = (form) => `The answer is ${answer(form)}.`

/** @type {OfForm<string>} */
const answer = (form) => (form.querySelector(".quiz-item__answer")?.textContent ?? "").trim()
