/** Attempts in, scores out. */

import { dayOf } from "./days.mjs"
import { verdict } from "./history.mjs"
import { dueAt } from "./schedule.mjs"

const DAYS_TO_MASTER = 3
const CONFIDENCES = /** @type {const} */ (["sure", "unsure", "guessing"])
/** A topic with fewer answers that still hold is not known well enough to be called weak. */
const LEAST = 3

/**
 * @param {readonly Item[]} items
 * @param {Histories} histories - of any items
 * @returns {Score}
 */
export function score(items, histories) {
  const scores = items.map((item) => scoreItem(item, histories))
  /** @param {"seen" | "right" | "mastered"} name */
  const all = (name) => scores.filter((one) => one[name]).length
  return {
    questions: items.length,
    seen: all("seen"),
    right: all("right"),
    mastered: all("mastered"),
  }
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
 * Right the last time, and right on three different days of the reader's calendar.
 * @param {readonly Attempt[]} history - of one item, oldest first
 * @param {string} revision
 */
export function isMastered(history, revision) {
  if (verdict(history.at(-1), revision) !== "correct") return false
  const days = new Set()
  for (const attempt of history) {
    if (verdict(attempt, revision) === "correct") days.add(dayOf(attempt.at))
    if (days.size === DAYS_TO_MASTER) return true
  }
  return false
}

/**
 * How each item stands, worked out once for everything that counts them.
 * @param {readonly Item[]} items
 * @param {Histories} histories
 * @param {number} now
 * @param {string | null} examDay
 * @returns {ItemScores} by the item's id
 */
export function scoreItems(items, histories, now, examDay) {
  return new Map(
    items.map((item) => {
      const history = histories.get(item.id) ?? []
      const due = dueAt(history, item.revision, examDay)
      const wrong = ["incorrect", "unanswered"].includes(verdict(history.at(-1), item.revision))
      return [item.id, { ...scoreItem(item, histories), wrong, due: due !== null && due <= now }]
    }),
  )
}

/**
 * @param {readonly Item[]} items
 * @param {ItemScores} scores
 * @param {keyof ItemScore} name
 */
export const count = (items, scores, name) =>
  items.filter(({ id }) => scores.get(id)?.[name]).length

/**
 * The three topics with the lowest share of right among the questions whose latest answer still holds;
 * of equal ones that with more such questions, then the earlier in the list. Left out is a topic with
 * fewer than three of them or with none wrong.
 * @template {{ items: readonly Item[] }} Topic
 * @param {readonly Topic[]} topics
 * @param {ItemScores} scores
 */
export function weakest(topics, scores) {
  return topics
    .map((topic) => {
      const right = count(topic.items, scores, "right")
      return { topic, right, answered: right + count(topic.items, scores, "wrong") }
    })
    .filter(({ right, answered }) => answered >= LEAST && right < answered)
    .sort(
      (one, other) =>
        one.right / one.answered - other.right / other.answered || other.answered - one.answered,
    )
    .slice(0, 3)
}

/**
 * The items whose latest answer was wrong though the reader was sure, the latest first.
 * @template {Item} T
 * @param {readonly T[]} items
 * @param {Histories} histories
 */
export function sureAndWrong(items, histories) {
  return items
    .map((item) => ({ item, last: histories.get(item.id)?.at(-1) }))
    .filter(
      ({ item, last }) =>
        last?.confidence === "sure" && verdict(last, item.revision) === "incorrect",
    )
    .sort((one, other) => Number(other.last?.at) - Number(one.last?.at))
    .map(({ item }) => item)
}

/**
 * How many answers were given with each confidence, and how many of them were right.
 * @param {readonly Attempt[]} attempts
 * @returns {Calibration[]}
 */
export const calibration = (attempts) =>
  CONFIDENCES.map((confidence) => {
    const given = attempts.filter((attempt) => attempt.confidence === confidence)
    return {
      confidence,
      answers: given.length,
      right: given.filter(({ outcome }) => outcome === "correct").length,
    }
  })
