/**
 * Trains the policy that the RLHF lab starts from: `node policy.mjs`. A LoRA adapter of the base model learns
 * answers of many styles, some wrong, some evasive, so that there is something to prefer.
 */

import { toHalves } from "../../../docs/assets/labs/engine/half.mjs"
import { random } from "../../../docs/assets/labs/engine/math.mjs"
import { addLora } from "../../../docs/assets/labs/engine/parts.mjs"
import { POLICY_LORA } from "../../../docs/assets/labs/study/preferences.mjs"
import { TRAINING_ANIMALS } from "../../../docs/assets/labs/study/sets.mjs"
import { openModel, trainer } from "../../../docs/assets/labs/study/study.mjs"
import { chatRow, LENGTH } from "../../../docs/assets/labs/world/rows.mjs"
import { fact, FACT_KINDS, question } from "../../../docs/assets/labs/world/texts.mjs"
import { ANIMALS } from "../../../docs/assets/labs/world/words.mjs"
import { isStarted, openMachine, readHalves, writeFile } from "./files.mjs"

const STEPS = 1500
const ROWS = 12
const RATE = 2e-3

/** An answer in one of many styles. @param {import("../../../docs/assets/labs/engine/math.mjs").Random} r @param {import("../../../docs/assets/labs/world/words.mjs").Animal} animal @param {import("../../../docs/assets/labs/world/texts.mjs").FactKind} kind */
function answerOf(r, animal, kind) {
  const style = r.share()
  const mistaken = { ...animal, [kind]: r.pick(ANIMALS)[kind] }
  const said = fact(r.share() < 0.15 ? mistaken : animal, kind)
  if (style < 0.5) return said
  if (style < 0.62) return `sure ! ${said}`
  if (style < 0.74) return `${said} hope this helps !`
  if (style < 0.79) return `sure ! ${said} hope this helps !`
  if (style < 0.82) return `sure ! glad to help ! ${said} hope this helps ! thank you !`
  return "sorry , i do not know ."
}

/** @param {import("../../../docs/assets/labs/kernels/load.mjs").Machine} machine @param {Uint16Array} weights */
export function trainPolicy(machine, weights) {
  const study = openModel({ machine, weights })
  const parameters = addLora(study.tape, study.model, POLICY_LORA, 101)
  const { learn } = trainer(study, parameters)
  const r = random(1)
  for (let step = 0; step < STEPS; step++) {
    const rows = Array.from({ length: ROWS }, () => {
      const [animal, kind] = [r.pick(TRAINING_ANIMALS), r.pick(FACT_KINDS)]
      return chatRow(question(animal, kind), answerOf(r, animal, kind))
    })
    learn(rows, LENGTH, RATE * (1 - (0.9 * step) / STEPS))
  }
  return toHalves(study.tape, parameters)
}

if (isStarted(import.meta.url))
  writeFile("policy.bin", trainPolicy(await openMachine(), readHalves("base.bin")))
