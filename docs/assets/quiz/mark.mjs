/** What a row of a graded item says: right or wrong, whose answer it is, and why. */

import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"

/**
 * @param {HTMLElement} row
 * @param {"right" | "wrong" | "other"} state
 * @param {string} words - beside the row; "" for none
 */
export function mark(row, state, words) {
  row.dataset.mark = state
  if (words)
    row.append(
      make(
        "span",
        { className: "quiz-item__tag" },
        icon(state === "right" ? "check" : "cross"),
        words,
      ),
    )
}

/**
 * The reason in the row: open, or folded where it is about neither the answer nor the key.
 * @param {HTMLElement} row
 * @param {Node[]} reason - nothing for none
 * @param {"open" | "folded"} state
 */
export function explain(row, reason, state) {
  if (reason.length === 0) return
  const text = make("span", { className: "quiz-item__reason" }, ...reason)
  if (state === "open") return row.append(text)
  const fold = make(
    "details",
    { className: "quiz-item__fold" },
    make("summary", {}, make("span", { className: "visually-hidden" }, "Why not"), icon("chevron")),
    text,
  )
  row.append(fold)
}

/**
 * A copy of the reason that the explanation of *form* has under this selector.
 * @param {Element} form
 * @param {string} selector - of its entry
 * @returns {Node[]}
 */
export function reasonOf(form, selector) {
  const why = form.querySelector(`.quiz-item__whys ${selector} .quiz-item__why`)
  return why ? [...why.cloneNode(true).childNodes] : []
}

/** The form as it was before it was graded. @param {HTMLElement} form */
export function unmark(form) {
  for (const part of form.querySelectorAll(
    ".quiz-item__tag, .quiz-item__reason, .quiz-item__fold, .quiz-item__given",
  ))
    part.remove()
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-mark]")))
    delete row.dataset.mark
}
