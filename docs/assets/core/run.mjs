/** A run through a quiz: which items, since when, and what comes next. */

/**
 * @typedef {object} Run
 * @property {number} since - only what was answered at this time or later counts; 0 for everything
 * @property {number | null} before - how many were right in the last run through the whole quiz
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
  const [since, before, ...items] = text.split(" ")
  const isRun =
    /^\d{1,16}$/.test(since) &&
    /^(?:\d{1,4}|-)$/.test(before) &&
    items.length > 0 &&
    items.every((id) => all.includes(id))
  return isRun
    ? { since: Number(since), before: before === "-" ? null : Number(before), items }
    : wholeRun(all)
}

/** Everything that was ever answered counts. @param {readonly string[]} all - ids @returns {Run} */
export const wholeRun = (all) => ({ since: 0, before: null, items: [...all] })

/** @param {Run} run */
export const textOfRun = ({ since, before, items }) => [since, before ?? "-", ...items].join(" ")

/**
 * The run through *items* that follows *run*.
 * @param {Run} run
 * @param {readonly State[]} states - of its items
 * @param {readonly string[]} items
 * @param {{ size: number, now: number }} when - how many items the quiz has, and what time it is
 * @returns {Run}
 */
export function nextRun(run, states, items, { size, now }) {
  const isWhole = states.length === size && !states.includes("open")
  return { since: now, before: isWhole ? rightOf(states) : run.before, items: [...items] }
}

/** @param {readonly State[]} states */
const rightOf = (states) => states.filter((state) => state === "correct").length

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
  const share = rightOf(states) / states.length
  if (share === 1) return `${title}: you know all of it`
  if (share >= 0.7) return `${title}: you know most of it`
  return share >= 0.4 ? `${title}: you know part of it` : `${title}: a start`
}

/**
 * How that compares with the last run; "" where there is none.
 * @param {readonly State[]} states
 * @param {number | null} before
 */
export function compared(states, before) {
  const right = rightOf(states)
  if (before === null) return ""
  if (right === before) return `${before} last time, too.`
  return `${right > before ? "Up" : "Down"} from ${before} last time.`
}
