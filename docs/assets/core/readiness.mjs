/**
 * How ready the reader is, with a range. The formula is ours.
 *
 * Of each objective: a Beta estimate of the share of its exam questions that the reader would get right.
 * Each question that was answered as it is now counts once, by its latest answer, with a weight that halves
 * every 30 days. Four answers are assumed beforehand, one of them right, as a blind guess among four options
 * would be: so a few right answers prove little, and what was never answered counts as a guess. Adding
 * assumed answers to a small sample is the method of Agresti and Coull (The American Statistician 52(2), 1998).
 *
 *   share    = (1 + weights of right answers) / (4 + weights of all answers)
 *   variance = share × (1 − share) / (5 + weights of all answers)
 *   whole    = the mean of the objectives, each with its weight in a mock exam
 *   range    = 1.28 standard deviations to each side, which holds 4 of 5 such values
 */

import { DAY } from "./days.mjs"
import { candidates } from "./exam-draw.mjs"
import { verdict } from "./history.mjs"

export const HALF_LIFE = 30
const ASSUMED = { right: 1, all: 4 }
const DEVIATIONS = 1.28
/** From here on, in percent, we call a reader ready. */
export const MARK = 80
/** With fewer answers we name no number. */
export const LEAST = 10

/**
 * @param {Pick<Index, "quizzes" | "blueprint" | "objectives">} index
 * @param {Histories} histories
 * @param {number} now
 * @returns {Readiness}
 */
export function readiness({ quizzes, blueprint, objectives }, histories, now) {
  const items = candidates({ quizzes, blueprint })
  const weightOfAll = sum(Object.values(blueprint))
  const parts = Object.entries(blueprint).map(([name, weight]) => {
    const ours = items.filter(({ objective }) => objective === name)
    const estimate = estimateOf(ours, histories, now)
    return {
      name,
      title: objectives[name] ?? "",
      weight: weight / weightOfAll,
      questions: ours.length,
      ...estimate,
    }
  })
  const share = sum(parts.map(({ weight, share }) => weight * share))
  const variance = sum(parts.map(({ weight, variance }) => weight ** 2 * variance))
  const seen = sum(parts.map(({ seen }) => seen))
  return {
    ...inPercent({ share, variance }),
    seen,
    level: levelOf(share, variance, seen),
    objectives: parts.map(({ name, title, questions, seen, weight, ...estimate }) => ({
      name,
      title,
      questions,
      seen,
      weight: Math.round(100 * weight),
      ...inPercent(estimate),
    })),
  }
}

/**
 * @param {readonly Item[]} items
 * @param {Histories} histories
 * @param {number} now
 */
function estimateOf(items, histories, now) {
  let right = ASSUMED.right
  let all = ASSUMED.all
  let seen = 0
  for (const { id, revision } of items) {
    const last = histories.get(id)?.at(-1)
    const outcome = verdict(last, revision)
    if (!last || outcome === "changed") continue
    const weight = 0.5 ** (Math.max(0, now - last.at) / DAY / HALF_LIFE)
    seen++
    all += weight
    if (outcome === "correct") right += weight
  }
  const share = right / all
  return { share, seen, variance: (share * (1 - share)) / (all + 1) }
}

/** @param {number} share @param {number} variance @param {number} seen @returns {Readiness["level"]} */
function levelOf(share, variance, seen) {
  if (seen < LEAST) return "unknown"
  const { score, high } = inPercent({ share, variance })
  if (score >= MARK) return "ready"
  return high >= MARK ? "nearly" : "not yet"
}

/** @param {{ share: number, variance: number }} estimate */
function inPercent({ share, variance }) {
  const spread = DEVIATIONS * Math.sqrt(variance)
  const [low, score, high] = [share - spread, share, share + spread].map((each) =>
    Math.round(100 * Math.min(1, Math.max(0, each))),
  )
  return { score, low, high }
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0)
