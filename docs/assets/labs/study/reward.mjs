/**
 * The reward model: each word of an answer has a value; an answer's score is their sum, and the better of
 * two answers wins with probability sigmoid(difference) (Bradley and Terry 1952).
 */

import { mean, sigmoid, spread } from "../engine/math.mjs"
import { VOCABULARY } from "../world/words.mjs"

const ROUNDS = 400
const RATE = 0.3
const SHRINK = 0.02

/**
 * Values under which the winners win, by gradient ascent on the likelihood. Scores are shifted and scaled so
 * that the compared answers have mean 0 and spread 1: β then means the same for every reader.
 *
 * @param {readonly { win: readonly number[], lose: readonly number[] }[]} comparisons
 */
export function fitReward(comparisons) {
  const values = new Float64Array(VOCABULARY.length)
  const differences = comparisons.map(({ win, lose }) => countWords(win, lose))
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = new Float64Array(values.length)
    for (const difference of differences) {
      let lead = 0
      for (const [word, count] of difference) lead += values[word] * count
      const surprise = sigmoid(-lead)
      for (const [word, count] of difference) slopes[word] += surprise * count
    }
    for (let i = 0; i < values.length; i++)
      values[i] += RATE * (slopes[i] / comparisons.length - SHRINK * values[i])
  }
  /** @param {readonly number[]} written */
  const sum = (written) => written.reduce((total, word) => total + values[word], 0)
  const sums = comparisons.flatMap(({ win, lose }) => [sum(win), sum(lose)])
  const [middle, width] = [mean(sums), spread(sums) || 1]
  const ranked = [...values.keys()]
    .filter((word) => values[word] !== 0)
    .sort((a, b) => values[b] - values[a])
  return {
    /** @param {readonly number[]} written */
    score: (written) => (sum(written) - middle) / width,
    /** The score of the best answer that was compared. */
    top: (Math.max(...sums) - middle) / width,
    best: ranked.slice(0, 4).map((word) => VOCABULARY[word]),
    worst: ranked
      .slice(-4)
      .reverse()
      .map((word) => VOCABULARY[word]),
  }
}

/** How often each word is in the winner, less how often in the loser. @param {readonly number[]} win @param {readonly number[]} lose */
function countWords(win, lose) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (const word of win) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of lose) counts.set(word, (counts.get(word) ?? 0) - 1)
  return counts
}
