/** Small trainable parts beside a frozen model: LoRA, adapters, prompt vectors. They can be unplugged. */

import { random } from "./math.mjs"

/** @typedef {import("./tape.mjs").Tape} Tape @typedef {import("./transformer.mjs").Model} Model */

/** @type {import("./transformer.mjs").MatrixName[]} */
const ATTENTION = ["qkv", "out"]

/**
 * LoRA (Hu et al. 2021): beside a frozen W[p, q], two thin matrices A[p, rank] and B[rank, q]. B starts at
 * zero, so at first nothing changes.
 *
 * @param {Tape} tape @param {Model} model @param {{ rank: number, alpha: number, names?: import("./transformer.mjs").MatrixName[] }} how
 * @param {number} seed
 */
export function addLora(tape, model, { rank, alpha, names = ATTENTION }, seed) {
  const r = random(seed)
  const layers = model.layers.map((layer, l) =>
    Object.fromEntries(
      names.map((name) => {
        const { rows, columns } = layer[name]
        const A = tape.parameter(`${l}.${name}.A`, rows, rank, () => r.normal() / Math.sqrt(rows))
        return [name, { A, B: tape.parameter(`${l}.${name}.B`, rank, columns, () => 0) }]
      }),
    ),
  )
  model.lora = { scale: alpha / rank, layers }
  return layers.flatMap((layer) => Object.values(layer).flatMap(({ A, B }) => [A, B]))
}

/**
 * Adapters (Houlsby et al. 2019): a narrow network after the attention and after the feed-forward part of
 * each layer. Up starts at zero.
 *
 * @param {Tape} tape @param {Model} model @param {number} width @param {number} seed
 */
export function addAdapters(tape, model, width, seed) {
  const r = random(seed)
  const d = model.shape.width
  /** @param {string} name */
  const adapter = (name) => ({
    down: tape.parameter(`${name}.down`, d, width, () => r.normal() / Math.sqrt(d)),
    bias: tape.parameter(`${name}.bias`, 1, width, () => 0),
    up: tape.parameter(`${name}.up`, width, d, () => 0),
  })
  model.adapters = model.layers.map((_, l) => ({
    attention: adapter(`${l}.attention`),
    feedForward: adapter(`${l}.feedForward`),
  }))
  return model.adapters.flatMap((pair) =>
    [pair.attention, pair.feedForward].flatMap(({ down, bias, up }) => [down, bias, up]),
  )
}

/**
 * Prompt tuning (Lester et al. 2021): vectors in front of every text, which start as random words.
 *
 * @param {Tape} tape @param {Model} model @param {number} count @param {number} seed
 */
export function addPrompt(tape, model, count, seed) {
  const r = random(seed)
  const { width, words } = model.shape
  const copied = Array.from({ length: count }, () => r.below(words))
  /** @param {number} i */
  const start = (i) => tape.floats[model.E.at + copied[Math.floor(i / width)] * width + (i % width)]
  model.prompt = tape.parameter("prompt", count, width, start)
  return [model.prompt]
}

/** Takes every part off; the frozen model is what it was. @param {Model} model */
export function unplug(model) {
  model.lora = model.adapters = model.prompt = null
}

/**
 * Adds the LoRA updates into the weights: W += scale A B. The merged model needs no extra work to answer.
 *
 * @param {Tape} tape @param {Model} model
 */
export function mergeLora(tape, model) {
  const { lora } = model
  lora?.layers.forEach((layer, l) => {
    for (const [name, { A, B }] of Object.entries(layer)) {
      const W = model.layers[l][/** @type {"qkv"} */ (name)]
      const product = tape.lend(W.size)
      tape.loops.multiply(
        A.rows,
        B.columns,
        A.columns,
        A.at * 4,
        A.columns,
        1,
        B.at * 4,
        B.columns,
        product * 4,
        B.columns,
        0,
      )
      tape.loops.add_scaled(W.at * 4, product * 4, lora.scale, W.size)
    }
  })
  tape.reset()
  model.lora = null
}
