import assert from "node:assert/strict"
import test from "node:test"
import { closing, nextOpen, parseRun, textOfRun } from "../../../docs/assets/core/run.mjs"

const ALL = ["one", "two", "three"]

test("a run is read as it was written", () => {
  const run = { since: 1764500000000, items: ["two"] }

  assert.deepEqual(parseRun(textOfRun(run), ALL), run)
})

for (const text of ["", "12", "now two", "-1 two", "12 gone", "12 one gone"]) {
  test(`"${text}" is a run through every item`, () => {
    assert.deepEqual(parseRun(text, ALL), { since: 0, items: ALL })
  })
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
  [["correct", "correct"], "LoRA: all of it is there"],
  [["correct", "correct", "correct", "incorrect"], "LoRA: most of it is there"],
  [["correct", "shown"], "LoRA: part of it is there"],
  [["incorrect", "open", "open"], "LoRA: a start"],
])) {
  test(`${states.join(", ")} ends with "${words}"`, () =>
    assert.equal(closing(states, "LoRA"), words))
}
