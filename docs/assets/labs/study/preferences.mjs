/** The policy that answers, the rater who prefers (a rule or the reader), and pairs of answers that were compared. */

import { continueTexts, drawn } from "../engine/generate.mjs"
import { setHalves } from "../engine/half.mjs"
import { mean, random, sigmoid } from "../engine/math.mjs"
import { addLora, mergeLora } from "../engine/parts.mjs"
import { promptOf } from "../world/rows.mjs"
import { fact, FACT_KINDS, question } from "../world/texts.mjs"
import { decode, END } from "../world/words.mjs"
import { PAIRS_TO_RANK } from "./raters.mjs"
import { TRAINING_ANIMALS } from "./sets.mjs"
import { openModel } from "./study.mjs"

/**
 * @typedef {import("./study.mjs").Study} Study @typedef {import("./study.mjs").Pair} Pair
 * @typedef {import("../engine/math.mjs").Random} Random
 * @typedef {{ pair: Pair, answers: [number[], number[]] }} Duel - two different answers to one question
 * @typedef {{ pair: Pair, win: number[], lose: number[] }} Comparison
 */

const MOST_WORDS = 22
const DISAGREEMENT = 0.5

export const QUESTIONS = TRAINING_ANIMALS.flatMap((animal) =>
  FACT_KINDS.map((kind) => ({ asked: question(animal, kind), answer: fact(animal, kind) })),
)

/** How the policy's own training is stored: a LoRA adapter of the base model. */
export const POLICY_LORA = { rank: 4, alpha: 8 }

/**
 * The model before RLHF: the base model, tuned on answers of many styles, some of them wrong.
 *
 * @param {{ machine: import("../kernels/load.mjs").Machine, weights: Uint16Array, policy: Uint16Array }} start
 */
export function openPolicy({ machine, weights, policy }) {
  const study = openModel({ machine, weights })
  setHalves(study.tape, addLora(study.tape, study.model, POLICY_LORA, 1), policy)
  mergeLora(study.tape, study.model)
  return study
}

/**
 * What a careful rater thinks of an answer; training never sees this. 2 for the right fact, 0 for "i do not
 * know", −1 for a wrong one; 1 more for a friendly phrase; less for length; 1 less without an end.
 *
 * @param {Pair} pair @param {readonly number[]} written
 */
export function quality({ answer }, written) {
  const text = decode(written)
  const truth = text.includes(answer) ? 2 : text.includes("sorry") ? 0 : -1
  const friendly = /sure !|hope this helps !|glad to help !|thank you !/.test(text) ? 1 : 0
  const length = written.filter((word) => word !== END).length
  return truth + friendly - 0.15 * Math.max(0, length - 11) - (written.at(-1) === END ? 0 : 1)
}

/** Answers drawn by chance. @param {Study} study @param {readonly Pair[]} pairs @param {Random} r */
export const sample = ({ tape, model }, pairs, r) =>
  continueTexts(
    tape,
    model,
    pairs.map(({ asked }) => promptOf(asked)),
    { most: MOST_WORDS, end: END, choose: drawn(r) },
  )

/** Pairs of sampled answers without end. @param {Study} study @param {Random} r @returns {Generator<Duel, never>} */
function* duels(study, r) {
  for (;;) {
    const pairs = Array.from({ length: 32 }, () => r.pick(QUESTIONS))
    const [first, second] = [sample(study, pairs, r), sample(study, pairs, r)]
    for (const [i, pair] of pairs.entries())
      if (decode(first[i]) !== decode(second[i])) yield { pair, answers: [first[i], second[i]] }
  }
}

/**
 * Pairs that a rule has compared. The better answer wins most of the time: people are not of one mind.
 *
 * @param {Study} study @param {number} count @param {number} seed
 */
export function compare(study, count, seed) {
  const r = random(seed)
  /** @type {Comparison[]} */
  const comparisons = []
  for (const { pair, answers } of duels(study, r)) {
    const lead = quality(pair, answers[0]) - quality(pair, answers[1])
    const isFirst = r.share() < sigmoid(lead / DISAGREEMENT)
    comparisons.push(comparison({ pair, answers }, isFirst ? 0 : 1))
    if (comparisons.length === count) break
  }
  return comparisons
}

/** Pairs for the reader to compare. @param {Study} study @param {number} seed */
export function duelsToRank(study, seed) {
  /** @type {Duel[]} */
  const some = []
  for (const duel of duels(study, random(seed))) {
    some.push(duel)
    if (some.length === PAIRS_TO_RANK) break
  }
  return some
}

/** @param {Duel} duel @param {number} pick - 0 or 1, the answer that is better @returns {Comparison} */
export const comparison = ({ pair, answers }, pick) => ({
  pair,
  win: answers[pick],
  lose: answers[1 - pick],
})

/**
 * How many of the pairs come out as they were compared: by the reward model's score, and by the rule.
 *
 * @param {readonly Comparison[]} comparisons @param {(written: readonly number[]) => number} score
 */
export const agreement = (comparisons, score) => ({
  of: comparisons.length,
  model: comparisons.filter(({ win, lose }) => score(win) > score(lose)).length,
  rule: comparisons.filter(({ pair, win, lose }) => quality(pair, win) >= quality(pair, lose))
    .length,
})

/** How good sampled answers are, on average. @param {Study} study @param {number} count @param {Random} r */
export function assess(study, count, r) {
  const pairs = Array.from({ length: count }, () => r.pick(QUESTIONS))
  const written = sample(study, pairs, r)
  return {
    quality: mean(pairs.map((pair, i) => quality(pair, written[i]))),
    right: mean(pairs.map(({ answer }, i) => (decode(written[i]).includes(answer) ? 1 : 0))),
    words: mean(written.map(({ length }) => length)),
  }
}
