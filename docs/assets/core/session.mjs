/** A session of review or of flashcards: what it asks, and how far the reader is. */

/**
 * @param {Session["kind"]} kind
 * @param {string} choice - what was asked for: "due", "missed", "topic-peft", ...
 * @param {readonly Item[]} items
 * @param {number} now
 * @returns {Session}
 */
export const newSession = (kind, choice, items, now) => ({
  kind,
  choice,
  started: now,
  items: items.map(({ id, revision }) => ({ id, revision })),
  attempts: [],
})

/** @param {Session} session @param {string} attempt - its id @returns {Session} */
export const withAnswer = (session, attempt) => ({
  ...session,
  attempts: [...session.attempts, attempt],
})

/** The last answer taken back. @param {Session} session @returns {Session} */
export const withoutLast = (session) => ({ ...session, attempts: session.attempts.slice(0, -1) })

/** Ask *item* once more, at the end. @param {Session} session @param {Item} item @returns {Session} */
export const withAgain = (session, { id, revision }) => ({
  ...session,
  items: [...session.items, { id, revision }],
})

/** Without what waits at the end because it was missed now. @param {Session} session @returns {Session} */
export const withoutAgain = (session) => ({ ...session, items: session.items.slice(0, -1) })

/**
 * The session with what is still to be asked as the guide has it now: what is gone is left out.
 * @param {Session} session
 * @param {ReadonlyMap<string, Item>} now - by id
 * @returns {Session}
 */
export function fittedSession(session, now) {
  const place = session.attempts.length
  const rest = session.items.slice(place).flatMap(({ id }) => now.get(id) ?? [])
  return {
    ...session,
    items: [
      ...session.items.slice(0, place),
      ...rest.map(({ id, revision }) => ({ id, revision })),
    ],
  }
}

/**
 * The outcome of each answer so far.
 * @param {Session} session
 * @param {readonly Attempt[]} attempts
 * @returns {Outcome[]}
 */
export function outcomesOf(session, attempts) {
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  return session.attempts.map((id) => byId.get(id)?.outcome ?? "unanswered")
}

/** @param {Session} session */
export const isOver = ({ items, attempts }) => attempts.length >= items.length

/**
 * With the answers that were stored just before a tab was closed and did not reach the session.
 * @param {Session} session
 * @param {readonly Attempt[]} attempts - in the sequence in which they were stored
 * @returns {Session}
 */
export function caughtUp(session, attempts) {
  const known = new Set(session.attempts)
  const next = session.items[session.attempts.length]
  const lost = attempts.find(
    ({ id, item, at }) => item === next?.id && at >= session.started && !known.has(id),
  )
  return lost ? caughtUp(withAnswer(session, lost.id), attempts) : session
}

/** Without the question on screen, which was looked up and does not count. @param {Session} session @returns {Session} */
export const withoutCurrent = (session) => ({
  ...session,
  items: session.items.toSpliced(session.attempts.length, 1),
})

/**
 * What an address such as "?start=topic:peft&size=5" asks for; null if it asks for nothing.
 * @param {string} search
 * @returns {{ choice: string, size: number | null } | null}
 */
export function parseStart(search) {
  const asked = new URLSearchParams(search)
  const choice = (asked.get("start") ?? "").replace(":", "-")
  const size = Number(asked.get("size"))
  if (!/^(?:due|missed|mix|new|topic-[a-z0-9-]+)$/.test(choice)) return null
  return { choice, size: Number.isInteger(size) && size > 0 && size <= 50 ? size : null }
}
