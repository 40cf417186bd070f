import assert from "node:assert/strict"
import test from "node:test"
import { forToday, planUntil, reviewedToday, spread } from "../../../docs/assets/core/workload.mjs"
import { attempt, DAY } from "./attempt.mjs"

const NOW = new Date(2026, 10, 20, 12).getTime()
const items = (count) =>
  Array.from({ length: count }, (_, place) => ({ id: `item-${place}`, revision: "r" }))
/** Each item's answers, in days ago. */
const told = (...days) =>
  new Map(
    days.map((ago, place) => [
      `item-${place}`,
      ago.map((each) => attempt({ item: `item-${place}`, at: NOW - each * DAY })),
    ]),
  )

test("what is too much for a day moves to the next, and nothing is lost", () => {
  assert.deepEqual(spread([50, 0, 5, 0, 0], 20, 0), [20, 20, 15, 0, 0])
  assert.deepEqual(spread([3, 4], 20, 0), [3, 4])
})

test("what was reviewed today already is part of the day's limit", () => {
  assert.deepEqual(spread([50, 0, 0], 20, 15), [5, 20, 20])
  assert.equal(forToday(50, 20, 25), 0)
  assert.equal(forToday(3, 20, 15), 3)
})

test("without a limit all of it is for today", () => assert.equal(forToday(159, 0, 40), 159))

test("a review is an answer of today to what was answered on an earlier day", () => {
  assert.equal(reviewedToday(items(4), told([3, 0], [0], [5], [0, 0]), NOW), 1)
})

test("without an exam ahead there is no plan", () => {
  assert.equal(planUntil(null, items(4), told([1]), NOW), null)
})

test("new questions are spread over the days to the exam", () => {
  assert.deepEqual(planUntil("2026-11-30", items(100), told([1], [2]), NOW), {
    days: 10,
    unseen: 98,
    newADay: 10,
    covered: 0.03,
  })
})

test("the pace is that of the last two weeks, and never covers more than there is", () => {
  const histories = told(
    ...Array.from({ length: 28 }, () => [20, 3]),
    ...Array.from({ length: 28 }, () => [3]),
  )

  assert.equal(planUntil("2026-11-30", items(100), histories, NOW)?.covered, 0.76) // 56 seen, and 2 a day for 10 days
  assert.equal(planUntil("2027-11-30", items(100), histories, NOW)?.covered, 1)
})

test("on the day of the exam all that is new is for today", () => {
  assert.equal(planUntil("2026-11-20", items(5), told([1]), NOW)?.newADay, 4)
})
