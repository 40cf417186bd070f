/** A run through a quiz: which items, since when, and what comes next. */

/**
 * @typedef {object} Run
 * @property {number} since - only what was answered at this time or later counts; 0 for everything
 * @property {string[]} items - their ids, in the sequence in which they are asked
 */

/** @typedef {"open" | "correct" | "incorrect" | "shown"} State */

/**
 * The run that *text* is, or one through all items where it is none, or of other items.
 * @param {string} text
 * @param {readonly string[]} all - ids
 * @returns {Run}
 */
export function parseRun(text, all) {
  const [since, ...items] = text.split(" ")
  const isRun =
    /^\d{1,16}$/.test(since) && items.length > 0 && items.every((id) => all.includes(id))
  return isRun ? { since: Number(since), items } : { since: 0, items: [...all] }
}

/** @param {Run} run */
export const textOfRun = ({ since, items }) => [since, ...items].join(" ")

/**
 * The place of the next open item after *place*, from the start again at the end; -1 if none is open.
 * @param {readonly State[]} states
 * @param {number} place - -1 before the first
 */
export function nextOpen(states, place) {
  const after = states.indexOf("open", place + 1)
  return after < 0 ? states.indexOf("open") : after
}

/**
 * What the end of a run says.
 * @param {readonly State[]} states
 * @param {string} title - of the quiz
 */
export function closing(states, title) {
  const right = states.filter((state) => state === "correct").length
  const share = right / states.length
  if (share === 1) return `${title}: all of it is there`
  if (share >= 0.7) return `${title}: most of it is there`
  return share >= 0.4 ? `${title}: part of it is there` : `${title}: a start`
}
