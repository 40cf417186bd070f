import assert from "node:assert/strict"
import test from "node:test"
import {
  closing,
  compared,
  nextOpen,
  nextRun,
  parseRun,
  textOfRun,
  wholeRun,
} from "../../../docs/assets/core/run.mjs"

const ALL = ["one", "two", "three"]

for (const before of [null, 0, 2]) {
  test(`a run after ${before} right is read as it was written`, () => {
    const run = { since: 1764500000000, before, items: ["two"] }

    assert.deepEqual(parseRun(textOfRun(run), ALL), run)
  })
}

for (const text of [
  "",
  "12",
  "12 -",
  "12 two",
  "now - two",
  "-1 0 two",
  "12 -1 two",
  "12 0 gone",
]) {
  test(`"${text}" is a run through every item`, () => {
    assert.deepEqual(parseRun(text, ALL), wholeRun(ALL))
  })
}

for (const [states, before] of /** @type {const} */ ([
  [["correct", "incorrect", "shown"], 1],
  [["correct", "open", "incorrect"], 9],
  [["correct", "correct"], 9],
])) {
  test(`a run after ${states.join(", ")} is compared with ${before}`, () => {
    const run = { since: 5, before: 9, items: ALL }

    const next = nextRun(run, states, ["two"], { size: 3, now: 7 })

    assert.deepEqual(next, { since: 7, before, items: ["two"] })
  })
}

for (const [before, words] of /** @type {const} */ ([
  [null, ""],
  [0, "Up from 0 last time."],
  [1, "1 last time, too."],
  [2, "Down from 2 last time."],
])) {
  test(`one right after ${before} says "${words}"`, () =>
    assert.equal(compared(["incorrect", "correct"], before), words))
}

for (const [states, place, next] of /** @type {const} */ ([
  [["open", "open", "open"], -1, 0],
  [["open", "correct", "open"], 0, 2],
  [["open", "shown", "incorrect"], 2, 0],
  [["correct", "shown", "incorrect"], 0, -1],
])) {
  test(`after ${place} of ${states.join(", ")} comes ${next}`, () =>
    assert.equal(nextOpen(states, place), next))
}

for (const [states, words] of /** @type {const} */ ([
  [["correct", "correct"], "LoRA: you know all of it"],
  [["correct", "correct", "correct", "incorrect"], "LoRA: you know most of it"],
  [["correct", "shown"], "LoRA: you know part of it"],
  [["incorrect", "open", "open"], "LoRA: a start"],
])) {
  test(`${states.join(", ")} ends with "${words}"`, () =>
    assert.equal(closing(states, "LoRA"), words))
}
