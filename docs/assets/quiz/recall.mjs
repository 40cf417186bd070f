/** The reader's own words, graded by the reader after seeing the model answer. */

import { find, make } from "../ui/make.mjs"

export const label = "Show the model answer"
export const verdicts = { correct: "You had it.", incorrect: "You missed it." }

/** @type {View["read"]} */
export const read = (form, { value }) => [value, find(form, "textarea").value.slice(0, 10_000)]

/** @type {OfForm} */
export function reveal(form) {
  find(form, ".quiz-item__rationale").open = true
  find(form, "quiz-check button").remove()
  find(form, "quiz-check").append(button("correct", "I had it"), button("incorrect", "I missed it"))
  find(form, "output").focus()
}

/** @type {Fill} */
export function fill(form, [, text = ""]) {
  find(form, "textarea").value = text
}

/** @type {MakeButton} */
const button = (value, text) => make("button", { className: "quiz-item__button", value }, text)
