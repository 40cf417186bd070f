/** A box in which the reader asks the trained model, or lets it go on with a sentence. */

import { make } from "../../ui/make.mjs"

/**
 * @param {{ label: string, example: string }} words
 * @param {(asked: string) => void} ask
 */
export function askBox({ label, example }, ask) {
  const box = make("input", {
    type: "text",
    maxLength: 200,
    placeholder: example,
    autocomplete: "off",
    spellcheck: false,
  })
  const output = make("output", { className: "lab-answer" })
  const form = make(
    "form",
    { className: "lab-ask" },
    make("label", {}, make("span", {}, label), box),
    make("button", { className: "btn" }, "Ask"),
    output,
  )
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    ask(box.value || example)
  })
  return { form, answer: (/** @type {string} */ sentence) => void (output.textContent = sentence) }
}
