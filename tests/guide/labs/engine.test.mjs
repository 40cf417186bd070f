import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { optimizer } from "../../../docs/assets/labs/engine/adam.mjs"
import { continueTexts, likeliest } from "../../../docs/assets/labs/engine/generate.mjs"
import { fromHalf, toHalf } from "../../../docs/assets/labs/engine/half.mjs"
import { exp, log, random } from "../../../docs/assets/labs/engine/math.mjs"
import {
  add,
  addBias,
  attend,
  crossEntropy,
  embed,
  linear,
  normalize,
  relu,
  rowsOf,
  scoreWords,
} from "../../../docs/assets/labs/engine/operations.mjs"
import { mergeLora, unplug } from "../../../docs/assets/labs/engine/parts.mjs"
import { Tape } from "../../../docs/assets/labs/engine/tape.mjs"
import {
  languageLoss,
  promptLength,
  readTexts,
} from "../../../docs/assets/labs/engine/transformer.mjs"
import { openFast, openPlain } from "./machines.mjs"
import { KINDS, tinyModel } from "./tiny.mjs"

const fast = await openFast()
const parity = JSON.parse(readFileSync(new URL("parity.json", import.meta.url), "utf8"))

/** @param {Tape} tape @param {{ at: number, size: number }} tensor */
const numbers = (tape, { at, size }) => tape.floats.slice(at, at + size)

/** The largest difference, as a share of the largest number. @param {ArrayLike<number>} ours @param {readonly number[]} theirs */
function difference(ours, theirs) {
  const largest = Math.max(...theirs.map(Math.abs), 1e-6)
  return Math.max(...theirs.map((x, i) => Math.abs(x - ours[i]))) / largest
}

for (const kind of KINDS) {
  test(`${kind}: loss, gradients and three Adam steps agree with NumPy in float64`, () => {
    const { tape, model, parameters, batch } = tinyModel(fast, kind)
    const { step } = optimizer(tape, parameters)
    const expected = parity[kind]

    for (const [number, theirs] of expected.losses.entries()) {
      tape.reset()
      const { loss } = languageLoss(tape, model, batch)
      tape.backward()
      assert.ok(Math.abs(loss - theirs) < 2e-5, `loss ${number}: ${loss} against ${theirs}`)
      if (number === 0)
        for (const p of parameters) {
          const ours = tape.floats.slice(p.gradientAt, p.gradientAt + p.size)
          assert.ok(
            difference(ours, expected.gradients[p.name]) < 2e-4,
            `gradient of ${p.name} differs by ${difference(ours, expected.gradients[p.name])}`,
          )
        }
      step(1e-2, { limit: 0.1, decay: 0.01 })
    }

    for (const p of parameters)
      assert.ok(
        difference(numbers(tape, p), expected.end[p.name]) < 2e-3,
        `${p.name} after three steps differs by ${difference(numbers(tape, p), expected.end[p.name])}`,
      )
  })
}

/** Each operation on parameters of its own, made into one number by a fixed weighting. */
/** @type {Record<string, { shapes: [number, number][], apply: (tape: Tape, p: any[]) => any }>} */
const operations = {
  linear: {
    shapes: [
      [5, 8],
      [8, 6],
    ],
    apply: (tape, [x, W]) => linear(tape, x, W),
  },
  scoreWords: {
    shapes: [
      [5, 8],
      [12, 8],
    ],
    apply: (tape, [x, E]) => scoreWords(tape, x, E),
  },
  embed: {
    shapes: [
      [9, 8],
      [4, 8],
      [2, 8],
    ],
    apply: (tape, [E, P, prompt]) => embed(tape, { E, P, prompt }, [1, 8, 8, 0, 3, 2, 1, 5], 2, 4),
  },
  add: {
    shapes: [
      [5, 8],
      [5, 8],
    ],
    apply: (tape, [x, y]) => add(tape, x, y, 0.7),
  },
  addBias: {
    shapes: [
      [5, 8],
      [1, 8],
    ],
    apply: (tape, [x, b]) => addBias(tape, x, b),
  },
  relu: { shapes: [[5, 8]], apply: (tape, [x]) => relu(tape, x) },
  normalize: {
    shapes: [
      [5, 8],
      [1, 8],
    ],
    apply: (tape, [x, w]) => normalize(tape, x, w),
  },
  attend: { shapes: [[10, 24]], apply: (tape, [qkv]) => attend(tape, qkv, 2, 5, 2) },
  rowsOf: { shapes: [[5, 8]], apply: (tape, [x]) => rowsOf(tape, x, [0, 3, 3, 1]) },
}

for (const [name, { shapes, apply }] of Object.entries(operations)) {
  test(`the gradient of ${name} is its slope`, () => {
    const tape = new Tape(fast)
    const r = random(3)
    const parameters = shapes.map(([rows, columns], i) =>
      tape.parameter(`${i}`, rows, columns, () => r.normal()),
    )
    optimizer(tape, parameters)
    const targets = Array.from({ length: 60 }, () => r.below(6))
    const loss = () => {
      tape.reset()
      const y = apply(tape, parameters)
      return crossEntropy(
        tape,
        y,
        targets.slice(0, y.rows),
        Array.from({ length: y.rows }, (_, i) => 0.3 + i / 10),
      ).loss
    }
    loss()
    tape.backward()
    for (const p of parameters) {
      const slopes = tape.floats.slice(p.gradientAt, p.gradientAt + p.size)
      for (let direction = 0; direction < 4; direction++) {
        const way = Array.from({ length: p.size }, () => r.normal())
        const before = numbers(tape, p)
        const at = (distance) => {
          before.forEach((x, i) => (tape.floats[p.at + i] = x + distance * way[i]))
          return tape.withoutRecording(loss)
        }
        const slope = (at(2e-3) - at(-2e-3)) / 4e-3
        tape.floats.set(before, p.at)
        const ours = slopes.reduce((sum, x, i) => sum + x * way[i], 0)
        assert.ok(
          Math.abs(slope - ours) < 5e-3 * (1 + Math.abs(ours)),
          `${name}, parameter ${p.name}: ${ours} against a slope of ${slope}`,
        )
      }
    }
  })
}

test("a frozen parameter has no gradient and does not move", () => {
  const { tape, model, parts, parameters, batch } = tinyModel(fast, "lora")
  const frozen = parameters.slice(0, -parts.length)
  const before = frozen.map((p) => numbers(tape, p))
  const { step } = optimizer(tape, parts)

  for (let i = 0; i < 3; i++) {
    tape.reset()
    languageLoss(tape, model, batch)
    tape.backward()
    step(0.1)
  }

  frozen.forEach((p, i) => assert.deepEqual(numbers(tape, p), before[i]))
})

/** The scores of the batch's last positions. */
function lastScores({ tape, model, batch }) {
  tape.reset()
  return tape.withoutRecording(() => {
    const states = readTexts(tape, model, batch.words, batch.B, batch.T)
    const length = promptLength(model) + batch.T
    return numbers(
      tape,
      scoreWords(
        tape,
        rowsOf(
          tape,
          states,
          Array.from({ length: batch.B }, (_, b) => (b + 1) * length - 1),
        ),
        model.E,
      ),
    )
  })
}

for (const kind of KINDS.slice(1)) {
  test(`${kind}: unplugged, the model is the base model to the last bit`, () => {
    const base = lastScores(tinyModel(fast, "full"))
    const tuned = tinyModel(fast, kind)
    assert.notDeepEqual(lastScores(tuned), base)

    unplug(tuned.model)

    assert.deepEqual(lastScores(tuned), base)
  })
}

test("merged LoRA gives the scores of LoRA within rounding", () => {
  const tuned = tinyModel(fast, "lora")
  const before = lastScores(tuned)

  mergeLora(tuned.tape, tuned.model)

  assert.equal(tuned.model.lora, null)
  assert.ok(difference(lastScores(tuned), [...before]) < 1e-5)
})

for (const kind of KINDS) {
  test(`${kind}: writing word by word chooses what reading the whole text chooses`, () => {
    const tiny = tinyModel(fast, kind)
    const { tape, model } = tiny
    const prompts = [[1, 7, 9], [1, 5, 6, 13], [2]]
    const written = continueTexts(tape, model, prompts, { most: 3, end: -1 })
    prompts.forEach((prompt, b) => {
      const text = [...prompt]
      for (const word of written[b]) {
        tape.reset()
        const scores = tape.withoutRecording(() => {
          const states = readTexts(tape, model, text, 1, text.length)
          return numbers(tape, scoreWords(tape, rowsOf(tape, states, [states.rows - 1]), model.E))
        })
        assert.equal(word, likeliest(scores))
        text.push(word)
      }
    })
  })
}

test("the same training gives the same bits in WebAssembly and in JavaScript", async () => {
  const ends = [await openFast(), await openPlain()].map((machine) => {
    const { tape, model, parameters, batch } = tinyModel(machine, "adapters")
    const { step } = optimizer(tape, parameters)
    for (let i = 0; i < 5; i++) {
      tape.reset()
      languageLoss(tape, model, batch)
      tape.backward()
      step(1e-2)
    }
    return parameters.map((p) => numbers(tape, p))
  })
  assert.deepEqual(ends[0], ends[1])
})

test("exp and log are right to eleven digits", () => {
  for (let x = -79; x < 80; x += 0.37)
    assert.ok(Math.abs(exp(x) / Math.exp(x) - 1) < 2e-11, `exp(${x})`)
  for (let x = 1e-9; x < 1e9; x *= 1.7)
    assert.ok(
      Math.abs(log(x) - Math.log(x)) < 1e-12 * Math.max(1, Math.abs(Math.log(x))),
      `log(${x})`,
    )
  assert.equal(log(0), -Infinity)
  assert.ok(Number.isNaN(log(-1)))
})

test("every 16-bit float survives the way to a number and back", () => {
  for (let half = 0; half < 0x7c00; half++) assert.equal(toHalf(fromHalf(half)), half)
  assert.equal(fromHalf(toHalf(-2.5)), -2.5)
  assert.equal(toHalf(1e6), 0x7c00)
})

test("random numbers repeat with their seed, and are spread as they should be", () => {
  const [a, b] = [random(42), random(42)]
  for (let i = 0; i < 100; i++) assert.equal(a.share(), b.share())
  const normal = Array.from({ length: 20000 }, () => a.normal())
  const middle = normal.reduce((sum, x) => sum + x, 0) / 20000
  assert.ok(Math.abs(middle) < 0.03)
  assert.ok(Math.abs(normal.reduce((sum, x) => sum + x * x, 0) / 20000 - 1) < 0.05)
  assert.deepEqual([...a.shuffle([1, 2, 3, 4])].sort(), [1, 2, 3, 4])
})
