/** Days of the reader's calendar, and how many answers were given on each. */

const DAY = 86_400_000
const WEEKS = 26
const SHORT_NAMES = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" })
const NAMES = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" })

/** Days from 1970 to the day of *time*. @param {number} time */
export function dayOf(time) {
  const date = new Date(time)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY
}

/** "3 Nov 2026". @param {number} day */
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
  return Array.from({ length: WEEKS }, (_, week) =>
    ({ monday: first + 7 * week, counts: counts.slice(7 * week, 7 * week + 7) }))
}

/** "3 Nov 2026, 14:05". @param {number} time */
export const nameOfTime = (time) => new Date(time).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })

/**
 * "Tue 24 Nov", with the year where it is not that of *today*.
 * @param {number} day - since 1970, as dayOf gives it
 * @param {number} today
 */
export function shortName(day, today) {
  const [year, thisYear] = [day, today].map((each) => new Date(each * DAY).getUTCFullYear())
  return `${SHORT_NAMES.format(day * DAY)}${year === thisYear ? "" : ` ${year}`}`
}
