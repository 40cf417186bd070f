/** What is an attempt, and what attempts tell. Pure. */

/** @type {Test} */
export const isWord = (value) => typeof value === "string" && /^[a-z0-9-]{1,200}$/.test(value)

/** @type {Test} */
export const isText = (value) => typeof value === "string" && value.length <= 10_000

/** @type {Test} */
export const isTime = (value) => Number.isInteger(value) && value >= 0 && value <= 8.64e15

/** @type {Record<keyof Attempt, Test>} */
const FIELDS = {
  id: isWord,
  item: isWord,
  revision: isWord,
  response: (value) => Array.isArray(value) && value.length <= 100 && [...value].every(isText),
  outcome: (value) => ["correct", "incorrect", "unanswered"].includes(value),
  confidence: (value) => [null, "sure", "unsure", "guessing"].includes(value),
  at: isTime,
}

/** The attempt that *value* is, null if it is none. @type {ParseAttempt} */
export function parseAttempt(value) {
  const fields = Object.entries(FIELDS)
  if (!fields.every(([name, isSound]) => isSound(value?.[name]))) return null
  return /** @type {any} */ (Object.fromEntries(fields.map(([name]) => [name, value[name]])))
}

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
