/**
 * Pre-trains the base model: `node pretrain.mjs [STEPS] [FILE]`. The whole run takes about seven minutes on
 * one core and gives the bytes of base.bin; the same number of steps gives the same bytes on every machine.
 */

import { writeFileSync } from "node:fs"
import { toHalves } from "../../../docs/assets/labs/engine/half.mjs"
import { random } from "../../../docs/assets/labs/engine/math.mjs"
import { weightsOf } from "../../../docs/assets/labs/engine/transformer.mjs"
import { factProbes, generalRows, OPPOSITE_PROBES } from "../../../docs/assets/labs/study/sets.mjs"
import {
  openModel,
  perplexity,
  recallShare,
  trainer,
} from "../../../docs/assets/labs/study/study.mjs"
import { LENGTH, textRow } from "../../../docs/assets/labs/world/rows.mjs"
import { baseText } from "../../../docs/assets/labs/world/texts.mjs"
import { ANIMALS } from "../../../docs/assets/labs/world/words.mjs"
import { isStarted, openMachine, writeFile } from "./files.mjs"

const WHOLE_RUN = 10000
const ROWS = 16

/** Up over 200 steps, level, then down to a fiftieth over the last 40 percent. @param {number} step @param {number} steps */
const rateAt = (step, steps) =>
  3e-3 *
  Math.min(1, (step + 1) / 200) *
  (step < steps * 0.6 ? 1 : Math.max(0.02, (steps - step) / (steps * 0.4)))

/**
 * @param {import("../../../docs/assets/labs/kernels/load.mjs").Machine} machine
 * @param {number} steps
 * @param {(step: number, study: import("../../../docs/assets/labs/study/study.mjs").Study) => void} [report]
 */
export function pretrain(machine, steps, report) {
  const study = openModel({ machine, weights: null }, 1)
  const parameters = weightsOf(study.model)
  const { learn } = trainer(study, parameters)
  const r = random(2024)
  for (let step = 0; step < steps; step++) {
    learn(
      Array.from({ length: ROWS }, () => textRow(baseText, r)),
      LENGTH,
      rateAt(step, steps),
      { decay: 0.01 },
    )
    if ((step + 1) % 1000 === 0) report?.(step + 1, study)
  }
  return toHalves(study.tape, parameters)
}

if (isStarted(import.meta.url)) {
  const [steps = WHOLE_RUN, file] = process.argv.slice(2)
  const weights = pretrain(await openMachine(), Number(steps), report)
  if (file) writeFileSync(file, weights)
  else writeFile("base.bin", weights)
}

/** @param {number} step @param {import("../../../docs/assets/labs/study/study.mjs").Study} study */
function report(step, study) {
  const [facts, opposites] = [factProbes(ANIMALS), OPPOSITE_PROBES].map((probes) =>
    recallShare(study, probes).toFixed(2),
  )
  console.log(
    `step ${step}: perplexity ${perplexity(study, generalRows(), LENGTH).toFixed(3)}, facts ${facts}, opposites ${opposites}`,
  )
}
