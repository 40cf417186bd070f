/** A number that the reader writes. */

import { find } from "../ui/make.mjs"
import { mark } from "./mark.mjs"

/** @type {OfForm<string[]>} */
export const read = (form) => [find(form, "input").value]

/** @type {Fill} */
export function fill(form, [text = ""]) {
  find(form, "input").value = text
}

/** @type {Show} */
export function show(form) {
  mark(find(form, "input").parentElement, form.dataset.outcome === "correct", "your answer")
}
