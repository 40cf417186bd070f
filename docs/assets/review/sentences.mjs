/** What the pages of sessions say. */

import { dayOf, shortName } from "../core/days.mjs"

/**
 * What waits, in a sentence or more.
 * @param {Record<"sureButWrong" | "due" | "missed" | "unseen", readonly Item[]>} waiting
 * @param {readonly number[]} counts - how many come due today and on each day after
 * @param {number} now
 * @param {number} all - how many there are
 * @param {string} noun
 */
export function whatWaits({ sureButWrong, due, missed, unseen }, counts, now, all, noun) {
  if (unseen.length === all) return `All ${all} ${noun}s are new to you. A few a day are enough.`
  const parts = [
    due.length > 0 && `${due.length} due today`,
    missed.length > 0 && `${missed.length} missed`,
    sureButWrong.length > 0 && `${sureButWrong.length} you were sure of and got wrong`,
    unseen.length > 0 && `${unseen.length} not yet seen`,
  ].filter(Boolean)
  const list = parts.length > 0 ? `${parts.join(", ")}.` : ""
  return due.length > 0 ? list : `Nothing is due today: well done. ${whatNext(counts, now, noun)} ${list}`.trim()
}

/**
 * When the next are due; "" if none ever is.
 * @param {readonly number[]} counts - how many come due today and on each day after
 * @param {number} now
 * @param {string} noun
 */
export function whatNext(counts, now, noun) {
  const days = counts.findIndex((count) => count > 0)
  if (days < 0) return ""
  const count = counts[days]
  return `The next ${count === 1 ? `${noun} is` : `${count} ${noun}s are`} due ${inDays(days, dayOf(now))}.`
}

/**
 * @param {number} due
 * @param {number} now
 */
export const whenAgain = (due, now) => `Asked again ${inDays(dayOf(due) - dayOf(now), dayOf(now))}.`

/** @param {readonly Answer[]} answers */
export function whatCame(answers) {
  const right = answers.filter(({ attempt }) => attempt.outcome === "correct").length
  return `${right} right, ${answers.length - right} wrong.`
}

/**
 * @param {number} days
 * @param {number} today
 */
function inDays(days, today) {
  if (days < 1) return "today"
  return `${days === 1 ? "tomorrow" : `in ${days} days`}, on ${shortName(today + days, today)}`
}
