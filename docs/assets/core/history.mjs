/** The attempts on one item: in order, the latest, and what it says. */

/** Oldest first. @type {OfHistory<Attempt[]>} */
export const inOrder = (attempts) => [...attempts].sort((one, other) => one.at - other.at)

/** @type {OfHistory<Attempt | undefined>} */
export const latest = (attempts) => inOrder(attempts).at(-1)

/** Never before the last: a clock may go back. @type {OfHistory<number, [number]>} */
export const timeOfNext = (attempts, now) => Math.max(now, latest(attempts)?.at ?? now)

/** @type {Judgement} */
export function verdict(attempt, revision) {
  if (!attempt) return "unseen"
  return attempt.revision === revision ? attempt.outcome : "changed"
}

/**
 * Each item's attempts, oldest first.
 * @param {readonly Attempt[]} attempts
 */
export function byItem(attempts) {
  /** @type {Map<string, Attempt[]>} */
  const histories = new Map()
  for (const attempt of inOrder(attempts)) {
    const history = histories.get(attempt.item)
    if (history) history.push(attempt)
    else histories.set(attempt.item, [attempt])
  }
  return histories
}
