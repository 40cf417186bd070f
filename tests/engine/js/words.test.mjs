import assert from "node:assert/strict"
import test from "node:test"
import {
  counted,
  listed,
  minutesAndSeconds,
  percent,
  ranges,
  them,
  topicLine,
} from "../../../docs/assets/core/words.mjs"

for (const [words, expected] of [
  [counted(0, "answer"), "0 answers"],
  [counted(1, "answer"), "1 answer"],
  [counted(2, "mock exam"), "2 mock exams"],
  [them(1), "it"],
  [them(2), "them"],
  [percent(1, 3), "33%"],
  [percent(0, 3), "0%"],
  [percent(3, 3), "100%"],
  [percent(0, 0), ""],
  [listed([]), ""],
  [listed(["a"]), "a"],
  [listed(["a", "b"]), "a and b"],
  [listed(["a", "b", "c"]), "a, b, and c"],
]) {
  test(`"${words}" is said as it should be`, () => assert.equal(words, expected))
}

for (const [right, missed, mastered, words] of [
  [0, 0, 0, "not started, 3 new"],
  [0, 1, 0, "0 of 1 right"],
  [2, 1, 2, "2 of 3 right"],
  [2, 0, 2, "2 of 2 right"],
  [3, 0, 2, "all 3 right"],
  [3, 0, 3, "all 3 mastered"],
]) {
  test(`a topic of three questions is "${words}"`, () =>
    assert.equal(topicLine({ questions: 3, right, missed, mastered }), words))
}

for (const [milliseconds, words] of [
  [0, "0:00"],
  [59_001, "1:00"],
  [245_000, "4:05"],
  [3_600_000, "60:00"],
]) {
  test(`${milliseconds} ms are ${words}`, () =>
    assert.equal(minutesAndSeconds(milliseconds), words))
}

for (const [places, runs] of [
  [[], []],
  [[3], [[3, 3]]],
  [
    [0, 1, 2, 4, 6, 7],
    [
      [0, 2],
      [4, 4],
      [6, 7],
    ],
  ],
]) {
  test(`${places.join()} run as ${JSON.stringify(runs)}`, () =>
    assert.deepEqual(ranges(places), runs))
}
