/** The options of a question in a mock exam: their letters, and a line through those that are ruled out. */

import { button } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"

/** Give each option its letter and its button, in the order in which they are shown. @param {HTMLFormElement} form */
export function letterOptions(form) {
  options(form).forEach((input, at) => {
    const label = labelOf(input)
    const letter = String.fromCharCode(65 + at)
    const strike = button(icon("strike"), () => {}, "icon-btn exam-option__strike")
    strike.name = "strike"
    strike.value = input.value
    strike.ariaLabel = `Strike out ${letter}`
    strike.ariaPressed = "false"
    label.classList.add("exam-option__label")
    if (!label.querySelector(".quiz-item__letter")) {
      input.after(make("span", { className: "exam-option__letter", ariaHidden: "true" }, letter))
      input.ariaLabel = `${letter}. ${label.textContent?.trim().replace(letter, "").trim()}`
    }
    label.after(strike)
    label.parentElement?.classList.add("exam-option")
  })
}

/** @param {HTMLFormElement} form @param {readonly string[]} struck - ids of options */
export function showStruck(form, struck) {
  for (const input of options(form)) {
    const row = input.closest(".exam-option")
    const isStruck = struck.includes(input.value)
    row?.classList.toggle("exam-option--struck", isStruck)
    const strike = row?.querySelector("[name=strike]")
    if (strike) strike.ariaPressed = String(isStruck)
  }
}

/** The option that a press, or a press of the second button, wants struck out. @param {Event} event @returns {string | undefined} */
export function optionToStrike({ type, target }) {
  const element = /** @type {Element} */ (target)
  if (type === "click") return /** @type {HTMLButtonElement | null} */ (element.closest("[name=strike]"))?.value
  return element.closest(".exam-option")?.querySelector("input")?.value
}

/** @param {HTMLFormElement} form */
export const options = (form) =>
  [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("fieldset :is([type=radio], [type=checkbox])"))]

/** @param {HTMLInputElement} input */
const labelOf = (input) => /** @type {HTMLLabelElement} */ (input.closest("label"))
