import assert from "node:assert/strict"
import { test } from "node:test"
import { readAddress, writeAddress } from "../../../docs/assets/labs/page/address.mjs"
import { curveChart, rangeChart } from "../../../docs/assets/labs/page/chart.mjs"
import { after } from "../../../docs/assets/labs/page/runner.mjs"
import { trainedCells } from "../../../docs/assets/labs/page/shapes.mjs"

test("an address sets the knobs and the seed", () => {
  const { settings, seed, hidden, faults } = readAddress(
    "rlhf",
    "?beta=0&method=dpo&seed=12&hide=method,seed",
  )
  assert.deepEqual(settings, { method: "dpo", comparisons: 60, beta: 0 })
  assert.equal(seed, 12)
  assert.deepEqual([...hidden], ["method", "seed"])
  assert.deepEqual(faults, [])
})

test("what an address asks for wrongly is set to the start, and said", () => {
  const { settings, seed, faults } = readAddress("peft", "?method=magic&seed=-3")
  assert.deepEqual(settings, { method: "lora-4" })
  assert.equal(seed, 7)
  assert.deepEqual(faults, [
    "“What is trained” has no value “magic”, so it is set to LoRA, rank 4.",
    "The seed is a whole number from 0 to 9999, so it is set to 7.",
  ])
})

test("an address holds what a reader picked, and says what is no such picks", () => {
  const address = writeAddress("https://example.org/labs/rlhf/", {}, 3, "ABBABA")
  assert.equal(address, "https://example.org/labs/rlhf/?seed=3&picks=ABBABA")
  assert.deepEqual(readAddress("rlhf", new URL(address).search).picks, [0, 1, 1, 0, 1, 0])
  assert.equal(
    writeAddress(address, {}, 3, ""),
    "https://example.org/labs/rlhf/?seed=3",
    "picks that are no longer meant are taken out",
  )
  const { picks, faults } = readAddress("rlhf", "?picks=ABC")
  assert.deepEqual(picks, [])
  assert.deepEqual(faults, [
    "“picks” is 6 to 12 letters, A or B for each pair, so the stated rule compares.",
  ])
})

test("an address that is written is read back, and keeps what else it asks for", () => {
  const address = writeAddress(
    "https://example.org/labs/peft/?hide=seed#run",
    { method: "prompt" },
    3,
  )
  assert.equal(address, "https://example.org/labs/peft/?hide=seed&method=prompt&seed=3#run")
  assert.deepEqual(readAddress("peft", new URL(address).search).settings, { method: "prompt" })
})

test("a run waits for the reader who compares answers, hidden or not, and can be stopped then", () => {
  /** @type {[any, any][]} */
  const steps = [
    ["running", "ask"],
    ["paused", "ask"],
    ["ranking", "hide"],
    ["ranking", "answer"],
    ["ranking", "stop"],
    ["ranking", "fault"],
  ]
  assert.deepEqual(
    steps.map(([state, event]) => after(state, event)),
    ["ranking", "ranking", "ranking", "running", "stopped", "failed"],
  )
})

test("what is added to a frozen model is drawn below it, at its scale", () => {
  const [, { viewBox, "aria-label": words }, ...cells] = trainedCells(
    { isBaseTrained: false, added: 1500 },
    75000,
  )
  assert.equal(viewBox, "0 0 260 87")
  const isTrained = cells.map((cell) => `${cell[1].class}`.includes("trained"))
  assert.deepEqual(isTrained, [...Array(100).fill(false), true, true])
  assert.equal(
    words,
    "Trained: 1,500 added parameters, 2.0% as many as the model has. Its own 75,000 are frozen.",
  )
})

test("a run can be stopped, hidden, shown, and started again, and nothing else", () => {
  const story = [
    "start",
    "hide",
    "start",
    "show",
    "stop",
    "end",
    "start",
    "fault",
    "hide",
    "start",
    "end",
  ]
  /** @type {any} */
  let state = "idle"
  const states = story.map((event) => (state = after(state, /** @type {any} */ (event))))
  assert.deepEqual(states, [
    "running",
    "paused",
    "paused",
    "running",
    "stopped",
    "stopped",
    "running",
    "failed",
    "failed",
    "running",
    "done",
  ])
})

/** Every text of a chart. @returns {string[]} */
const textsOf = (shape) => (typeof shape === "string" ? [shape] : shape.slice(2).flatMap(textsOf))

/** Every number of a chart's attributes. @returns {number[]} */
const numbersOf = (shape) =>
  typeof shape === "string"
    ? []
    : [
        ...Object.values(shape[1])
          .flatMap((value) => `${value}`.match(/-?\d+(\.\d+)?|NaN|Infinity/g) ?? [])
          .map(Number),
        ...shape.slice(2).flatMap(numbersOf),
      ]

for (const width of [320, 720]) {
  test(`a curve ${width} wide has its names, its ends, and no number outside`, () => {
    const lines = [
      {
        label: "new",
        points: /** @type {[number, number][]} */ ([
          [0, 60],
          [100, 2.5],
        ]),
        band: { steps: [0, 100], mean: [60, 2.6], low: [60, 2.4], high: [60, 2.9] },
      },
      {
        label: "old",
        points: /** @type {[number, number][]} */ ([
          [0, 3],
          [100, 5],
        ]),
      },
    ]
    const chart = curveChart({ title: "Perplexity", scale: "log", steps: 100, lines, width })
    assert.equal(
      chart[1]["aria-label"],
      "Perplexity. new: from 60.0 to 2.50; old: from 3.00 to 5.00",
    )
    assert.ok(textsOf(chart).includes("new 2.50"))
    assert.ok(numbersOf(chart).every(Number.isFinite))
  })
}

test("the training steps of each lab are marked at whole numbers", () => {
  for (const steps of [60, 150, 200]) {
    const lines = [{ label: "run", points: [] }]
    const chart = curveChart({ title: "Loss", scale: "share", steps, lines, width: 320 })
    const marks = textsOf(chart)
      .map(Number)
      .filter((mark) => mark > 1)
    assert.ok(marks.includes(steps))
    assert.ok(marks.every(Number.isInteger))
  }
})

test("a curve of a broken run is drawn to the edge", () => {
  const chart = curveChart({
    title: "Loss",
    scale: "plain",
    steps: 10,
    lines: [
      {
        label: "run",
        points: [
          [0, 1],
          [10, NaN],
        ],
      },
    ],
    width: 400,
  })
  assert.ok(numbersOf(chart).every(Number.isFinite))
  assert.ok(textsOf(chart).includes("run not a number"))
})

test("a chart before any run says so", () => {
  const chart = curveChart({
    title: "Loss",
    scale: "share",
    steps: 10,
    lines: [{ label: "run", points: [] }],
    width: 400,
  })
  assert.equal(chart[1]["aria-label"], "Loss. Recorded runs only.")
})

test("recorded results are said in words as well as drawn", () => {
  const chart = rangeChart({
    title: "Exact",
    scale: "share",
    under: "examples",
    across: ["5", "20"],
    width: 680,
    lines: [
      {
        label: "reply",
        values: [
          { mean: 0.6, low: 0.4, high: 0.8 },
          { mean: 1, low: 1, high: 1 },
        ],
      },
    ],
  })
  assert.equal(chart[1]["aria-label"], "Exact. Mean of five runs. reply 5: 0.60, 20: 1.00.")
  assert.ok(textsOf(chart).includes("examples"))
})
