/** Reviews, good or bad: a new output layer on a frozen body, on a trained body, or on a body that has learned nothing. */

import { optimizer } from "../engine/adam.mjs"
import { random } from "../engine/math.mjs"
import { addBias, crossEntropy, linear, surprise } from "../engine/operations.mjs"
import { countNumbers, readTexts, weightsOf } from "../engine/transformer.mjs"
import { BAD, encode, GOOD, START, THINGS } from "../world/words.mjs"
import { isMeasured, openModel, schedule } from "../study/study.mjs"

const STEPS = 150
const LENGTH = 10
/** @type {Record<string, number>} */
const RATES = { head: 2e-2, all: 5e-4, scratch: 1e-3 }
const LN2 = 0.6931471805599453

/** @typedef {{ text: string, isGood: number }} Review */

/** @param {import("../engine/math.mjs").Random} r @param {number} count @returns {Review[]} */
const reviews = (r, count) =>
  Array.from({ length: count }, () => {
    const isGood = r.below(2)
    const [word, thing] = [r.pick(isGood ? GOOD : BAD), r.pick(THINGS)]
    const text = r.pick([
      `the ${thing} was ${word} .`,
      `the ${thing} was very ${word} .`,
      `it was a ${word} ${thing} .`,
      `anna said the ${thing} is ${word} .`,
    ])
    return { text, isGood }
  })

/** @param {import("../study/study.mjs").Start} start */
export function* run({ machine, weights, settings: { labels, trained }, seed }) {
  const isNew = trained === "scratch"
  const { tape, model } = openModel(
    { machine, weights: isNew ? null : weights },
    isNew ? 500 + seed : 1,
  )
  const { judge, rightOnes, outputLayer } = classifier(tape, model, seed)
  const parameters = trained === "head" ? outputLayer : [...weightsOf(model), ...outputLayer]
  const { step: move } = optimizer(tape, parameters)
  const r = random(seed)
  const [training, test] = [reviews(r, labels), reviews(random(4242), 300)]
  const measure = () => ({ test: share(rightOnes(test)), training: share(rightOnes(training)) })
  const shown = test.slice(0, 4)
  const before = rightOnes(shown)
  yield { step: 0, steps: STEPS, values: measure() }
  for (let step = 0; step < STEPS; step++) {
    const some = Array.from({ length: Math.min(16, labels) }, () => r.pick(training))
    crossEntropy(
      tape,
      judge(some),
      some.map(({ isGood }) => isGood),
      some.map(() => 1 / some.length),
    )
    tape.backward()
    move(schedule(RATES[trained], step, STEPS))
    yield { step: step + 1, steps: STEPS, values: isMeasured(step + 1, STEPS) ? measure() : null }
  }
  const after = rightOnes(shown)
  const samples = shown.map(({ text, isGood }, i) => ({
    asked: text,
    expected: nameOf(isGood, true),
    before: nameOf(isGood, before[i]),
    after: nameOf(isGood, after[i]),
  }))
  return { study: null, numbers: countNumbers(parameters), result: measure(), samples }
}

/** @param {readonly boolean[]} list */
const share = (list) => list.filter(Boolean).length / list.length

/** The label that was given. @param {number} isGood @param {boolean} isRight */
const nameOf = (isGood, isRight) => (Boolean(isGood) === isRight ? "good" : "bad")

/**
 * A new output layer on a model: scores of bad and good, from the mean of all words' last hidden states.
 *
 * @param {import("../engine/tape.mjs").Tape} tape @param {import("../engine/transformer.mjs").Model} model @param {number} seed
 */
function classifier(tape, model, seed) {
  const first = random(900 + seed)
  const head = tape.parameter("head", model.shape.width, 2, () => 0.01 * first.normal())
  const bias = tape.parameter("bias", 1, 2, () => 0)
  /** @param {readonly Review[]} some */
  const judge = (some) => {
    tape.reset()
    const words = new Int32Array(some.length * LENGTH)
    const average = tape.tensor(some.length, some.length * LENGTH, false)
    tape.floats.fill(0, average.at, average.at + average.size)
    some.forEach(({ text }, b) => {
      const numbers = [START, ...encode(text)]
      words.set(numbers, b * LENGTH)
      const from = average.at + b * average.columns + b * LENGTH
      tape.floats.fill(1 / (numbers.length - 1), from + 1, from + numbers.length)
    })
    const state = linear(tape, average, readTexts(tape, model, words, some.length, LENGTH))
    return addBias(tape, linear(tape, state, head), bias)
  }
  /** Whether each review is judged correctly. @param {readonly Review[]} all */
  const rightOnes = (all) =>
    tape.withoutRecording(() =>
      Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) =>
        all.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
      ).flatMap((some) =>
        [
          ...surprise(
            tape,
            judge(some),
            some.map(({ isGood }) => isGood),
          ),
        ].map((nats) => nats < LN2),
      ),
    )
  return { judge, rightOnes, outputLayer: [head, bias] }
}

const AT_ONCE = 50
