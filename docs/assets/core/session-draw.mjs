/** Which items a review session asks, and in what order. */

import { verdict } from "./history.mjs"
import { dueAt } from "./schedule.mjs"
import { shuffled } from "./shuffle.mjs"

export const SIZES = [5, 10, 20]

/** @type {Verdict[]} */
const MISSES = ["incorrect", "unanswered"]

/**
 * At most *size* of *items*, none twice, no two that ask one fact, neighbors of different topics where that can be.
 * "due": what the reader was sure of and got wrong, what is due, what else was missed, then what is new;
 * "missed": only what was got wrong; "mix": topics in turn, seen or not; "new": what was
 * never answered, then as "due"; "all": as "due", then the rest.
 * @template {TopicItem} T
 * @param {readonly T[]} items
 * @param {Histories} histories
 * @param {SessionPlan} plan
 */
export function drawSession(items, histories, { choice, size, now, examDay, seed }) {
  const all = mixed(items, seed)
  const { sureButWrong, due, missed, unseen } = waiting(all, histories, now, examDay)
  const first = [...sureButWrong, ...due, ...missed, ...inTurn(unseen)]
  const wanted = {
    due: first,
    missed: [...sureButWrong, ...missed],
    mix: inTurn(all),
    new: [...inTurn(unseen), ...first],
    all: [...first, ...all],
  }[choice]
  return apart(withoutSiblings([...new Set(wanted)]).slice(0, size))
}

/**
 * Without those that ask a fact which an earlier one asks: the second would be answered from the first.
 * @template {TopicItem} T
 * @param {readonly T[]} items
 */
export function withoutSiblings(items) {
  const asked = new Set()
  return items.filter(({ facts = [] }) => {
    const isNew = facts.every((fact) => !asked.has(fact))
    if (isNew) for (const fact of facts) asked.add(fact)
    return isNew
  })
}

/**
 * What there is to review, longest overdue first; an item may be in several lists.
 * Unseen is also what changed since it was answered.
 * @template {TopicItem} T
 * @param {readonly T[]} items
 * @param {Histories} histories
 * @param {number} now
 * @param {string | null} examDay
 */
export function waiting(items, histories, now, examDay) {
  const standings = items
    .map((item) => {
      const history = histories.get(item.id) ?? []
      return { item, last: history.at(-1), due: dueAt(history, item.revision, examDay) ?? Infinity }
    })
    .sort((one, other) => one.due - other.due)
  const missed = standings.filter(({ item, last }) => MISSES.includes(verdict(last, item.revision)))
  return {
    sureButWrong: itemsOf(missed.filter(({ last }) => last?.confidence === "sure")),
    due: itemsOf(standings.filter(({ due }) => due <= now)),
    missed: itemsOf(missed),
    unseen: itemsOf(standings.filter(({ due }) => due === Infinity)),
  }
}

/** @template T @param {readonly { item: T }[]} standings */
const itemsOf = (standings) => standings.map(({ item }) => item)

/** In the order of *seed*, each id once. @template {TopicItem} T @param {readonly T[]} items @param {string} seed */
function mixed(items, seed) {
  const byId = new Map(items.map((item) => [item.id, item]))
  return shuffled([...byId.keys()], seed).map((id) => /** @type {T} */ (byId.get(id)))
}

/**
 * One of each topic, then a second of each, and so on; confusable topics first in each turn.
 * @template {TopicItem} T
 * @param {readonly T[]} items
 */
function inTurn(items) {
  /** @type {Map<string, number>} */
  const turns = new Map()
  const ranked = items.map((item) => {
    const turn = turns.get(item.topic) ?? 0
    turns.set(item.topic, turn + 1)
    return { item, rank: 2 * turn + (item.isConfusable ? 0 : 1) }
  })
  return itemsOf(ranked.sort((one, other) => one.rank - other.rank))
}

/**
 * In their order, but that none follows one of its own topic while that can be helped.
 * @template {TopicItem} T
 * @param {readonly T[]} items
 */
function apart(items) {
  const rest = [...items]
  /** @type {T[]} */
  const result = []
  while (rest.length > 0) {
    const others = rest.filter(({ topic }) => topic !== result.at(-1)?.topic)
    const next = others.find(({ topic }) => isMost(topic, rest)) ?? others[0] ?? rest[0]
    result.push(...rest.splice(rest.indexOf(next), 1))
  }
  return result
}

/** Whether more than half of *items* are of *topic*. @param {string} topic @param {readonly TopicItem[]} items */
const isMost = (topic, items) =>
  2 * items.filter((item) => item.topic === topic).length > items.length
