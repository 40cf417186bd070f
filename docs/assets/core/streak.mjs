/** Days in a row on which the reader reached the daily goal, and this week. The goal is ours. */

import { dayOf } from "./days.mjs"

/** Answers that make a day count. */
export const GOAL = 5

/**
 * Today breaks no streak: it may still come.
 * @param {readonly Attempt[]} attempts
 * @param {number} now
 */
export function streak(attempts, now) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (const { at } of attempts) counts.set(dayOf(at), (counts.get(dayOf(at)) ?? 0) + 1)
  /** @param {number} day */
  const isDone = (day) => (counts.get(day) ?? 0) >= GOAL
  const today = dayOf(now)
  let first = isDone(today) ? today : today - 1
  const last = first
  while (isDone(first)) first--
  const monday = today - ((today + 3) % 7) // 1970 began on a Thursday
  const week = Array.from({ length: today - monday + 1 }, (_, place) => monday + place).filter(
    isDone,
  ).length
  return { days: last - first, today: counts.get(today) ?? 0, week }
}
