import assert from "node:assert/strict"
import test from "node:test"
import { dueLine, endLine, planLine, returnsIn } from "../../../docs/assets/review/sentences.mjs"

process.env.TZ = "Europe/Berlin"

const NOW = new Date(2026, 10, 21, 23, 30).getTime()

for (const [due, sentence] of [
  [new Date(2026, 10, 21), "Comes back today"],
  [new Date(2026, 10, 22), "Comes back tomorrow"],
  [new Date(2026, 10, 24), "Comes back in 3 days"],
  [new Date(2027, 4, 21), "Comes back in 6 months"],
  [new Date(2029, 10, 21), "Comes back in 3 years"],
]) {
  test(`an answer says: ${sentence}`, () => assert.equal(returnsIn(due.getTime(), NOW), sentence))
}

test("days are counted by the calendar where a clock is changed", () => {
  const before = new Date(2026, 9, 24, 12).getTime() // the night after has 25 hours

  assert.equal(returnsIn(new Date(2026, 9, 25).getTime(), before), "Comes back tomorrow")
})

for (const [due, today, sentence] of [
  [12, 12, ""],
  [0, 0, ""],
  [159, 20, "Your limit is 20 a day. The other 139 are spread over the next days."],
  [21, 20, "Your limit is 20 a day. The other one is spread over the next days."],
  [5, 0, "That’s today’s 20. The other 5 are spread over the next days."],
]) {
  test(`of ${due} due, ${today} today: ${sentence || "nothing to add"}`, () =>
    assert.equal(dueLine(due, today, 20), sentence))
}

for (const [right, all, sentence] of [
  [5, 5, "5 questions, all right."],
  [1, 5, "5 questions: 1 right, 4 missed."],
  [0, 1, "1 question: 0 right, 1 missed."],
  [0, 0, "Nothing was counted."],
]) {
  test(`the end of a session says: ${sentence}`, () => assert.equal(endLine(right, all), sentence))
}

for (const [plan, sentence] of [
  [
    { days: 10, unseen: 146, newADay: 15 },
    "10 days to your exam. 15 new questions a day take you through the 146 that are left. Everything comes around once more before it.",
  ],
  [
    { days: 1, unseen: 0, newADay: 0 },
    "1 day to your exam. You have seen every question. Everything comes around once more before it.",
  ],
  [{ days: 0, unseen: 3, newADay: 3 }, "Your exam is today. Good luck."],
]) {
  test(`the plan says: ${sentence}`, () =>
    assert.equal(planLine({ covered: 0, ...plan }), sentence))
}
