/** The options of a question in a mock exam, and a line through those that are ruled out. */

import { button } from "../ui/controls.mjs"
import { strikeIcon } from "./icons.mjs"

/** Give each option the button that strikes it out. @param {HTMLFormElement} form */
export function addStrikes(form) {
  for (const input of options(form)) {
    const strike = button(strikeIcon(), () => {}, "icon-btn exam-strike")
    strike.name = "strike"
    strike.value = input.value
    strike.ariaLabel = `Strike out: ${input.closest("label")?.textContent?.trim()}`
    strike.ariaPressed = "false"
    rowOf(input)?.append(strike)
  }
}

/** @param {HTMLFormElement} form @param {readonly string[]} struck - ids of options */
export function showStruck(form, struck) {
  for (const input of options(form)) {
    const row = rowOf(input)
    const isStruck = struck.includes(input.value)
    row?.classList.toggle("is-struck", isStruck)
    const strike = row?.querySelector("[name=strike]")
    if (strike) strike.ariaPressed = String(isStruck)
  }
}

/** The option that a press, or a press of the second button, wants struck out. @param {Event} event @returns {string | undefined} */
export function optionToStrike({ type, target }) {
  const element = /** @type {Element} */ (target)
  if (type === "click")
    return /** @type {HTMLButtonElement | null} */ (element.closest("[name=strike]"))?.value
  return element.closest(".quiz-item__row")?.querySelector("input")?.value
}

/** @param {HTMLFormElement} form */
export const options = (form) => [
  .../** @type {NodeListOf<HTMLInputElement>} */ (
    form.querySelectorAll("fieldset :is([type=radio], [type=checkbox])")
  ),
]

/** @param {HTMLInputElement} input */
const rowOf = (input) => input.closest(".quiz-item__row")
