import assert from "node:assert/strict"
import test from "node:test"
import { advice, standing } from "../../../docs/assets/core/standing.mjs"
import { attempt, DAY } from "./attempt.mjs"

const REVISION = "1a2b3c4d"
const WEDNESDAY = new Date(2026, 10, 25, 12).getTime()
const items = (...ids) =>
  ids.map((id) => ({ id, revision: REVISION, objective: "1", interaction: "choice" }))
const INDEX = {
  quizzes: [
    { slug: "one", title: "One", page: "one/", items: items("a", "b", "c") },
    { slug: "two", title: "Two", page: "two/", items: items("d", "e") },
  ],
  terms: [{ id: "term-x", revision: REVISION, anchor: "x" }],
}
const right = (item, days = 0) =>
  attempt({ id: `${item}-${days}`, item, revision: REVISION, at: WEDNESDAY + days * DAY })
const wrong = (item, days = 0) => ({ ...right(item, days), outcome: "incorrect" })
const exam = (changes) => ({
  id: "x-1",
  started: WEDNESDAY - 60_000,
  deadline: null,
  handedIn: null,
  items: items("a", "b", "c"),
  responses: {},
  flagged: [],
  ...changes,
})
const at = (attempts, exams = [], examDay = null) =>
  standing(INDEX, { attempts, exams }, { examDay, dailyLimit: 2 }, WEDNESDAY)

for (const [what, attempts, exams, next] of [
  ["an open exam comes before all else", [wrong("a", -2)], [exam({})], "exam"],
  [
    "what is due comes before what was missed",
    [wrong("a", -2), wrong("b")],
    [exam({ handedIn: WEDNESDAY })],
    "due",
  ],
  [
    "what was missed today is not due yet, and is next all the same",
    [wrong("a"), right("b")],
    [],
    "missed",
  ],
  ["nothing was missed: what is new", [right("a")], [], "unseen"],
  ["all is answered", ["a", "b", "c", "d", "e"].map((id) => right(id)), [], "done"],
]) {
  test(`advice: ${what}`, () => {
    assert.equal(advice(at(attempts, exams)), next)
  })
}

test("an open exam says at which question it stopped and how much time is left", () => {
  const open = exam({ responses: { a: ["x"] }, deadline: WEDNESDAY + 5 * 60_000 })

  assert.deepEqual(at([], [exam({ id: "x-0", started: 1 }), open]).exam, {
    id: "x-1",
    size: 3,
    place: 2,
    left: 300_000,
  })
})

test("each topic has its own counts", () => {
  const [one, two] = at([right("a"), wrong("b"), right("d", -30)]).topics

  assert.deepEqual(one, {
    slug: "one",
    questions: 3,
    seen: 2,
    unseen: 1,
    right: 1,
    missed: 1,
    mastered: 0,
    due: 0,
  })
  assert.deepEqual(two, {
    slug: "two",
    questions: 2,
    seen: 1,
    unseen: 1,
    right: 1,
    missed: 0,
    mastered: 0,
    due: 1,
  })
})

test("five answers make a day of this week done, and the week starts on Monday", () => {
  const monday = ["a", "b", "c", "d", "e"].map((id) => right(id, -2))
  const { week } = at([...monday, right("a"), right("b", -3)])

  assert.deepEqual(
    week.map(({ isDone }) => isDone),
    [true, false, false, false, false, false, false],
  )
  assert.deepEqual(
    week.map(({ answers }) => answers),
    [5, 0, 1, 0, 0, 0, 0],
  )
  assert.equal(
    week.findIndex(({ isToday }) => isToday),
    2,
  )
})

test("days to the exam are counted by the calendar, and not once it is over", () => {
  assert.equal(at([], [], "2026-12-05").daysLeft, 10)
  assert.equal(at([], [], "2026-11-25").daysLeft, 0)
  assert.equal(at([], [], "2026-11-24").daysLeft, null)
})

test("no more is due today than the reader's daily limit, less what was reviewed today", () => {
  const due = ["a", "b", "c"].map((id) => wrong(id, -2))

  assert.equal(at(due).due, 2)
  assert.equal(at([...due, right("d", -3), right("d")]).due, 1)
})
