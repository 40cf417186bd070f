/** A button that does one thing. */

import { make } from "../quiz/make.mjs"

/**
 * @param {string} text
 * @param {() => void} onclick
 */
export const button = (text, onclick, className = "") =>
  make("button", { type: "button", className: `quiz-item__button ${className}`.trim(), onclick }, text)
