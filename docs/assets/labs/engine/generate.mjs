/** Writes with a model, word by word: the likeliest next word, or one drawn by chance. */

import { exp } from "./math.mjs"
import { scoreWords } from "./operations.mjs"
import { promptLength, throughLayers } from "./transformer.mjs"

/**
 * @typedef {import("./tape.mjs").Tape} Tape @typedef {import("./transformer.mjs").Model} Model
 * @typedef {(scores: Float32Array) => number} Choose
 */

/** @type {Choose} */
export const likeliest = (scores) => {
  let best = 0
  for (let i = 1; i < scores.length; i++) if (scores[i] > scores[best]) best = i
  return best
}

/** Draws a word with probability softmax(scores). @param {import("./math.mjs").Random} r @returns {Choose} */
export const drawn = (r) => (scores) => {
  const most = scores.reduce((a, b) => (b > a ? b : a), -Infinity)
  const shares = Float64Array.from(scores, (score) => exp(score - most))
  let left = r.share() * shares.reduce((a, b) => a + b, 0)
  let word = 0
  while (word < shares.length - 1 && (left -= shares[word]) > 0) word++
  return word
}

/**
 * What follows each prompt, up to and with the end sign. Keeps the query, key and value rows of earlier
 * words, so that each step computes one position only.
 *
 * @param {Tape} tape @param {Model} model
 * @param {readonly (readonly number[])[]} prompts - word numbers
 * @param {{ most: number, end: number, choose?: Choose }} how - `most` words at most
 * @returns {number[][]}
 */
export function continueTexts(tape, model, prompts, { most, end, choose = likeliest }) {
  return tape.withoutRecording(() => {
    const parts = []
    for (let i = 0; i < prompts.length; i += AT_ONCE)
      parts.push(continueSome(tape, model, prompts.slice(i, i + AT_ONCE), { most, end, choose }))
    return parts.flat()
  })
}

const AT_ONCE = 64
const FILLER = 0

/** @param {Tape} tape @param {Model} model @param {readonly (readonly number[])[]} prompts @param {{ most: number, end: number, choose: Choose }} how */
function continueSome(tape, model, prompts, { most, end, choose }) {
  const k = promptLength(model)
  const length = Math.min(
    model.shape.length,
    Math.max(...prompts.map((prompt) => prompt.length)) + most,
  )
  const texts = prompts.map((prompt) => [...prompt])
  /** @param {number} b */
  const isDone = (b) =>
    texts[b].length >= length ||
    texts[b].length - prompts[b].length >= most ||
    (texts[b].length > prompts[b].length && texts[b].at(-1) === end)
  tape.reset()
  const size = prompts.length * (k + length) * 3 * model.shape.width
  const earlier = model.layers.map(() => tape.lend(size))
  const { mark } = tape
  for (let t = 0; t < k + length - 1 && texts.some((_, b) => !isDone(b)); t++) {
    tape.reset(mark)
    const place = t - k
    const states = readOne(
      tape,
      model,
      texts.map((text) => text[place] ?? FILLER),
      { t, length: k + length, earlier },
    )
    const ready = texts.map((text, b) => text.length - 1 === place && !isDone(b))
    if (!ready.includes(true)) continue
    const scores = scoreWords(tape, states, model.E)
    texts.forEach((text, b) => {
      const from = scores.at + b * scores.columns
      if (ready[b]) text.push(choose(tape.floats.subarray(from, from + scores.columns)))
    })
  }
  return texts.map((text, b) => text.slice(prompts[b].length))
}

/**
 * The hidden state of one position of each text.
 *
 * @param {Tape} tape @param {Model} model @param {readonly number[]} words - at this position
 * @param {{ t: number, length: number, earlier: number[] }} place
 */
function readOne(tape, model, words, { t, length, earlier }) {
  const { loops, floats } = tape
  const { width, heads } = model.shape
  const B = words.length
  const k = promptLength(model)
  const x = tape.tensor(B, width, false)
  const [from, row] = model.prompt && t < k ? [model.prompt.at, t] : [model.P.at, t - k]
  if (t >= k) loops.gather(x.at * 4, model.E.at * 4, tape.lendInts(words) * 4, B, width)
  else floats.fill(0, x.at, x.at + x.size)
  for (let b = 0; b < B; b++)
    loops.add_scaled((x.at + b * width) * 4, (from + row * width) * 4, 1, width)
  return throughLayers(tape, model, x, (qkv, layer) => {
    const y = tape.tensor(B, width, false)
    for (let b = 0; b < B; b++) {
      const start = qkv.at + b * qkv.columns
      floats.copyWithin(earlier[layer] + (b * length + t) * qkv.columns, start, start + qkv.columns)
    }
    loops.attend_next(
      y.at * 4,
      tape.lend(length) * 4,
      earlier[layer] * 4,
      B,
      length,
      t,
      heads,
      width,
    )
    return y
  })
}
