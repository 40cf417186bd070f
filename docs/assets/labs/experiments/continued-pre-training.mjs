/** Pre-training goes on with text about new animals; a share of the old text is replayed, or none. */

import { random } from "../engine/math.mjs"
import { weightsOf } from "../engine/transformer.mjs"
import { LENGTH, textRow, textRows } from "../world/rows.mjs"
import { generalText, newText } from "../world/texts.mjs"
import { ANIMALS, NEW_ANIMALS } from "../world/words.mjs"
import { factProbes, generalRows, OPPOSITE_PROBES } from "../study/sets.mjs"
import {
  isMeasured,
  nextWords,
  openModel,
  perplexity,
  recallShare,
  schedule,
  trainer,
} from "../study/study.mjs"

const STEPS = 200
const ROWS = 8

/** @param {import("../study/study.mjs").Start} start */
export function* run({ machine, weights, settings, seed }) {
  const study = openModel({ machine, weights })
  const r = random(seed)
  const { learn, numbers } = trainer(study, weightsOf(study.model))
  const [newFacts, oldFacts] = [factProbes(NEW_ANIMALS), factProbes(ANIMALS)]
  const shown = [newFacts[0], newFacts[4], oldFacts[0], OPPOSITE_PROBES[0], OPPOSITE_PROBES[9]]
  const measure = () => ({
    newFacts: recallShare(study, newFacts),
    oldFacts: recallShare(study, oldFacts),
  })
  const before = nextWords(
    study,
    shown.map(([text]) => text),
  )
  yield { step: 0, steps: STEPS, values: measure() }
  for (let step = 0; step < STEPS; step++) {
    learn(
      Array.from({ length: ROWS }, () =>
        textRow(r.share() < settings.replay / 100 ? generalText : newText, r),
      ),
      LENGTH,
      schedule(1e-3, step, STEPS),
    )
    yield { step: step + 1, steps: STEPS, values: isMeasured(step + 1, STEPS) ? measure() : null }
  }
  const after = nextWords(
    study,
    shown.map(([text]) => text),
  )
  const result = {
    ...measure(),
    opposites: recallShare(study, OPPOSITE_PROBES),
    fresh: perplexity(study, textRows(newText, 48, 55), LENGTH),
    general: perplexity(study, generalRows(), LENGTH),
  }
  return {
    study,
    numbers,
    result,
    samples: shown.map(([asked, expected], i) => ({
      asked,
      expected,
      before: before[i],
      after: after[i],
    })),
  }
}
