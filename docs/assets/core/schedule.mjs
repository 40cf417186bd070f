/** Attempts in, what is due and when. Days are those of the reader's calendar. */

import { createEmptyCard, fsrs, Rating, State } from "../vendor/ts-fsrs/index.mjs"
import { DAY, dayOf } from "./days.mjs"
import { NO_TIME } from "./history.mjs"

const LAST_DAY = 8.64e15 / DAY - 1

const SCHEDULER = fsrs({ enable_short_term: false })
const START = new Date(0)
const NEW = createEmptyCard(START)

/**
 * When an item is due: the start of a day; null where it was never answered as it is now.
 * Until the eve of *examDay* (YYYY-MM-DD) nothing is put off beyond it.
 * @param {readonly Attempt[]} history - of one item, oldest first
 * @param {string} revision
 * @param {string | null} examDay
 */
export function dueAt(history, revision, examDay) {
  const day = dueDay(history, revision, examDay)
  return day === null ? null : startOf(day)
}

/**
 * *examDay* itself, null once it is over: what was put off until then would else be due for ever.
 * @param {string | null} examDay
 * @param {number} now
 */
export const stillAhead = (examDay, now) =>
  Date.parse(examDay ?? "") / DAY >= dayOf(now) ? examDay : null

/**
 * How many items are due today (those overdue with them), tomorrow, and so on for *days* days.
 * @param {readonly Item[]} items
 * @param {Histories} histories
 * @param {number} now
 * @param {number} days
 * @param {string | null} examDay
 */
export function forecast(items, histories, now, days, examDay) {
  const counts = Array(days).fill(0)
  const today = dayOf(now)
  for (const { id, revision } of items) {
    const due = dueDay(histories.get(id) ?? [], revision, examDay)
    if (due !== null && due < today + days) counts[Math.max(0, due - today)]++
  }
  return counts
}

/**
 * Days from the last of *reviews*, of which there is at least one, to the next.
 * @param {readonly Review[]} reviews - oldest first
 */
export function intervalAfter(reviews, scheduler = SCHEDULER) {
  /** @type {import("../vendor/ts-fsrs/index.mjs").FSRSState | null} */
  let memory = null
  for (const { elapsed, rating } of reviews.slice(0, -1)) {
    memory = scheduler.next_state(memory, elapsed, rating)
  }
  const { elapsed, rating } = reviews[reviews.length - 1]
  const card = memory ? { ...NEW, ...memory, state: State.Review, last_review: START } : NEW
  return scheduler.next(card, elapsed * DAY, rating).card.scheduled_days
}

/** What was worked out of a history, which is long; no history changes. @type {WeakMap<readonly Attempt[], Due>} */
const KNOWN = new WeakMap()

/** @typedef {{ revision: string, last: number, due: number | null }} Due */

/**
 * @param {readonly Attempt[]} history
 * @param {string} revision
 * @returns {Due} the last day and the next, before any exam counts
 */
function plainDue(history, revision) {
  const known = KNOWN.get(history)
  if (known?.revision === revision) return known
  const { reviews, last } = reviewsIn(history, revision)
  const due = reviews.length > 0 ? last + intervalAfter(reviews) : null
  const found = { revision, last, due }
  KNOWN.set(history, found)
  return found
}

/**
 * @param {readonly Attempt[]} history
 * @param {string} revision
 * @param {string | null} examDay
 */
function dueDay(history, revision, examDay) {
  const { last, due } = plainDue(history, revision)
  if (due === null) return null
  const eve = Date.parse(examDay ?? "") / DAY - 1
  return eve > last ? Math.min(due, eve) : due
}

/**
 * The first attempt of each day, and the last such day. A retry right after reading the answer shows
 * what was just read and not what was remembered; counted, it would put the item off for weeks.
 * Where the clock went back, what it calls an earlier day counts as the same one.
 * @param {readonly Attempt[]} history
 * @param {string} revision
 */
function reviewsIn(history, revision) {
  /** @type {Review[]} */
  const reviews = []
  let last = -Infinity
  for (const attempt of history) {
    const day = dayOf(attempt.at)
    if (attempt.revision !== revision || attempt.at === NO_TIME || day <= last) continue
    reviews.push({ elapsed: reviews.length > 0 ? day - last : 0, rating: rate(attempt) })
    last = day
  }
  return { reviews, last }
}

/** A lucky guess is no memory. @param {Attempt} attempt */
function rate({ outcome, confidence }) {
  if (outcome !== "correct" || confidence === "guessing") return Rating.Again
  return confidence === "unsure" ? Rating.Hard : Rating.Good
}

/** @param {number} day */
function startOf(day) {
  const date = new Date(Math.min(day, LAST_DAY) * DAY)
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime()
}
