/** The policy that answers, the rater who prefers, and pairs of answers that were compared. */

import { continueTexts, drawn } from "../engine/generate.mjs"
import { setHalves } from "../engine/half.mjs"
import { mean, random, sigmoid } from "../engine/math.mjs"
import { addLora, mergeLora } from "../engine/parts.mjs"
import { promptOf } from "../world/rows.mjs"
import { fact, FACT_KINDS, question } from "../world/texts.mjs"
import { decode, END } from "../world/words.mjs"
import { TRAINING_ANIMALS } from "./sets.mjs"
import { openModel } from "./study.mjs"

/**
 * @typedef {import("./study.mjs").Study} Study @typedef {import("./study.mjs").Pair} Pair
 * @typedef {import("../engine/math.mjs").Random} Random
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

/**
 * Pairs of sampled answers. The better one wins most of the time: people are not of one mind.
 *
 * @param {Study} study @param {number} count @param {number} seed
 */
export function compare(study, count, seed) {
  const r = random(seed)
  /** @type {Comparison[]} */
  const comparisons = []
  while (comparisons.length < count) {
    const pairs = Array.from({ length: 32 }, () => r.pick(QUESTIONS))
    const [first, second] = [sample(study, pairs, r), sample(study, pairs, r)]
    pairs.forEach((pair, i) => {
      if (comparisons.length === count || decode(first[i]) === decode(second[i])) return
      const lead = quality(pair, first[i]) - quality(pair, second[i])
      const [win, lose] =
        r.share() < sigmoid(lead / DISAGREEMENT) ? [first[i], second[i]] : [second[i], first[i]]
      comparisons.push({ pair, win, lose })
    })
  }
  return comparisons
}

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
