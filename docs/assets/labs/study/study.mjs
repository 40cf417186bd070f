/** What every experiment does: opens the base model, takes training steps, measures, asks questions. */

import { optimizer } from "../engine/adam.mjs"
import { continueTexts, likeliest } from "../engine/generate.mjs"
import { setHalves } from "../engine/half.mjs"
import { exp } from "../engine/math.mjs"
import { rowsOf, scoreWords } from "../engine/operations.mjs"
import { Tape } from "../engine/tape.mjs"
import {
  countNumbers,
  createModel,
  languageLoss,
  promptLength,
  readTexts,
  weightsOf,
} from "../engine/transformer.mjs"
import { batchOf, promptOf } from "../world/rows.mjs"
import { decode, encode, END, START, VOCABULARY } from "../world/words.mjs"

/**
 * @typedef {import("../engine/tape.mjs").Parameter} Parameter
 * @typedef {{ tape: Tape, model: import("../engine/transformer.mjs").Model }} Study
 * @typedef {import("../world/rows.mjs").Row} Row
 *
 * What an experiment is given: the machine, the base model's weights, the settings and a seed.
 * @typedef {object} Start
 * @property {import("../kernels/load.mjs").Machine} machine
 * @property {Uint16Array} weights
 * @property {Record<string, any>} settings
 * @property {number} seed
 * @property {string} [ownText]
 *
 * What an experiment yields, so that whoever runs it can show it, pause or stop.
 * @typedef {{ step: number, steps: number, values: Record<string, number>, [more: string]: unknown }} Point
 */

/** 2 layers, width 48, 4 heads: 75,312 numbers. */
export const SHAPE = {
  words: (VOCABULARY.length + 3) & ~3,
  width: 48,
  layers: 2,
  heads: 4,
  wide: 192,
  length: 32,
}

/** The base model, or, without weights, one that has learned nothing. @param {Pick<Start, "machine"> & { weights: Uint16Array | null }} start @returns {Study} */
export function openModel({ machine, weights }, seed = 1) {
  const tape = new Tape(machine)
  const model = createModel(tape, SHAPE, seed)
  if (weights) setHalves(tape, weightsOf(model), weights)
  return { tape, model }
}

/** Up over ten steps, then down to a tenth. @param {number} rate @param {number} step @param {number} steps */
export const schedule = (rate, step, steps) =>
  rate * Math.min(1, (step + 1) / 10) * (1 - (0.9 * step) / steps)

/** Whether a run is measured after this many steps: often at first, when most happens. @param {number} step @param {number} steps */
export const isMeasured = (step, steps) => step % (step <= 40 ? 5 : 20) === 0 || step === steps

/**
 * @param {Study} study
 * @param {readonly Parameter[]} parameters - what is trained
 */
export function trainer({ tape, model }, parameters) {
  const { step } = optimizer(tape, parameters)
  return {
    numbers: countNumbers(parameters),
    /** One step on these rows; the loss before it. @param {readonly Row[]} rows @param {number} T @param {number} rate @param {{ decay?: number }} [how] */
    learn(rows, T, rate, how) {
      tape.reset()
      const { loss } = languageLoss(tape, model, batchOf(rows, T))
      tape.backward()
      step(rate, how)
      return loss
    },
  }
}

/** The mean surprise, in nats, of the words that count. @param {Study} study @param {readonly Row[]} rows @param {number} T */
export function meanSurprise({ tape, model }, rows, T) {
  let [sum, count] = [0, 0]
  tape.withoutRecording(() => {
    for (let i = 0; i < rows.length; i += 16) {
      const batch = batchOf(rows.slice(i, i + 16), T)
      const counted = batch.weights.reduce((n, weight) => n + (weight > 0 ? 1 : 0), 0)
      tape.reset()
      sum += languageLoss(tape, model, batch).loss * counted
      count += counted
    }
  })
  return sum / count
}

/** Perplexity: among how many words the model seems to choose. @param {Study} study @param {readonly Row[]} rows @param {number} T */
export const perplexity = (study, rows, T) => exp(meanSurprise(study, rows, T))

/** What the model writes after each prompt. @param {Study} study @param {readonly (readonly number[])[]} prompts @returns {string[]} */
const written = ({ tape, model }, prompts) =>
  continueTexts(tape, model, prompts, { most: 12, end: END }).map(decode)

/** @param {Study} study @param {readonly string[]} asked */
export const answers = (study, asked) => written(study, asked.map(promptOf))

/** How the model goes on with a text. @param {Study} study @param {string} text */
export const continuation = (study, text) => written(study, [[START, ...encode(text)]])[0]

/** @typedef {{ asked: string, answer: string }} Pair */

/** The share of questions answered word for word. @param {Study} study @param {readonly Pair[]} pairs */
export function exactShare(study, pairs) {
  const given = answers(
    study,
    pairs.map(({ asked }) => asked),
  )
  return pairs.filter(({ answer }, i) => given[i] === answer).length / pairs.length
}

/** The likeliest next word after each text. @param {Study} study @param {readonly string[]} texts */
export function nextWords({ tape, model }, texts) {
  /** @type {string[]} */
  const words = []
  for (let i = 0; i < texts.length; i += 32) {
    const rows = texts.slice(i, i + 32).map((text) => [START, ...encode(text)])
    const T = Math.max(...rows.map((row) => row.length))
    const k = promptLength(model)
    const flat = new Int32Array(rows.length * T)
    rows.forEach((row, b) => flat.set(row, b * T))
    tape.reset()
    tape.withoutRecording(() => {
      const last = rows.map((row, b) => b * (k + T) + k + row.length - 1)
      const z = scoreWords(
        tape,
        rowsOf(tape, readTexts(tape, model, flat, rows.length, T), last),
        model.E,
      )
      for (const b of rows.keys())
        words.push(
          VOCABULARY[
            likeliest(tape.floats.subarray(z.at + b * z.columns, z.at + (b + 1) * z.columns))
          ],
        )
    })
  }
  return words
}

/** The share of texts that the model continues with the right word. @param {Study} study @param {readonly [text: string, next: string][]} probes */
export function recallShare(study, probes) {
  const given = nextWords(
    study,
    probes.map(([text]) => text),
  )
  return probes.filter(([, next], i) => given[i] === next).length / probes.length
}
