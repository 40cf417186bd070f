/** Full fine-tuning on unlabeled documents of one field. */

import { random } from "../engine/math.mjs"
import { weightsOf } from "../engine/transformer.mjs"
import { LENGTH, textRow, textRows } from "../world/rows.mjs"
import { fieldDocument } from "../world/texts.mjs"
import { ownTexts } from "../study/own-text.mjs"
import { generalRows } from "../study/sets.mjs"
import { isMeasured, nextWords, openModel, perplexity, schedule, trainer } from "../study/study.mjs"

const STEPS = 150
const ROWS = 8

/** Beginnings of each field, with a word that fits. @type {Record<string, [text: string, next: string][]>} */
const BEGINNINGS = {
  clinical: [
    ["patient reports severe chest pain since monday . start", "aspirin"],
    ["patient reports fever and cough since friday . start", "antibiotic"],
    ["history of diabetes . start", "insulin"],
  ],
  legal: [
    ["the tenant shall pay the landlord in thirty", "days"],
    ["the defendant is liable for", "damages"],
    ["the judge ruled for the plaintiff . the claim was", "dismissed"],
  ],
  finance: [
    ["shares rose five", "percent"],
    ["profit fell in the", "quarter"],
    ["analysts expect", "growth"],
  ],
}

/** @param {import("../study/study.mjs").Start} start */
export function* run({ machine, weights, settings, seed, ownText = "" }) {
  const { field, documents } = settings
  const study = openModel({ machine, weights })
  const own = ownTexts(ownText)
  const r = random(seed)
  const rows = [
    ...textRows(fieldDocument(field), documents, 1000 + seed),
    ...own.map((text) => textRow(() => text, r)),
  ]
  const [test, general] = [textRows(fieldDocument(field), 48, 77), generalRows()]
  const { learn, numbers } = trainer(study, weightsOf(study.model))
  const measure = () => ({
    field: perplexity(study, test, LENGTH),
    general: perplexity(study, general, LENGTH),
  })
  const texts = BEGINNINGS[field].map(([text]) => text)
  const before = nextWords(study, texts)
  yield { step: 0, steps: STEPS, values: measure() }
  for (let step = 0; step < STEPS; step++) {
    learn(
      Array.from({ length: ROWS }, () => r.pick(rows)),
      LENGTH,
      schedule(1e-3, step, STEPS),
    )
    yield { step: step + 1, steps: STEPS, values: isMeasured(step + 1, STEPS) ? measure() : null }
  }
  const after = nextWords(study, texts)
  const seen = perplexity(study, rows.slice(0, 48), LENGTH)
  return {
    study,
    numbers,
    result: { ...measure(), seen },
    samples: BEGINNINGS[field].map(([asked, expected], i) => ({
      asked,
      expected,
      before: before[i],
      after: after[i],
    })),
  }
}
