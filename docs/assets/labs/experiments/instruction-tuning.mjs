/** Full fine-tuning on questions with answers, the loss on the reply only or on prompt and reply. */

import { random } from "../engine/math.mjs"
import { weightsOf } from "../engine/transformer.mjs"
import { chatRow, LENGTH } from "../world/rows.mjs"
import { teach } from "../study/answering.mjs"
import { ownPairs } from "../study/own-text.mjs"
import { generalRows, HELD_OUT_PAIRS, TRAINING_PAIRS, UNKNOWN_PAIRS } from "../study/sets.mjs"
import { answers, exactShare, openModel, perplexity } from "../study/study.mjs"

/** @type {Record<string, number>} */
const RATES = { usual: 1e-3, "times-30": 3e-2 }

/** @param {import("../study/study.mjs").Start} start */
export function* run({ machine, weights, settings, seed, ownText = "" }) {
  const study = openModel({ machine, weights })
  const r = random(seed)
  const own = ownPairs(ownText)
  const pairs = [...r.shuffle(TRAINING_PAIRS).slice(0, settings.examples), ...own]
  const rows = pairs.map(({ asked, answer }) =>
    chatRow(asked, answer, settings.loss === "all" ? 1 : 0),
  )
  const shown = [
    HELD_OUT_PAIRS[0],
    HELD_OUT_PAIRS[13],
    HELD_OUT_PAIRS[30],
    UNKNOWN_PAIRS[0],
    ...own.slice(0, 2),
  ]
  const asked = shown.map((pair) => pair.asked)
  const before = answers(study, asked)
  const { numbers, measured } = yield* teach(study, {
    parameters: weightsOf(study.model),
    rows,
    rate: RATES[settings.rate],
    random: r,
  })
  const after = answers(study, asked)
  const result = {
    ...measured,
    unknown: exactShare(study, UNKNOWN_PAIRS),
    general: perplexity(study, generalRows(), LENGTH),
  }
  const samples = shown.map((pair, i) => ({
    asked: pair.asked,
    expected: pair.answer,
    before: before[i],
    after: after[i],
  }))
  return { study, numbers, result, samples }
}
