/** Texts as rows of word numbers, each word with the weight that the loss gives it. */

import { random } from "../engine/math.mjs"
import { BOT, encode, END, START, USER } from "./words.mjs"

/** @typedef {{ words: number[], weights: number[] }} Row - predicting words[t] counts weights[t] times */

/** Words in a row, and in the model's view. */
export const LENGTH = 32

/** Documents one after another, cut to LENGTH; every word but the first counts. @param {import("./texts.mjs").Writer} write @param {import("../engine/math.mjs").Random} r @returns {Row} */
export function textRow(write, r) {
  const words = [START]
  while (words.length < LENGTH) words.push(...encode(write(r)), END)
  return {
    words: words.slice(0, LENGTH),
    weights: Array.from({ length: LENGTH }, (_, t) => (t ? 1 : 0)),
  }
}

/** @param {import("./texts.mjs").Writer} write @param {number} count @param {number} seed */
export function textRows(write, count, seed) {
  const r = random(seed)
  return Array.from({ length: count }, () => textRow(write, r))
}

/** What stands before an answer. @param {string} asked */
export const promptOf = (asked) => [START, USER, ...encode(asked), BOT]

/**
 * A question and its answer. The loss counts the answer only, or, with `countsPrompt` 1, the question too.
 *
 * @param {string} asked @param {string} answer @param {0 | 1} countsPrompt @returns {Row}
 */
export function chatRow(asked, answer, countsPrompt = 0) {
  const prompt = promptOf(asked)
  const reply = [...encode(answer), END]
  return {
    words: [...prompt, ...reply],
    weights: [...prompt.map((_, t) => (t ? countsPrompt : 0)), ...reply.map(() => 1)],
  }
}

/**
 * Rows as one rectangle, filled up with <pad>; the weights of all words add up to 1.
 *
 * @param {readonly Row[]} rows @param {number} T - words of each row
 */
export function batchOf(rows, T) {
  const words = new Int32Array(rows.length * T)
  const weights = new Float64Array(rows.length * T)
  let total = 0
  rows.forEach((row, b) => {
    for (let t = 0; t < Math.min(T, row.words.length); t++) {
      words[b * T + t] = row.words[t]
      weights[b * T + t] = row.weights[t]
      total += row.weights[t]
    }
  })
  return { words, weights: total ? weights.map((w) => w / total) : weights, B: rows.length, T }
}
