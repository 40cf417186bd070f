/** What an item needs to be answered: how sure the learner is, the buttons, the line that says what came of it. */

import { make } from "../ui/make.mjs"

const SURE = { guessing: "Guessing", unsure: "Unsure", sure: "Sure" }

/** Optional, and never scored. @param {string} item - its id */
export const sureness = (item) =>
  make(
    "fieldset",
    { className: "quiz-item__sure" },
    make("legend", {}, "How sure are you? ", make("span", { className: "soft" }, "Optional")),
    make(
      "span",
      { className: "pills" },
      ...Object.entries(SURE).map(([value, text]) =>
        make(
          "label",
          {},
          make("input", { type: "radio", name: `confidence-${item}`, value }),
          text,
        ),
      ),
    ),
  )

/** The row at the end, with a place for what is missing. @param {...Node} buttons */
export const actions = (...buttons) =>
  make(
    "span",
    { className: "actions" },
    make("span", { className: "actions__note small soft", role: "status" }),
    ...buttons,
  )

/** The line under the stem, in the place of what to do; made where there is none. @param {HTMLFormElement} form */
export function output(form) {
  const found = form.querySelector("output")
  if (found) return found
  const line = make("output", { className: "quiz-item__verdict", tabIndex: -1 })
  const before = form.querySelector("p.quiz-item__how") ?? form.querySelector("legend")
  before?.after(line)
  return line
}

/** How far the answer is, or, before there is one, what to do. @param {HTMLFormElement} form @param {string} [progress] */
export function sayHow(form, progress) {
  const how = /** @type {HTMLElement | null} */ (form.querySelector(".quiz-item__how"))
  if (!how) return
  how.dataset.words ??= how.textContent ?? ""
  how.textContent = progress || how.dataset.words
}
