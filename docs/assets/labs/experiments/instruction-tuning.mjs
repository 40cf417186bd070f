/** Full fine-tuning on questions with answers, the loss on the reply only or on prompt and reply. */

import { random } from "../engine/math.mjs"
import { weightsOf } from "../engine/transformer.mjs"
import { chatRow } from "../world/rows.mjs"
import { ownPairs } from "../study/own-text.mjs"
import {
  CHAT_LENGTH,
  generalRows,
  HELD_OUT_PAIRS,
  heldOutRows,
  TRAINING_PAIRS,
  UNKNOWN_PAIRS,
} from "../study/sets.mjs"
import {
  answers,
  exactShare,
  isMeasured,
  meanSurprise,
  openModel,
  perplexity,
  schedule,
  trainer,
} from "../study/study.mjs"

const STEPS = 200
const ROWS = 8
/** @type {Record<string, number>} */
const RATES = { usual: 1e-3, "times-30": 3e-2 }

/** @param {import("../study/study.mjs").Start} start */
export function* run({ machine, weights, settings, seed, ownText = "" }) {
  const study = openModel({ machine, weights })
  const r = random(seed)
  const chosen = r.shuffle(TRAINING_PAIRS).slice(0, settings.examples)
  const pairs = [...chosen, ...ownPairs(ownText)]
  const rows = pairs.map(({ asked, answer }) =>
    chatRow(asked, answer, settings.loss === "all" ? 1 : 0),
  )
  const { learn, numbers } = trainer(study, weightsOf(study.model))
  const [heldOut, general] = [heldOutRows(), generalRows()]
  const shown = [
    HELD_OUT_PAIRS[0],
    HELD_OUT_PAIRS[13],
    HELD_OUT_PAIRS[30],
    UNKNOWN_PAIRS[0],
    ...ownPairs(ownText).slice(0, 2),
  ]
  const measure = () => ({
    exact: exactShare(study, HELD_OUT_PAIRS),
    surprise: meanSurprise(study, heldOut, CHAT_LENGTH),
  })
  const before = answers(
    study,
    shown.map(({ asked }) => asked),
  )
  yield { step: 0, steps: STEPS, values: measure() }
  for (let step = 0; step < STEPS; step++) {
    learn(
      Array.from({ length: ROWS }, () => r.pick(rows)),
      CHAT_LENGTH,
      schedule(RATES[settings.rate], step, STEPS),
    )
    yield { step: step + 1, steps: STEPS, values: isMeasured(step + 1, STEPS) ? measure() : null }
  }
  const after = answers(
    study,
    shown.map(({ asked }) => asked),
  )
  const result = {
    ...measure(),
    unknown: exactShare(study, UNKNOWN_PAIRS),
    general: perplexity(study, general, 32),
  }
  return {
    study,
    numbers,
    result,
    samples: shown.map(({ asked, answer }, i) => ({
      asked,
      expected: answer,
      before: before[i],
      after: after[i],
    })),
  }
}
