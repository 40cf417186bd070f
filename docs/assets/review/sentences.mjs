/** What the pages of practice say. */

import { dayOf } from "../core/days.mjs"
import { counted } from "../core/words.mjs"

/**
 * @param {number} due
 * @param {number} now
 */
export const returnsIn = (due, now) => `Comes back ${inDays(dayOf(due) - dayOf(now))}`

/** @param {number} days */
function inDays(days) {
  if (days < 1) return "today"
  if (days === 1) return "tomorrow"
  if (days < 60) return `in ${days} days`
  return days < 700 ? `in ${Math.round(days / 30)} months` : `in ${Math.round(days / 365)} years`
}

/**
 * How much is for today, and what becomes of the rest; "" if nothing is due.
 * @param {number} due
 * @param {number} today - of them, for today
 * @param {number} limit
 */
export function dueLine(due, today, limit) {
  const rest = due - today
  if (rest <= 0) return ""
  const first = today === 0 ? `That’s today’s ${limit}.` : `Your limit is ${limit} a day.`
  return `${first} The other ${rest === 1 ? "one is" : `${rest} are`} spread over the next days.`
}

/** @param {ReturnType<typeof import("../core/workload.mjs").planUntil>} plan */
export function planLine(plan) {
  if (!plan)
    return "With the day of your exam, this page plans how many new questions a day take you through all of them."
  if (plan.days === 0) return "Your exam is today. Good luck."
  const days = counted(plan.days, "day")
  const news =
    plan.unseen === 0
      ? "You have seen every question."
      : `${counted(plan.newADay, "new question")} a day ${plan.newADay === 1 ? "takes" : "take"} you through the ${plan.unseen} that are left.`
  return `${days} to your exam. ${news} Everything comes around once more before it.`
}

/**
 * What came of a session.
 * @param {number} right
 * @param {number} all
 */
export function endLine(right, all) {
  if (all === 0) return "Nothing was counted."
  if (right === all) return `${counted(all, "question")}, all right.`
  return `${counted(all, "question")}: ${right} right, ${all - right} missed.`
}
