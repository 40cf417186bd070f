/** What the screens of a mock exam are made of. */

import { make } from "../quiz/make.mjs"
import { button } from "./button.mjs"
import { percent } from "./words.mjs"

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

/** @param {number} milliseconds */
export function duration(milliseconds) {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes === 0) return "under a minute"
  const hours = Math.floor(minutes / 60)
  return [hours && `${hours} h`, minutes % 60 && `${minutes % 60} min`].filter(Boolean).join(" ")
}

/** @param {number} time */
export const day = (time) => new Date(time).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })

/** "14 of 20 (70 %)". @param {number} right @param {number} all */
export const share = (right, all) => `${right} of ${all} (${percent(right, all)})`
