/** The attempts on one item: in order, the latest, and what it says. */

import { DAY } from "./days.mjs"

/** Of an attempt whose time cannot be true. */
export const NO_TIME = -1

/**
 * Oldest first. A clock may have been wrong: what lies more than a day after *now* comes before all,
 * without a time.
 * @param {readonly Attempt[]} attempts
 * @param {number} now
 */
export const inOrder = (attempts, now) =>
  attempts
    .map((attempt) => (isAhead(attempt, now) ? { ...attempt, at: NO_TIME } : attempt))
    .sort((one, other) => one.at - other.at)

/** @param {readonly Attempt[]} attempts @param {number} now */
export const latest = (attempts, now) => inOrder(attempts, now).at(-1)

/**
 * *now*, but not before the last: a clock may go back a little.
 * @param {readonly Attempt[]} attempts
 * @param {number} now
 */
export const timeOfNext = (attempts, now) => Math.max(now, latest(attempts, now)?.at ?? now)

/** @param {Attempt} attempt @param {number} now */
const isAhead = ({ at }, now) => at > now + DAY

/**
 * What an attempt, if there is one, says of its item as it is now.
 * @param {Attempt | undefined} attempt
 * @param {string} [revision] - of the item now
 * @returns {Verdict}
 */
export function verdict(attempt, revision) {
  if (!attempt) return "unseen"
  return attempt.revision === revision ? attempt.outcome : "changed"
}

/**
 * Each item's attempts, oldest first.
 * @param {readonly Attempt[]} attempts
 * @param {number} now
 */
export function byItem(attempts, now) {
  /** @type {Map<string, Attempt[]>} */
  const histories = new Map()
  for (const attempt of inOrder(attempts, now)) {
    const history = histories.get(attempt.item)
    if (history) history.push(attempt)
    else histories.set(attempt.item, [attempt])
  }
  return histories
}
