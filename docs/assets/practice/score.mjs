/** Attempts in, scores out. Pure. */

import { dayOf } from "../quiz/days.mjs"
import { inOrder, verdict } from "../quiz/progress.mjs"

const DAYS_TO_MASTER = 3

/**
 * @param {readonly Item[]} items
 * @param {Histories} histories - of any items
 * @returns {Score}
 */
export function score(items, histories) {
  const scores = items.map((item) => scoreItem(item, histories))
  /** @param {"seen" | "right" | "mastered"} name */
  const count = (name) => scores.filter((one) => one[name]).length
  return { questions: items.length, seen: count("seen"), right: count("right"), mastered: count("mastered") }
}

/**
 * @param {Item} item
 * @param {Histories} histories
 */
export function scoreItem({ id, revision }, histories) {
  const history = histories.get(id) ?? []
  return {
    seen: history.length > 0,
    right: verdict(history.at(-1), revision) === "correct",
    mastered: isMastered(history, revision),
  }
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

/**
 * Right the last time, and right on three different days of the reader's calendar.
 * @param {readonly Attempt[]} history - of one item, oldest first
 * @param {string} revision
 */
export function isMastered(history, revision) {
  if (verdict(history.at(-1), revision) !== "correct") return false
  const right = history.filter((attempt) => verdict(attempt, revision) === "correct")
  return new Set(right.map(({ at }) => dayOf(at))).size >= DAYS_TO_MASTER
}
