/**
 * A decoder-only transformer, the family that most large language models belong to: word and position
 * vectors, layers of attention and feed-forward, each behind a norm and a residual connection, and scores
 * for the next word from the same word table.
 */

import { random } from "./math.mjs"
import {
  add,
  addBias,
  attend,
  crossEntropy,
  embed,
  linear,
  normalize,
  relu,
  rowsOf,
  scoreWords,
} from "./operations.mjs"

/**
 * @typedef {import("./tape.mjs").Tape} Tape @typedef {import("./tape.mjs").Tensor} Tensor
 * @typedef {import("./tape.mjs").Parameter} Parameter
 *
 * @typedef {{ words: number, width: number, layers: number, heads: number, wide: number, length: number }} Shape
 * @typedef {"qkv" | "out" | "up" | "down"} MatrixName
 * @typedef {Record<MatrixName | "norm1" | "norm2", Parameter>} Layer
 * @typedef {{ down: Parameter, bias: Parameter, up: Parameter }} Adapter
 *
 * @typedef {object} Model
 * @property {Shape} shape
 * @property {Parameter} E - word vectors, [words, width]
 * @property {Parameter} P - position vectors, [length, width]
 * @property {Layer[]} layers
 * @property {Parameter} lastNorm
 * @property {{ scale: number, layers: Partial<Record<MatrixName, { A: Parameter, B: Parameter }>>[] } | null} lora
 * @property {{ attention: Adapter, feedForward: Adapter }[] | null} adapters
 * @property {Parameter | null} prompt - prompt vectors, [count, width]
 */

/** @param {Tape} tape @param {Shape} shape @param {number} seed @returns {Model} */
export function createModel(tape, shape, seed) {
  const { words, width, layers, wide, length } = shape
  const r = random(seed)
  /** @param {number} scale */
  const normal = (scale) => () => r.normal() * scale
  const one = () => 1
  const E = tape.parameter("E", words, width, normal(0.1))
  const P = tape.parameter("P", length, width, normal(0.05))
  /** @param {number} l @returns {Layer} */
  const layer = (l) => ({
    norm1: tape.parameter(`${l}.norm1`, 1, width, one),
    qkv: tape.parameter(`${l}.qkv`, width, 3 * width, normal(1 / Math.sqrt(width))),
    out: tape.parameter(`${l}.out`, width, width, normal(0.5 / Math.sqrt(width * layers))),
    norm2: tape.parameter(`${l}.norm2`, 1, width, one),
    up: tape.parameter(`${l}.up`, width, wide, normal(1 / Math.sqrt(width))),
    down: tape.parameter(`${l}.down`, wide, width, normal(0.5 / Math.sqrt(wide * layers))),
  })
  const stack = Array.from({ length: layers }, (_, l) => layer(l))
  const lastNorm = tape.parameter("lastNorm", 1, width, one)
  return { shape, E, P, layers: stack, lastNorm, lora: null, adapters: null, prompt: null }
}

/** Every parameter of the model itself, in the order of a weights file. @param {Model} model */
export const weightsOf = ({ E, P, layers, lastNorm }) => [
  E,
  P,
  ...layers.flatMap(({ norm1, qkv, out, norm2, up, down }) => [norm1, qkv, out, norm2, up, down]),
  lastNorm,
]

/** How many numbers these parameters hold. @param {readonly Parameter[]} parameters */
export const countNumbers = (parameters) => parameters.reduce((sum, { size }) => sum + size, 0)

/** @param {Model} model */
export const promptLength = ({ prompt }) => (prompt ? prompt.rows : 0)

/**
 * The last hidden state of every position, [B (k + T), width].
 *
 * @param {Tape} tape @param {Model} model @param {ArrayLike<number>} words - B × T @param {number} B @param {number} T
 */
export function readTexts(tape, model, words, B, T) {
  const length = promptLength(model) + T
  const first = embed(tape, model, words, B, T)
  return throughLayers(tape, model, first, (qkv) => attend(tape, qkv, B, length, model.shape.heads))
}

/**
 * @param {Tape} tape @param {Model} model @param {Tensor} x
 * @param {(qkv: Tensor, layer: number) => Tensor} attention
 */
export function throughLayers(tape, model, x, attention) {
  model.layers.forEach((layer, l) => {
    /** x W, plus the LoRA update s (x A) B where there is one (Hu et al. 2021). @param {Tensor} y @param {MatrixName} name */
    const through = (y, name) => {
      const pair = model.lora?.layers[l][name]
      const result = linear(tape, y, layer[name])
      return model.lora && pair
        ? add(tape, result, linear(tape, linear(tape, y, pair.A), pair.B), model.lora.scale)
        : result
    }
    const attended = through(attention(through(normalize(tape, x, layer.norm1), "qkv"), l), "out")
    x = add(tape, x, adapt(tape, attended, model.adapters?.[l].attention))
    const fed = through(relu(tape, through(normalize(tape, x, layer.norm2), "up")), "down")
    x = add(tape, x, adapt(tape, fed, model.adapters?.[l].feedForward))
  })
  return normalize(tape, x, model.lastNorm)
}

/** y + relu(y Down + bias) Up (Houlsby et al. 2019). @param {Tape} tape @param {Tensor} y @param {Adapter} [adapter] */
function adapt(tape, y, adapter) {
  if (!adapter) return y
  const narrow = relu(tape, addBias(tape, linear(tape, y, adapter.down), adapter.bias))
  return add(tape, y, linear(tape, narrow, adapter.up))
}

/**
 * The loss of a language model: how surprising each word is after those before it, weighted. A word of
 * weight 0 does not count: that is how a loss is masked.
 *
 * @param {Tape} tape @param {Model} model
 * @param {{ words: Int32Array, weights: Float64Array, B: number, T: number }} batch
 */
export function languageLoss(tape, model, { words, weights, B, T }) {
  const k = promptLength(model)
  const counted = [...weights.keys()].filter((i) => weights[i] !== 0 && k + (i % T) > 0)
  const before = counted.map((i) => Math.floor(i / T) * (k + T) + k + (i % T) - 1)
  const states = rowsOf(tape, readTexts(tape, model, words, B, T), before)
  return crossEntropy(
    tape,
    scoreWords(tape, states, model.E),
    counted.map((i) => words[i]),
    counted.map((i) => weights[i]),
  )
}
