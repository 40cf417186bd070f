import assert from "node:assert/strict"
import test from "node:test"
import { counted, listed, percent } from "../../../docs/assets/core/words.mjs"

for (const [words, expected] of [
  [counted(0, "answer"), "0 answers"],
  [counted(1, "answer"), "1 answer"],
  [counted(2, "mock exam"), "2 mock exams"],
  [percent(1, 3), "33\u00a0%"],
  [percent(0, 3), "0\u00a0%"],
  [percent(3, 3), "100\u00a0%"],
  [percent(0, 0), ""],
  [listed([]), ""],
  [listed(["a"]), "a"],
  [listed(["a", "b"]), "a and b"],
  [listed(["a", "b", "c"]), "a, b, and c"],
]) {
  test(`"${words}" is said as it should be`, () => assert.equal(words, expected))
}
