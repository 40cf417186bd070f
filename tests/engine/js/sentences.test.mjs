import assert from "node:assert/strict"
import test from "node:test"
import { whatCame, whatNext, whatWaits, whenAgain } from "../../../docs/assets/review/sentences.mjs"
import { attempt } from "./attempt.mjs"

process.env.TZ = "Europe/Berlin"

const NOW = new Date(2026, 10, 21, 23, 30).getTime()
const list = (length) => Array.from({ length }, (_, place) => ({ id: `item-${place}`, revision: "r" }))
const waiting = (sureButWrong, due, missed, unseen) =>
  ({ sureButWrong: list(sureButWrong), due: list(due), missed: list(missed), unseen: list(unseen) })

for (const [name, lists, counts, sentence] of [
  ["everything", [2, 12, 3, 190], [12], "12 due today, 3 missed, 2 you were sure of and got wrong, 190 not yet seen."],
  ["only what is due", [0, 1, 0, 0], [1], "1 due today."],
  ["nothing due", [0, 0, 1, 200], [0, 0, 3],
    "Nothing is due today: well done. The next 3 questions are due in 2 days, on Mon 23 Nov. 1 missed, 200 not yet seen."],
  ["nothing due, all seen", [0, 0, 0, 0], [0, 1], "Nothing is due today: well done. The next question is due tomorrow, on Sun 22 Nov."],
  ["nothing answered", [0, 0, 0, 237], [0], "All 237 questions are new to you. A few a day are enough."],
]) {
  test(`what waits is told: ${name}`, () => {
    assert.equal(whatWaits(waiting(...lists), counts, NOW, 237, "question"), sentence)
  })
}

test("what is left for today is next", () => {
  assert.equal(whatNext([4, 9], NOW, "card"), "The next 4 cards are due today.")
  assert.equal(whatNext([0, 0], NOW, "card"), "")
})

for (const [due, sentence] of [
  [new Date(2026, 10, 21), "Asked again today."],
  [new Date(2026, 10, 22), "Asked again tomorrow, on Sun 22 Nov."],
  [new Date(2026, 10, 24), "Asked again in 3 days, on Tue 24 Nov."],
  [new Date(2027, 0, 1), "Asked again in 41 days, on Fri 1 Jan 2027."],
]) {
  test(`an answer says: ${sentence}`, () => assert.equal(whenAgain(due.getTime(), NOW), sentence))
}

test("days are counted by the calendar where a clock is changed", () => {
  const before = new Date(2026, 9, 24, 12).getTime() // the night after has 25 hours

  assert.equal(whenAgain(new Date(2026, 9, 25).getTime(), before), "Asked again tomorrow, on Sun 25 Oct.")
  assert.equal(whenAgain(new Date(2026, 9, 26).getTime(), before), "Asked again in 2 days, on Mon 26 Oct.")
})

test("what came of a session is counted", () => {
  const answers = ["correct", "incorrect", "correct"].map((outcome) => ({ attempt: attempt({ outcome }) }))

  assert.equal(whatCame(answers), "2 right, 1 wrong.")
})
