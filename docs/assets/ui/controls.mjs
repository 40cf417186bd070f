/** Buttons, headings and other controls of a page. */

import { make } from "./make.mjs"

/**
 * @param {string | Node | (string | Node)[]} content
 * @param {() => void} onclick
 */
export const button = (content, onclick, className = "btn") =>
  make("button", { type: "button", className, onclick }, ...[content].flat())

/**
 * A heading that takes the focus when its screen comes up.
 * @param {string} text
 */
export const heading = (text) => make("h2", { tabIndex: -1 }, text)

/** The one that leads on. @param {string} text @param {() => void} act */
export const mainButton = (text, act) => button(text, act, "btn btn--primary")

/** @param {...Node} buttons */
export const row = (...buttons) => make("div", { className: "button-row" }, ...buttons)

/** @param {string} summary @param {...(Node | string)} content */
export const folded = (summary, ...content) =>
  make(
    "details",
    { className: "fold" },
    make("summary", {}, summary),
    make("div", { className: "fold__body" }, ...content),
  )

/** Read aloud, not shown. @param {string} text */
export const unseen = (text) => make("span", { className: "visually-hidden" }, text)

/** Lead the reader's eyes and keys to *element*, from the top of the page. @param {HTMLElement} element */
export function goTo(element) {
  scrollTo(0, 0)
  element.focus()
}
