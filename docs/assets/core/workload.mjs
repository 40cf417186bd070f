/** How much comes up on each day: a limit a day, the rest spread, and a plan up to the exam. */

import { DAY, dayOf } from "./days.mjs"

/** How many days show the reader's pace. */
const PACE_DAYS = 14
/** What readers may choose; 0 is no limit. */
export const LIMITS = [10, 20, 40, 0]

/**
 * At most *limit* a day; what is too much moves to the next day.
 * @param {readonly number[]} counts - how many come due today and on each day after
 * @param {number} limit - 0 for none
 * @param {number} done - how many were reviewed today already
 */
export function spread(counts, limit, done) {
  let rest = 0
  return counts.map((count, place) => {
    const all = count + rest
    const room = limit === 0 ? all : Math.max(0, limit - (place === 0 ? done : 0))
    rest = Math.max(0, all - room)
    return all - rest
  })
}

/**
 * How many of *due* are for today.
 * @param {number} due
 * @param {number} limit - 0 for none
 * @param {number} done - how many were reviewed today already
 */
export const forToday = (due, limit, done) => spread([due], limit, done)[0]

/**
 * How many items were answered today that had been answered on an earlier day.
 * @param {readonly Item[]} items
 * @param {Histories} histories
 * @param {number} now
 */
export function reviewedToday(items, histories, now) {
  const today = dayOf(now)
  return items.filter(({ id }) => {
    const history = histories.get(id) ?? []
    const last = history.findLast(({ at }) => dayOf(at) <= today)
    return last && dayOf(last.at) === today && dayOf(history[0].at) < today
  }).length
}

/**
 * What the days to the exam ask for; null without an exam ahead.
 * @param {readonly Item[]} items
 * @param {Histories} histories
 * @param {string | null} examDay - YYYY-MM-DD, still ahead
 * @param {number} now
 */
export function planUntil(examDay, items, histories, now) {
  if (examDay === null) return null
  const today = dayOf(now)
  const days = Date.parse(examDay) / DAY - today
  const firsts = items.flatMap(({ id }) => histories.get(id)?.[0] ?? [])
  const unseen = items.length - firsts.length
  const recent = firsts.filter(({ at }) => dayOf(at) > today - PACE_DAYS).length
  const covered = Math.min(unseen, Math.floor((recent / PACE_DAYS) * days))
  return {
    days,
    unseen,
    /** New questions a day that reach all of them by the eve of the exam. */
    newADay: unseen === 0 ? 0 : Math.ceil(unseen / Math.max(1, days)),
    /** The share that will have been seen at the pace of the last two weeks. */
    covered: items.length === 0 ? 0 : (firsts.length + covered) / items.length,
  }
}
