/** Who compares pairs of answers in the RLHF lab: a stated rule, as in the recorded runs, or the reader. */

/** How many pairs the reader sees, and the fewest that a reward model is fitted to. */
export const PAIRS_TO_RANK = 12
export const FEWEST_PICKS = 6

/** @typedef {"rule" | "reader"} Rater */

/** @type {import("./catalog.mjs").Knob} */
export const RATERS = {
  name: "rater",
  label: "Who compares",
  hint: `You see ${PAIRS_TO_RANK} pairs of answers and pick the better one of each.`,
  start: "rule",
  values: [
    ["rule", "The stated rule"],
    ["reader", "You"],
  ],
}

/** Picks as an address holds them: A or B for each pair. @param {readonly number[]} picks */
export const writePicks = (picks) => picks.map((pick) => "AB"[pick]).join("")

/** The picks that an address holds; null where it holds none that fit. @param {string} text */
export const readPicks = (text) =>
  new RegExp(`^[AB]{${FEWEST_PICKS},${PAIRS_TO_RANK}}$`).test(text)
    ? [...text].map((letter) => "AB".indexOf(letter))
    : null
