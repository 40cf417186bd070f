/** One option, or several. */

import { shuffled } from "../core/shuffle.mjs"
import { listed } from "../core/words.mjs"
import { unseen } from "../ui/controls.mjs"
import { explain, mark, reasonOf } from "./mark.mjs"

/** Longer options are named in a verdict by their letter alone. */
const LONGEST_NAME = 60

/** Not under the hand of a reader who has chosen already. @type {Arrange} */
export function arrange(form, _key, seed) {
  if (read(form).length > 0) return
  for (const id of shuffled(
    inputs(form).map(({ value }) => value),
    seed,
  )) {
    for (const row of form.querySelectorAll(
      `.quiz-item__row:has([value="${id}"]), [data-option="${id}"]`,
    )) {
      row.parentElement?.append(row)
    }
  }
}

/** @type {OfForm<string[]>} */
export const read = (form) =>
  inputs(form)
    .filter(({ checked }) => checked)
    .map(({ value }) => value)

/** @type {Fill} */
export function fill(form, response) {
  for (const input of inputs(form)) input.checked = response.includes(input.value)
}

/** @type {OfForm<string, [key: string]>} */
export function progress(form, key) {
  const wanted = key.split(" ").length
  return wanted > 1 ? `${read(form).length} of ${wanted} chosen` : ""
}

/** @type {Show} */
export function show(form, key) {
  const ids = key.split(" ")
  for (const input of inputs(form)) {
    const { value, checked } = input
    const row = input.closest(".quiz-item__row")
    const isRight = ids.includes(value)
    mark(
      row,
      isRight ? "right" : checked ? "wrong" : "other",
      words(isRight, checked, ids.length > 1),
    )
    explain(row, reasonOf(form, `[data-option="${value}"]`), isRight || checked ? "open" : "folded")
  }
}

/** Letters are for the eye; who hears the page gets every text. @type {OfForm<(string | Node)[], [key: string]>} */
export function verdict(form, key) {
  const right = inputs(form).flatMap((input, place) =>
    key.split(" ").includes(input.value)
      ? { letter: String.fromCharCode(65 + place), name: input.parentElement.textContent.trim() }
      : [],
  )
  const letters = listed(right.map(({ letter }) => letter))
  const names = right.map(({ name }) => name.replace(/[.]$/, "")).join("; ")
  const opening = right.length > 1 ? "The answers are" : "The answer is"
  const isShown = right.length === 1 && names.length <= LONGEST_NAME
  return [`${opening} ${letters}`, isShown ? `: ${names}` : unseen(`: ${names}`), "."]
}

/** @type {OfForm<void, [place: number]>} */
export const choose = (form, place) => inputs(form)[place]?.click()

/** What the learner chose and is wrong. @type {OfForm<string[], [key: string]>} */
export const missteps = (form, key) =>
  read(form)
    .filter((id) => !key.split(" ").includes(id))
    .map((id) => `[data-option="${id}"]`)

/** @param {boolean} isRight @param {boolean} isChosen @param {boolean} areSeveral */
function words(isRight, isChosen, areSeveral) {
  if (!isRight) return isChosen ? "Your answer" : ""
  if (areSeveral) return isChosen ? "Correct, you chose it" : "Correct, you missed it"
  return isChosen ? "Your answer" : "Correct answer"
}

/** @type {OfForm<any[]>} */
const inputs = (form) => [...form.querySelectorAll(".quiz-item__option input")]
