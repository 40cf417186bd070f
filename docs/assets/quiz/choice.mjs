/** One option, or several. */

import { shuffled } from "../core/shuffle.mjs"
import { mark } from "./mark.mjs"

/** @type {Arrange} */
export function arrange(form, _key, seed) {
  for (const id of shuffled(inputs(form).map(({ value }) => value), seed)) {
    for (const row of form.querySelectorAll(`p:has([value="${id}"]), [data-option="${id}"]`)) {
      row.parentElement?.append(row)
    }
  }
}

/** @type {OfForm<string[]>} */
export const read = (form) => inputs(form).filter(({ checked }) => checked).map(({ value }) => value)

/** @type {Fill} */
export function fill(form, response) {
  for (const input of inputs(form)) input.checked = response.includes(input.value)
}

/** @type {Show} */
export function show(form, key) {
  for (const input of inputs(form)) {
    const words = input.checked ? "your answer" : "not chosen"
    mark(input.parentElement, key.split(" ").includes(input.value), words)
  }
}

/** @type {OfForm<any[]>} */
const inputs = (form) => [...form.querySelectorAll(".quiz-item__option input")]
