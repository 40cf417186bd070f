import assert from "node:assert/strict"
import { test } from "node:test"
import { random } from "../../../docs/assets/labs/engine/math.mjs"
import { exp, log } from "../../../docs/assets/labs/kernels/plain-math.mjs"
import { openFast, openPlain } from "./machines.mjs"

const [fast, plain] = [await openFast(), await openPlain()]
const START = 20000
const SPACE = 60000

/** Fills the same places of both memories with the same numbers. @param {number} seed @param {number} scale */
function fillBoth(seed, scale) {
  const r = random(seed)
  for (const machine of [fast, plain]) machine.floats.fill(0, START, START + SPACE)
  for (let i = START; i < START + SPACE; i++) fast.floats[i] = plain.floats[i] = r.normal() * scale
}

/** @param {number} block - a place of its own for each argument, in bytes */
const at = (block) => (START + block * 6000) * 4

/** @param {readonly number[]} numbers @param {number} block */
function setInts(numbers, block) {
  for (const machine of [fast, plain]) machine.ints.set(numbers, at(block) / 4)
}

/** @type {[name: import("../../../docs/assets/labs/kernels/load.mjs").LoopName, numbers: number[]][]} */
const calls = [
  ["multiply", [13, 22, 9, at(0), 9, 1, at(1), 22, at(2), 22, 0]],
  ["multiply", [13, 22, 9, at(0), 1, 13, at(1), 22, at(2), 22, 1]],
  ["multiply", [3, 5, 48, at(0), 48, 1, at(1), 5, at(2), 5, 0]],
  ["transpose", [at(1), at(0), 13, 7]],
  ["fill", [at(0), 0.1, 51]],
  ["add_scaled", [at(0), at(1), 0.3, 51]],
  ["sum_scaled", [at(0), at(1), at(2), 0.7, 51]],
  ["add_row", [at(0), at(1), at(2), 5, 13]],
  ["sum_rows", [at(0), at(1), 5, 13]],
  ["relu", [at(0), at(1), 52]],
  ["relu_back", [at(0), at(1), at(2), 52]],
  ["gather", [at(0), at(1), at(8), 6, 12]],
  ["scatter", [at(0), at(1), at(8), 6, 12]],
  ["norm", [at(0), at(1), at(2), at(3), 7, 48]],
  ["norm_back", [at(0), at(1), at(2), at(3), at(4), at(5), 7, 48]],
  ["norm_back", [0, at(1), at(2), at(3), at(4), at(5), 7, 48]],
  ["norm_back", [at(0), 0, at(2), at(3), at(4), at(5), 7, 48]],
  ["attend", [at(0), at(1), at(2), 2, 9, 4, 48]],
  ["attend_next", [at(0), at(1), at(2), 2, 9, 6, 4, 48]],
  ["attend_back", [at(0), at(1), at(2), at(3), at(4), 2, 9, 4, 48]],
  ["cross_entropy", [at(0), at(1), at(2), at(8), at(3), 6, 53]],
  ["cross_entropy", [at(0), 0, at(2), at(8), at(3), 6, 53]],
  ["sum_of_squares", [at(0), 103]],
  ["adam", [at(0), at(1), at(2), at(3), 51, 0.7, 0.01, 0.9, 0.99, 10, 100, 1e-8, 0.01]],
]

for (const [number, [name, numbers]] of calls.entries()) {
  for (const scale of [1, 30]) {
    test(`${name} ${number} gives the same bits in WebAssembly and in JavaScript, numbers near ${scale}`, () => {
      fillBoth(number + 1, scale)
      setInts([4, 0, 7, 2, 2, 30], 8)
      if (name === "adam")
        for (const { floats } of [fast, plain])
          for (let i = 0; i < 51; i++) floats[at(3) / 4 + i] **= 2
      const results = [fast, plain].map(({ loops }) => loops[name](...numbers))
      const memories = [fast, plain].map(
        ({ floats }) => new Uint32Array(floats.slice(START, START + SPACE).buffer),
      )
      assert.deepEqual(results[0], results[1])
      const different = memories[0].findIndex((bits, i) => bits !== memories[1][i])
      assert.equal(
        different,
        -1,
        `first difference ${different % 6000} numbers into block ${Math.floor(different / 6000)}`,
      )
    })
  }
}

test("exp and log are right to seven digits", () => {
  for (let x = -80; x < 80; x += 0.37)
    assert.ok(Math.abs(exp(Math.fround(x)) / Math.exp(Math.fround(x)) - 1) < 3e-7, `exp(${x})`)
  for (let x = 1e-6; x < 1e6; x *= 1.7)
    assert.ok(
      Math.abs(log(Math.fround(x)) - Math.log(Math.fround(x))) <
        1e-6 * Math.max(1, Math.abs(Math.log(x))),
      `log(${x})`,
    )
})
