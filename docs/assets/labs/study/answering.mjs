/** Tuning a model to answer: what the labs on instruction tuning and on PEFT have in common. */

import { CHAT_LENGTH, HELD_OUT_PAIRS, heldOutRows } from "./sets.mjs"
import { exactShare, isMeasured, meanSurprise, schedule, trainer } from "./study.mjs"

const STEPS = 200
const ROWS = 8

/**
 * @typedef {object} Lesson
 * @property {readonly import("../engine/tape.mjs").Parameter[]} parameters - what is trained
 * @property {readonly import("./study.mjs").Row[]} rows - questions with answers, drawn by chance
 * @property {number} rate
 * @property {import("../engine/math.mjs").Random} random
 *
 * @param {import("./study.mjs").Study} study @param {Lesson} lesson
 */
export function* teach(study, { parameters, rows, rate, random }) {
  const { learn, numbers } = trainer(study, parameters)
  const heldOut = heldOutRows()
  const measure = () => ({
    exact: exactShare(study, HELD_OUT_PAIRS),
    surprise: meanSurprise(study, heldOut, CHAT_LENGTH),
  })
  yield { step: 0, steps: STEPS, values: measure() }
  for (let step = 0; step < STEPS; step++) {
    learn(
      Array.from({ length: ROWS }, () => random.pick(rows)),
      CHAT_LENGTH,
      schedule(rate, step, STEPS),
    )
    yield { step: step + 1, steps: STEPS, values: isMeasured(step + 1, STEPS) ? measure() : null }
  }
  return { numbers, measured: measure() }
}
