/** What stands in place of the question when the reader has something to decide. */

import { counted } from "../core/words.mjs"
import { button, heading, mainButton, row } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"

/** @typedef {{ unanswered: number[], incomplete: number[], flagged: number[] }} Gaps - places, from 0 */

/**
 * @param {Gaps} gaps
 * @param {(at: number) => void} go
 * @param {() => void} handIn
 * @param {() => void} back
 */
export const confirmPanel = (gaps, go, handIn, back) =>
  panel("Hand in this exam?",
    ...gapList(gaps, go),
    row(mainButton("Hand in now", handIn), button("Back to the questions", back)))

/**
 * @param {Gaps} gaps
 * @param {() => void} handIn
 * @param {() => void} more
 * @param {() => void} stop
 */
export const timeUpPanel = (gaps, handIn, more, stop) =>
  panel("Time is up",
    make("p", {}, "Everything you answered is kept. What now?"),
    ...gapList(gaps),
    row(mainButton("Hand in now", handIn), button("10 more minutes", more), button("Go on without a timer", stop)))

/** @param {() => void} keep @param {() => void} leave */
export const erasedPanel = (keep, leave) =>
  panel("This exam is no longer stored",
    make("p", {}, "It was erased or discarded, perhaps in another tab. This tab still has your answers."),
    row(mainButton("Keep it and go on", keep), button("Back to the start", leave)))

/** @param {string} title @param {...Node} content */
const panel = (title, ...content) => make("div", { className: "quiz-exam__panel" }, heading(title), ...content)

/** @param {Gaps} gaps @param {(at: number) => void} [go] */
function gapList({ unanswered, incomplete, flagged }, go) {
  const kinds = /** @type {const} */ ([
    [unanswered, "not answered", "It counts as wrong.", "They count as wrong."],
    [incomplete, "incomplete", "It gets no credit as it is.", "They get no credit as they are."],
    [flagged, "flagged", "", ""],
  ])
  const entries = kinds.filter(([places]) => places.length > 0).map(([places, word, one, many]) =>
    make("li", {}, `${counted(places.length, "question")} ${word}: `, ...listed(places, go), `. ${places.length === 1 ? one : many}`.trimEnd()))
  return entries.length > 0 ? [make("ul", {}, ...entries)] : [make("p", {}, "You answered every question.")]
}

/** @param {readonly number[]} places @param {(at: number) => void} [go] */
const listed = (places, go) =>
  places.flatMap((at, turn) => [turn > 0 ? ", " : "", go ? button(`${at + 1}`, () => go(at), "quiz-exam__gap") : `${at + 1}`])
