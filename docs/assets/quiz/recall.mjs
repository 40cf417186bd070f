/** The learner's own words, judged by the learner after seeing a good answer. */

import * as tab from "../store/tab.mjs"
import { find, make } from "../ui/make.mjs"

export const label = "Show a good answer"
export const verdicts = { correct: "You had it.", incorrect: "You missed it." }

/** @type {View["read"]} */
export const read = (form, submitter) => [
  submitter?.value ?? "",
  find(form, "textarea").value.slice(0, 10_000),
]

/** What was typed before a reload. @type {Arrange} */
export function arrange(form) {
  const field = find(form, "textarea")
  field.value ||= tab.get(form.id)
  field.oninput = () => tab.put(form.id, field.value.slice(0, 10_000))
}

/** @type {OfForm} */
export function reveal(form) {
  find(form, ".quiz-item__rationale").open = true
}

/** @type {View["judge"]} */
export const judge = () => [button("incorrect", "Missed it", "1"), button("correct", "Had it", "2")]

/** @type {Fill} */
export function fill(form, [, text = ""]) {
  find(form, "textarea").value = text
}

/** @param {string} value @param {string} text @param {string} key */
const button = (value, text, key) =>
  make("button", { className: "btn", value }, text, " ", make("kbd", { ariaHidden: "true" }, key))
