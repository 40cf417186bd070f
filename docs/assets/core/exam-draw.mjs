/** Which items a mock exam asks. */

import { verdict } from "./history.mjs"
import { shuffled } from "./shuffle.mjs"

/** The exam asks for no number and for nobody's own words. */
const INTERACTIONS = ["choice", "order", "match"]
/** How many of the latest exams an item is kept out of while there are others. */
const RESTS = 2

/** What an exam may ask. @param {Pick<Index, "quizzes" | "blueprint">} index @returns {Candidate[]} */
export const candidates = ({ quizzes, blueprint }) =>
  quizzes.flatMap((quiz) =>
    quiz.items
      .filter(
        ({ interaction, objective }) =>
          INTERACTIONS.includes(interaction) && objective in blueprint,
      )
      .map((item) => ({ ...item, quiz })),
  )

/**
 * The candidates that the learner wants.
 * @param {readonly Candidate[]} all
 * @param {ExamChoice} choice
 * @param {Histories} histories
 */
export function matching(all, { objective, topic, difficulty, only }, histories) {
  /** @param {Candidate} candidate */
  const standing = ({ id, revision }) => verdict(histories.get(id)?.at(-1), revision)
  return all.filter(
    (candidate) =>
      (!objective || candidate.objective === objective) &&
      (!topic || candidate.quiz.slug === topic) &&
      (!difficulty || candidate.difficulty === difficulty) &&
      (only !== "unseen" || standing(candidate) === "unseen") &&
      (only !== "missed" || ["incorrect", "unanswered"].includes(standing(candidate))),
  )
}

/**
 * At most *size* of these candidates, none twice, over the objectives by weight. Of each objective those
 * never answered come first and those of the latest exams last, each time from its quizzes in turn.
 * @param {readonly Candidate[]} wanted
 * @param {Record<string, number>} blueprint
 * @param {number} size
 * @param {string} seed - the same seed draws the same
 * @param {readonly Attempt[]} attempts
 * @param {readonly Exam[]} exams - the oldest first
 * @returns {Item[]}
 */
export function draw(wanted, blueprint, size, seed, attempts, exams) {
  const answered = new Set(attempts.map(({ item }) => item))
  const latest = new Set(exams.slice(-RESTS).flatMap(({ items }) => items.map(({ id }) => id)))
  /** @type {(candidate: Candidate) => number} */
  const staleness = ({ id }) => (latest.has(id) ? 2 : answered.has(id) ? 1 : 0)

  const all = mixed(wanted, seed)
  /** @param {string} name */
  const about = (name) => all.filter(({ objective }) => objective === name)
  const room = Object.fromEntries(Object.keys(blueprint).map((name) => [name, about(name).length]))
  const drawn = Object.entries(shares(blueprint, room, size)).flatMap(([name, count]) =>
    inTurn(about(name), staleness).slice(0, count),
  )
  return mixed(drawn, `${seed} asked `).map(({ id, revision }) => ({ id, revision }))
}

/**
 * How many of *size* each objective gives: by weight and largest remainder, of equal ones the heavier;
 * never more than there is *room* for, and what one lacks the others give.
 * @param {Record<string, number>} weights
 * @param {Record<string, number>} room
 * @param {number} size
 * @returns {Record<string, number>}
 */
export function shares(weights, room, size) {
  const able = Object.entries(weights).filter(([name]) => room[name] > 0)
  const whole = sum(able.map(([, weight]) => weight))
  const parts = able.map(([name, weight]) => ({
    name,
    weight,
    count: Math.floor((size * weight) / whole),
    remainder: (size * weight) % whole,
  }))
  const left = size - sum(parts.map(({ count }) => count))
  parts.sort((one, other) => other.remainder - one.remainder || other.weight - one.weight)
  for (const part of parts.slice(0, left)) part.count++

  const short = parts.filter(({ name, count }) => count > room[name]).map(({ name }) => name)
  if (short.length === 0) return Object.fromEntries(parts.map(({ name, count }) => [name, count]))
  const given = Object.fromEntries(short.map((name) => [name, room[name]]))
  const others = Object.fromEntries(able.filter(([name]) => !short.includes(name)))
  return { ...given, ...shares(others, room, size - sum(Object.values(given))) }
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0)

/** In the order of *seed*, each id once. @param {readonly Candidate[]} items @param {string} seed */
function mixed(items, seed) {
  const byId = new Map(items.map((item) => [item.id, item]))
  return shuffled([...byId.keys()], seed).map((id) => /** @type {Candidate} */ (byId.get(id)))
}

/**
 * The freshest first; of equally fresh ones one of each quiz, then a second of each, and so on.
 * @param {readonly Candidate[]} items
 * @param {(candidate: Candidate) => number} staleness
 */
function inTurn(items, staleness) {
  /** @type {Map<string, number>} */
  const turns = new Map()
  const ranked = items.map((item) => {
    const stale = staleness(item)
    const row = `${stale} ${item.quiz.slug}`
    const turn = turns.get(row) ?? 0
    turns.set(row, turn + 1)
    return { item, stale, turn }
  })
  ranked.sort((one, other) => one.stale - other.stale || one.turn - other.turn)
  return ranked.map(({ item }) => item)
}
