/** An item in a line or two of text, for lists of what was asked. */

import { make } from "../ui/make.mjs"

/** What it asks, without how to answer. @param {HTMLFormElement} form */
export function stemOf(form) {
  const stem = /** @type {Element | undefined} */ (form.querySelector("legend")?.cloneNode(true))
  for (const how of stem?.querySelectorAll(".quiz-item__how") ?? []) how.remove()
  return plain(stem)
}

/** The first sentence of why the key is right, without where to read on. @param {HTMLFormElement} form */
export function reasonOf(form) {
  const parts = [...form.querySelectorAll(".quiz-item__rationale p:not([class])")]
  const text = parts.map(plain).find((words) => words !== "") ?? ""
  const [sentence] = /^.*?[.!?](?=\s|$)/.exec(text) ?? [text]
  return sentence.replace(/[,;] see .*$/, ".")
}

/**
 * What was missed: the question, as a link to it, and the reason.
 * @param {HTMLFormElement} form
 * @param {string} href
 */
export const missedItem = (form, href) =>
  make(
    "div",
    {},
    make("a", { className: "missed-list__stem", href }, stemOf(form)),
    make("p", { className: "missed-list__reason small soft" }, reasonOf(form)),
  )

/** @param {Element | null | undefined} element */
const plain = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim()
