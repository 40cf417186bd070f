/** Says in words whether a row of an answer is right. */

import { make } from "../ui/make.mjs"

/** @type {Mark} */
export function mark(row, isRight, words) {
  const verdict = isRight ? "Right" : "Wrong"
  row.dataset.mark = verdict
  row.append(make("span", { className: "quiz-item__mark" }, `${verdict} · ${words}`))
}
