import assert from "node:assert/strict"
import test from "node:test"
import { GOAL, streak } from "../../../docs/assets/core/streak.mjs"
import { attempt } from "./attempt.mjs"

process.env.TZ = "Europe/Berlin"

const FRIDAY = new Date(2026, 10, 20, 12).getTime()
/** So many answers on each day, today first. */
const answers = (...counts) =>
  counts.flatMap((count, ago) =>
    Array.from({ length: count }, () =>
      attempt({ at: new Date(2026, 10, 20 - ago, 23, 30).getTime() }),
    ),
  )

for (const [name, counts, expected] of [
  ["nothing answered", [], { days: 0, today: 0, week: 0 }],
  ["today and two days before", [5, 6, 5], { days: 3, today: 5, week: 3 }],
  ["today is not over", [4, 5, 5], { days: 2, today: 4, week: 2 }],
  ["too few yesterday", [5, 4, 5], { days: 1, today: 5, week: 2 }],
  ["a gap", [0, 0, 5], { days: 0, today: 0, week: 1 }],
  ["from last week on", Array(9).fill(GOAL), { days: 9, today: 5, week: 5 }],
]) {
  test(`a streak: ${name}`, () => assert.deepEqual(streak(answers(...counts), FRIDAY), expected))
}

test("days are those of the calendar where a clock is changed", () => {
  const monday = new Date(2026, 9, 26, 12).getTime()
  const moments = [
    [25, 0, 30],
    [25, 23, 30],
    [24, 23, 30],
  ].flatMap(([day, hour, minute]) =>
    Array.from({ length: GOAL }, () =>
      attempt({ at: new Date(2026, 9, day, hour, minute).getTime() }),
    ),
  )

  assert.equal(streak(moments, monday).days, 2)
})
