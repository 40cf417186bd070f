/** A bar with a segment for each question of a run: right, missed, the one on screen, and those to come. */

import { make } from "./make.mjs"

/** @typedef {"right" | "missed" | "open"} SegmentState */

/**
 * @param {readonly SegmentState[]} states
 * @param {number} place - of the question on screen, from 0
 * @param {string} words - the same for those who do not see it
 */
export const segments = (states, place, words) =>
  make(
    "div",
    { className: "segments", role: "img", ariaLabel: words },
    ...states.map((state, at) =>
      make("i", { className: `segments__${state}${at === place ? " segments__now" : ""}` }),
    ),
  )

/**
 * @param {number} size - of the run
 * @param {readonly string[]} outcomes - of what is answered
 * @returns {SegmentState[]}
 */
export const statesOf = (size, outcomes) =>
  Array.from({ length: size }, (_, place) =>
    place >= outcomes.length ? "open" : outcomes[place] === "correct" ? "right" : "missed",
  )
