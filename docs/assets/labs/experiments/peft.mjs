/** One task, six choices of what is trained: all numbers, LoRA, adapters or prompt vectors. */

import { random } from "../engine/math.mjs"
import { addAdapters, addLora, addPrompt, mergeLora, unplug } from "../engine/parts.mjs"
import { countNumbers, weightsOf } from "../engine/transformer.mjs"
import { chatRow, LENGTH } from "../world/rows.mjs"
import { teach } from "../study/answering.mjs"
import { generalRows, HELD_OUT_PAIRS, TRAINING_PAIRS } from "../study/sets.mjs"
import { answers, exactShare, openModel, perplexity } from "../study/study.mjs"

/** @typedef {import("../study/study.mjs").Study} Study @typedef {(study: Study, seed: number) => import("../engine/tape.mjs").Parameter[]} AddParts */

/** @param {number} rank @returns {{ rate: number, add: AddParts }} */
const lora = (rank) => ({
  rate: 4e-3,
  add: ({ tape, model }, seed) => addLora(tape, model, { rank, alpha: 2 * rank }, 100 + seed),
})

/** @type {Record<string, { rate: number, add: AddParts }>} */
const METHODS = {
  full: { rate: 1e-3, add: ({ model }) => weightsOf(model) },
  "lora-1": lora(1),
  "lora-4": lora(4),
  "lora-16": lora(16),
  adapters: { rate: 5e-3, add: ({ tape, model }, seed) => addAdapters(tape, model, 8, 100 + seed) },
  prompt: { rate: 3e-2, add: ({ tape, model }, seed) => addPrompt(tape, model, 8, 100 + seed) },
}

/** @param {import("../study/study.mjs").Start} start */
export function* run({ machine, weights, settings, seed }) {
  const study = openModel({ machine, weights })
  const { rate, add } = METHODS[settings.method]
  const shown = [HELD_OUT_PAIRS[0], HELD_OUT_PAIRS[13], HELD_OUT_PAIRS[30]]
  const asked = shown.map((pair) => pair.asked)
  const before = answers(study, asked)
  const all = countNumbers(weightsOf(study.model))
  const { numbers, measured } = yield* teach(study, {
    parameters: add(study, seed),
    rows: TRAINING_PAIRS.map((pair) => chatRow(pair.asked, pair.answer)),
    rate,
    random: random(seed),
  })
  const general = generalRows()
  const result = { ...measured, general: perplexity(study, general, LENGTH) }
  const after = answers(study, asked)
  const unplugged =
    settings.method === "full" ? null : withoutParts(study, () => answers(study, asked))
  const afterUnplugging =
    settings.method === "full"
      ? {}
      : { unplugged: withoutParts(study, () => perplexity(study, general, LENGTH)) }
  const merged = settings.method.startsWith("lora") ? { merged: mergedExact(study) } : {}
  const samples = shown.map((pair, i) => ({
    asked: pair.asked,
    expected: pair.answer,
    before: before[i],
    after: after[i],
    unplugged: unplugged?.[i],
  }))
  return { study, numbers, all, result: { ...result, ...afterUnplugging, ...merged }, samples }
}

/** Measures with the parts unplugged, then plugs them in again. @template T @param {Study} study @param {() => T} use @returns {T} */
function withoutParts({ model }, use) {
  const { lora, adapters, prompt } = model
  unplug(model)
  const result = use()
  Object.assign(model, { lora, adapters, prompt })
  return result
}

/** Adds LoRA into the weights, for good; the answers stay. @param {Study} study */
function mergedExact(study) {
  mergeLora(study.tape, study.model)
  return exactShare(study, HELD_OUT_PAIRS)
}
