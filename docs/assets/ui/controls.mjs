/** Buttons, headings and other controls of a page. */

import { make } from "./make.mjs"

/**
 * @param {string} text
 * @param {() => void} onclick
 */
export const button = (text, onclick, className = "") =>
  make("button", { type: "button", className: `quiz-item__button ${className}`.trim(), onclick }, text)

/**
 * A heading that takes the focus when its screen comes up.
 * @param {string} text
 */
export const heading = (text) => make("h2", { tabIndex: -1 }, text)

/** The one that leads on. @param {string} text @param {() => void} act */
export const mainButton = (text, act) => button(text, act, "quiz-exam__main")

/** @param {...Node} buttons */
export const row = (...buttons) => make("div", { className: "quiz-exam__row" }, ...buttons)

/** @param {string} summary @param {...(Node | string)} content */
export const folded = (summary, ...content) =>
  make("details", { className: "quiz-exam__fold" }, make("summary", {}, summary), ...content)

/** Lead the reader's eyes and keys to *element*, from the top of the page. @param {HTMLElement} element */
export function goTo(element) {
  scrollTo(0, 0)
  element.focus()
}
