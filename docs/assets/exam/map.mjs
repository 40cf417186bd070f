/** The map of a mock exam: a chip for each question, which shows how far the learner is with it. */

import { button } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"

/** @typedef {{ extent: Extent, isFlagged: boolean }} Mark */

/** @type {[string, (mark: Mark) => boolean][]} */
const LEGEND = [
  ["answered", ({ extent }) => extent === "answered"],
  ["unanswered", ({ extent }) => extent === "unanswered"],
  ["incomplete", ({ extent }) => extent === "incomplete"],
  ["flagged", ({ isFlagged }) => isFlagged],
]

/**
 * @param {number} count
 * @param {(at: number) => void} go - called with the place of the question that the learner wants
 */
export function questionMap(count, go) {
  const chips = Array.from({ length: count }, (_, at) =>
    button(`${at + 1}`, () => go(at), "exam-chip"),
  )
  const legend = make("ul", { className: "exam-legend" })
  const element = make(
    "nav",
    { className: "exam-map", ariaLabel: "Map of questions" },
    make("h3", {}, "Map"),
    make("ol", { className: "exam-map__grid" }, ...chips.map((chip) => make("li", {}, chip))),
    legend,
  )

  return {
    element,

    /** @param {number} at */
    show: (at) => chips[at].focus(),

    /** @param {readonly Mark[]} marks - of each question @param {number} here */
    update(marks, here) {
      chips.forEach((chip, at) => {
        const { extent, isFlagged } = marks[at]
        const isHere = at === here
        chip.dataset.extent = extent
        chip.dataset.flagged = String(isFlagged)
        chip.ariaCurrent = isHere ? "step" : null
        chip.ariaLabel = [
          `Question ${at + 1}: ${extent}`,
          isFlagged && "flagged",
          isHere && "you are here",
        ]
          .filter(Boolean)
          .join(", ")
      })
      legend.replaceChildren(
        ...LEGEND.map(([word, isIt]) => entry(word, marks.filter(isIt).length)),
      )
    },
  }
}

/** @param {string} word @param {number} count */
function entry(word, count) {
  const swatch = make("span", { className: "exam-chip exam-chip--small", ariaHidden: "true" })
  if (word === "flagged") swatch.dataset.flagged = "true"
  else swatch.dataset.extent = word
  return make("li", {}, swatch, `${word[0].toUpperCase()}${word.slice(1)}, ${count}`)
}
