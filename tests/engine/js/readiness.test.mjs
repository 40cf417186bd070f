import assert from "node:assert/strict"
import test from "node:test"
import { MARK, readiness } from "../../../docs/assets/core/readiness.mjs"
import { attempt, DAY } from "./attempt.mjs"

const NOW = new Date(2026, 10, 20, 12).getTime()
const REVISION = "1a2b3c4d"

/** *count* items of an objective. */
const items = (objective, count, interaction = "choice") =>
  Array.from({ length: count }, (_, place) => ({
    id: `${objective}-${place}`,
    revision: REVISION,
    objective,
    interaction,
  }))
const index = (items, blueprint = { a: 1 }) => ({
  quizzes: [{ slug: "q", title: "Q", page: "q/", items }],
  blueprint,
  objectives: { a: "Methods", b: "Data" },
})
/** The first *right* of the items answered right, the next *wrong* wrong. */
const answers = (objective, right, wrong, changes = {}) =>
  new Map(
    items(objective, right + wrong).map(({ id }, place) => [
      id,
      [
        attempt({
          item: id,
          outcome: place < right ? "correct" : "incorrect",
          at: NOW,
          ...changes,
        }),
      ],
    ]),
  )

test("who answered nothing is taken to guess, and no number is named", () => {
  const { score, level, seen } = readiness(index(items("a", 20)), new Map(), NOW)

  assert.deepEqual({ score, level, seen }, { score: 25, level: "unknown", seen: 0 })
})

test("the share is (1 + right) / (4 + all), and its range is 1.28 standard deviations wide to each side", () => {
  const { score, low, high } = readiness(index(items("a", 40)), answers("a", 27, 9), NOW)

  // 28 of 40 is 70 %; the deviation is √(0.7 · 0.3 / 41) = 7.16 %.
  assert.deepEqual({ score, low, high }, { score: 70, low: 61, high: 79 })
})

test("more answers make the range narrower", () => {
  const width = (right, wrong) => {
    const { low, high } = readiness(index(items("a", 200)), answers("a", right, wrong), NOW)
    return high - low
  }

  assert.ok(width(90, 30) < width(30, 10) && width(30, 10) < width(9, 3))
})

for (const [right, wrong, level] of [
  [9, 0, "unknown"],
  [3, 17, "not yet"],
  [27, 8, "nearly"],
  [40, 2, "ready"],
]) {
  test(`${right} right and ${wrong} wrong is ${level}`, () => {
    const result = readiness(index(items("a", 60)), answers("a", right, wrong), NOW)

    assert.equal(result.level, level)
    assert.equal(result.level === "ready", result.score >= MARK && result.seen >= 10)
  })
}

test("an answer of 30 days ago counts half", () => {
  const old = readiness(index(items("a", 20)), answers("a", 12, 0, { at: NOW - 30 * DAY }), NOW)

  assert.equal(old.score, 70) // (1 + 6) / (4 + 6)
})

test("an answer without a time that can be true counts for almost nothing", () => {
  assert.equal(readiness(index(items("a", 20)), answers("a", 12, 0, { at: -1 }), NOW).score, 25)
})

test("an answer to an item that changed, or that an exam does not ask, does not count", () => {
  const changed = readiness(index(items("a", 20)), answers("a", 12, 0, { revision: "0ld" }), NOW)
  const recall = readiness(index(items("a", 20, "recall")), answers("a", 12, 0), NOW)

  assert.deepEqual([changed.seen, recall.seen], [0, 0])
})

test("objectives count with their weight", () => {
  const both = [...items("a", 40), ...items("b", 40)]
  const { score, objectives } = readiness(index(both, { a: 3, b: 1 }), answers("a", 27, 9), NOW)

  assert.equal(score, 59) // 0.75 · 70 + 0.25 · 25
  assert.deepEqual(
    objectives.map(({ name, title, weight, score, seen }) => [name, title, weight, score, seen]),
    [
      ["a", "Methods", 75, 70, 36],
      ["b", "Data", 25, 25, 0],
    ],
  )
})
