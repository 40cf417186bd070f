/** A response for every prompt. */

import { shuffled } from "../core/shuffle.mjs"
import { find } from "../ui/make.mjs"
import { mark } from "./mark.mjs"

/** @type {Arrange} */
export function arrange(form, _key, seed) {
  for (const select of selects(form)) {
    const ids = Array.from(select.options, ({ value }) => value).filter(Boolean)
    for (const id of shuffled(ids, seed)) select.append(find(select, `[value="${id}"]`))
  }
}

/** @type {OfForm<string[]>} */
export const read = (form) => selects(form).map(({ value }) => value)

/** @type {Fill} */
export function fill(form, response) {
  selects(form).forEach((select, place) => (select.value = response[place] ?? ""))
}

/** @type {Show} */
export function show(form, key) {
  selects(form).forEach((select, place) => {
    const right = key.split(" ")[place]
    const isRight = select.value === right
    const { text } = find(select, `[value="${right}"]`)
    mark(select.parentElement, isRight, isRight ? "your answer" : `should be: ${text}`)
  })
}

/** @type {OfForm<HTMLSelectElement[]>} */
const selects = (form) => [...form.querySelectorAll("select")]
