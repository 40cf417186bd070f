/** Days of the reader's calendar, and how many answers were given on each. */

/** Milliseconds. */
export const DAY = 86_400_000
const WEEKS = 26
const SHORT_NAMES = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
})
const NAMES = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
})

/** Days from 1970 to the day of *time*. @param {number} time */
export function dayOf(time) {
  const date = new Date(time)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY
}

/** "2026-11-03", of the reader's own day. @param {number} time */
export const isoDay = (time) => new Date(dayOf(time) * DAY).toISOString().slice(0, 10)

/** "Nov 3, 2026". @param {number} day */
export const nameOf = (day) => NAMES.format(day * DAY)

/**
 * The last weeks from Monday on, the oldest first; the last has no days after that of *now*.
 * @param {readonly Attempt[]} attempts
 * @param {number} now
 * @returns {Week[]}
 */
export function weeksUntil(now, attempts) {
  const today = dayOf(now)
  const weekday = (today + 3) % 7 // 1970 began on a Thursday
  const first = today - weekday - 7 * (WEEKS - 1)
  const counts = Array(today - first + 1).fill(0)
  for (const { at } of attempts) {
    const day = dayOf(at)
    if (day >= first && day <= today) counts[day - first]++
  }
  return Array.from({ length: WEEKS }, (_, week) => ({
    monday: first + 7 * week,
    counts: counts.slice(7 * week, 7 * week + 7),
  }))
}

/** "Nov 3, 2026, 2:05 PM". @param {number} time */
export const nameOfTime = (time) =>
  new Date(time).toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" })

/**
 * "Tue, Nov 24", with the year where it is not that of *today*.
 * @param {number} day - since 1970, as dayOf gives it
 * @param {number} today
 */
export function shortName(day, today) {
  const [year, thisYear] = [day, today].map((each) => new Date(each * DAY).getUTCFullYear())
  return `${SHORT_NAMES.format(day * DAY)}${year === thisYear ? "" : `, ${year}`}`
}
