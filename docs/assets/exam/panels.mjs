/** What appears in place of the question when the learner has something to decide. */

import { counted, ranges } from "../core/words.mjs"
import { button, heading, mainButton, row } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"

/** @typedef {{ unanswered: number[], incomplete: number[], flagged: number[] }} Gaps - places, from 0 */

/**
 * @param {Gaps} gaps
 * @param {(at: number) => void} go
 * @param {() => void} submit
 * @param {() => void} back
 */
export const submitPanel = (gaps, go, submit, back) =>
  panel(
    "Submit this exam?",
    ...gapList(gaps, go),
    row(mainButton("Submit now", submit), button("Back to the questions", back)),
  )

/**
 * @param {Gaps} gaps
 * @param {() => void} submit
 * @param {() => void} more
 * @param {() => void} stop
 */
export const timeUpPanel = (gaps, submit, more, stop) =>
  panel(
    "Time is up",
    make("p", {}, "Nothing is lost: everything you answered is stored. What now?"),
    ...gapList(gaps),
    row(
      mainButton("Submit now", submit),
      button("10 more minutes", more),
      button("Go on without a timer", stop),
    ),
  )

/** @param {string} left - the time, in words @param {() => void} resume */
export const pausePanel = (left, resume) =>
  panel(
    "Paused",
    make("p", {}, `The clock is stopped with ${left} left. You can close this page and come back.`),
    row(mainButton("Resume", resume)),
  )

/** @param {() => void} keep @param {() => void} leave */
export const erasedPanel = (keep, leave) =>
  panel(
    "This exam is no longer stored",
    make(
      "p",
      {},
      "It was erased or discarded, perhaps in another tab. This tab still has your answers.",
    ),
    row(mainButton("Keep it and go on", keep), button("Back to the start", leave)),
  )

/** @param {string} title @param {...Node} content */
const panel = (title, ...content) =>
  make("div", { className: "exam-panel card" }, heading(title), ...content)

/** @param {Gaps} gaps @param {(at: number) => void} [go] */
function gapList({ unanswered, incomplete, flagged }, go) {
  const kinds = /** @type {const} */ ([
    [unanswered, "not answered", "It counts as wrong.", "They count as wrong."],
    [incomplete, "incomplete", "It gets no credit as it is.", "They get no credit as they are."],
    [flagged, "flagged", "", ""],
  ])
  const entries = kinds
    .filter(([places]) => places.length > 0)
    .map(([places, word, one, many]) => {
      const what = `${counted(places.length, "question")} ${word}`
      const why = ` ${places.length === 1 ? one : many}`.trimEnd()
      return go
        ? make("li", {}, `${what}.${why}`, links(places, go))
        : make("li", {}, `${what}: ${ranges(places).map(words).join(", ")}.${why}`)
    })
  return entries.length > 0
    ? [make("ul", { className: "exam-gaps" }, ...entries)]
    : [make("p", {}, "You answered every question.")]
}

/** @param {readonly number[]} places @param {(at: number) => void} go */
const links = (places, go) =>
  make(
    "span",
    { className: "exam-gaps__places" },
    ...ranges(places).map((range) => button(words(range), () => go(range[0]), "btn btn--small")),
  )

/** @param {readonly [first: number, last: number]} range */
const words = ([first, last]) => (first === last ? `${first + 1}` : `${first + 1}–${last + 1}`)
