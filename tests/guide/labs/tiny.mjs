/** A transformer small enough to check number by number, with the start values of parity.py. */

import { addAdapters, addLora, addPrompt } from "../../../docs/assets/labs/engine/parts.mjs"
import { Tape } from "../../../docs/assets/labs/engine/tape.mjs"
import { createModel, weightsOf } from "../../../docs/assets/labs/engine/transformer.mjs"

const SHAPE = { words: 20, width: 8, layers: 2, heads: 2, wide: 16, length: 7 }
const TEXTS = 3
export const KINDS = ["full", "lora", "adapters", "prompt"]

/** @param {number} number @param {number} size */
const scatter = (number, size) =>
  Array.from({ length: size }, (_, i) => ((i * 7919 + number * 104729 + 13) % 1000) / 1000 - 0.5)

/** @param {import("../../../docs/assets/labs/kernels/load.mjs").Machine} machine @param {string} kind */
export function tinyModel(machine, kind) {
  const tape = new Tape(machine)
  const model = createModel(tape, SHAPE, 1)
  const extra = {
    full: () => [],
    lora: () => addLora(tape, model, { rank: 3, alpha: 6 }, 1),
    adapters: () => addAdapters(tape, model, 5, 1),
    prompt: () => addPrompt(tape, model, 2, 1),
  }
  const parts = extra[kind]()
  const parameters = [...weightsOf(model), ...parts]
  parameters.forEach(({ name, at, size }, number) => {
    const shift = name.toLowerCase().includes("norm") ? 1 : 0
    tape.floats.set(
      scatter(number, size).map((x) => Math.fround(x) + shift),
      at,
    )
  })
  return { tape, model, parameters, parts, batch: batch() }
}

/** Words and weights, some of them 0. */
function batch() {
  const size = TEXTS * SHAPE.length
  const words = Int32Array.from({ length: size }, (_, i) => (i * 7 + 3) % SHAPE.words)
  const weights = Float64Array.from(scatter(99, size), (x) => (x > -0.25 ? x / 10 : 0))
  return { words, weights, B: TEXTS, T: SHAPE.length }
}
