import assert from "node:assert/strict"
import test from "node:test"
import {
  extent,
  fitted,
  graded,
  grouped,
  newExam,
  ranked,
  results,
  rightOf,
  timeLeft,
  timeUsed,
  whileOpen,
  wholeTime,
  withMark,
  withMoreTime,
  withoutPause,
  withPause,
  withResponse,
  withStruck,
  withTime,
} from "../../../docs/assets/core/exam.mjs"
import { matching } from "../../../docs/assets/core/exam-draw.mjs"
import { byItem } from "../../../docs/assets/core/history.mjs"
import { parseAttempt, parseExam } from "../../../docs/assets/core/parse.mjs"
import { count, scoreItems } from "../../../docs/assets/core/score.mjs"
import { drawSession } from "../../../docs/assets/core/session-draw.mjs"
import { attempt } from "./attempt.mjs"

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 20, 12)
const ITEMS = [
  { id: "one", revision: "r1" },
  { id: "two", revision: "r1" },
  { id: "three", revision: "r1" },
]
const EXAM = newExam("1-2-3-4", ITEMS, NOW, 270_000)

const PACE = { seconds: (90 * 60) / 65 }
for (const [questions, minutes] of [
  [65, 90],
  [20, 28],
  [10, 14],
]) {
  test(`${questions} questions have ${minutes} minutes at the exam's pace`, () => {
    assert.equal(wholeTime(questions, PACE), minutes * MINUTE)
  })
}

test("an exam is what is stored of it, and one of an earlier version gains what it lacks", () => {
  const { paused, guessed, struck, times, ...earlier } = EXAM

  assert.deepEqual(parseExam(EXAM), EXAM)
  assert.deepEqual(parseExam(earlier), EXAM)
  assert.equal(parseExam({ ...EXAM, times: { one: -1 } }), null)
  assert.equal(newExam("e", ITEMS, NOW, null).deadline, null)
})

const CLOCKS = [
  { at: 0, left: 270_000 },
  { at: 100_000, left: 170_000 },
  { at: 270_000, left: 0 },
  { at: 10 * MINUTE, left: 0, because: "it is never less than nothing" },
  {
    at: -60 * MINUTE,
    left: 270_000,
    because: "a clock that was set back gives no more than the whole time",
  },
]
for (const { at, left, because = "" } of CLOCKS) {
  test(`${at} ms after the start ${left} ms are left ${because}`, () => {
    assert.equal(timeLeft(EXAM, NOW + at), left)
  })
}

test("without a deadline no time is left or lacking", () => {
  assert.equal(timeLeft({ ...EXAM, deadline: null }, NOW), null)
})

test("more time comes on top of what is left, or from now on if nothing is", () => {
  assert.equal(timeLeft(withMoreTime(EXAM, NOW), NOW), 270_000 + 10 * MINUTE)
  assert.equal(timeLeft(withMoreTime(EXAM, NOW + 60 * MINUTE), NOW + 60 * MINUTE), 10 * MINUTE)
  assert.equal(withMoreTime({ ...EXAM, deadline: null }, NOW).deadline, null)
})

test("a pause stops the clock and moves the deadline", () => {
  const paused = withPause(EXAM, NOW + MINUTE)

  assert.equal(timeLeft(paused, NOW + 600 * MINUTE), 270_000 - MINUTE)
  assert.equal(withPause(paused, NOW + 2 * MINUTE), paused)
  const resumed = withoutPause(paused, NOW + 600 * MINUTE)
  assert.equal(timeLeft(resumed, NOW + 600 * MINUTE), 270_000 - MINUTE)
  assert.equal(withoutPause({ ...paused, deadline: null }, NOW).deadline, null)
})

test("time is added up for each question, and a clock that goes back takes none away", () => {
  const exam = [30_000.4, 15_000, -9_000].reduce(
    (exam, spent) => withTime(exam, "one", spent),
    EXAM,
  )

  assert.deepEqual(exam.times, { one: 45_000 })
  assert.equal(timeUsed({ ...exam, handedIn: NOW + 600 * MINUTE }), 45_000)
})

test("without times, time used ends with the submission and is never negative", () => {
  assert.equal(timeUsed({ ...EXAM, handedIn: NOW + MINUTE }), MINUTE)
  assert.equal(timeUsed({ ...EXAM, handedIn: NOW - MINUTE }), 0)
})

test("a response, a flag, a guess or a line through an option that is taken back leaves no trace", () => {
  const mark = (exam, isOn) =>
    withMark(withMark(exam, "flagged", "two", isOn), "guessed", "one", isOn)
  const changed = mark(withStruck(withResponse(EXAM, "one", ["a"]), "one", ["b"]), true)

  assert.deepEqual(
    [changed.responses, changed.struck, changed.flagged, changed.guessed],
    [{ one: ["a"] }, { one: ["b"] }, ["two"], ["one"]],
  )
  assert.deepEqual(mark(changed, true), changed)
  assert.deepEqual(mark(withStruck(withResponse(changed, "one", []), "one", []), false), EXAM)
})

test("nothing changes an exam that was submitted", () => {
  const next = whileOpen((exam) => withMark(exam, "flagged", "one", true))
  const over = { ...EXAM, handedIn: NOW }

  assert.equal(next(over), over)
  assert.deepEqual(next(EXAM).flagged, ["one"])
})

const EXTENTS = [
  { key: "a", response: undefined, extent: "unanswered" },
  { key: "a", response: ["c"], extent: "answered" },
  { key: "a c", response: ["c"], extent: "incomplete" },
  { key: "a c", response: ["b", "d"], extent: "answered" },
  { key: "a c", response: ["a", "b", "c"], extent: "incomplete" },
  { key: "1 2 3", response: ["", "", ""], extent: "unanswered" },
  { key: "1 2 3", response: ["", "3", ""], extent: "incomplete" },
  { key: "1 2 3", response: ["3", "3", "3"], extent: "answered" },
]
for (const { key, response, extent: expected } of EXTENTS) {
  test(`of the key ${key} the response ${response} is ${expected}, right or not`, () => {
    assert.equal(extent(key, response), expected)
  })
}

test("an item that is gone is left out, and one that changed is asked again", () => {
  const before = {
    ...EXAM,
    responses: { one: ["a"], two: ["b"], three: ["c"] },
    flagged: ["one", "two", "three"],
    guessed: ["one", "three"],
    struck: { one: ["b"], three: ["d"] },
    times: { two: 1000 },
  }
  const now = new Map([
    ["one", { id: "one", revision: "r1" }],
    ["three", { id: "three", revision: "r2" }],
  ])

  assert.deepEqual(fitted(before, now), {
    ...before,
    items: [
      { id: "one", revision: "r1" },
      { id: "three", revision: "r2" },
    ],
    responses: { one: ["a"] },
    flagged: ["one", "three"],
    guessed: ["one"],
    struck: { one: ["b"] },
  })
})

const PAPERS = new Map([
  ["one", { revision: "r1", interaction: "choice", key: "a c" }],
  ["two", { revision: "r1", interaction: "order", key: "1 2 3" }],
  ["three", { revision: "r1", interaction: "match", key: "1 2" }],
])
const SUBMITTED = {
  ...EXAM,
  responses: { one: ["c", "a"], three: ["1", ""] },
  guessed: ["one", "two"],
  handedIn: NOW + MINUTE,
}

test("submitting makes an attempt of each item, all or nothing, and what is open is unanswered", () => {
  const later = NOW + 60 * MINUTE // the clock was set back since
  const made = graded(SUBMITTED, PAPERS, new Map([["two", [attempt({ item: "two", at: later })]]]))

  assert.deepEqual(
    made.map(({ id, item, outcome, response, at }) => [id, item, outcome, response, at]),
    [
      ["1-2-3-4-1", "one", "correct", ["c", "a"], NOW + MINUTE],
      ["1-2-3-4-2", "two", "unanswered", [], later],
      ["1-2-3-4-3", "three", "unanswered", ["1", ""], NOW + MINUTE],
    ],
  )
  assert.deepEqual(
    made.map(({ confidence }) => confidence),
    ["guessing", null, null],
  )
  assert.deepEqual(made.map(parseAttempt), made)
})

test("what is half-answered when an exam is submitted is missed: review and the next exam ask it", () => {
  const halfway = new Map([
    ["choice", { revision: "r1", interaction: "choice", key: "a c" }],
    ["order", { revision: "r1", interaction: "order", key: "1 2 3" }],
    ["match", { revision: "r1", interaction: "match", key: "1 2" }],
  ])
  const items = [...halfway.keys()].map((id) => ({ id, revision: "r1", topic: id }))
  const responses = { choice: ["a"], order: ["1", "2"], match: ["1", ""] }
  const exam = { ...SUBMITTED, items, responses, guessed: [] }
  const histories = byItem(graded(exam, halfway, new Map()), NOW + MINUTE)
  const plan = { choice: "missed", size: 10, now: NOW + MINUTE, examDay: null, seed: "1" }

  const review = drawSession(items, histories, plan)
  const next = matching(items, { only: "missed" }, histories)

  const all = ["choice", "match", "order"]
  assert.deepEqual(review.map(({ id }) => id).sort(), all)
  assert.deepEqual(next.map(({ id }) => id).sort(), all)
  assert.equal(count(items, scoreItems(items, histories, NOW + MINUTE, null), "wrong"), 3)
})

test("an exam counts as it was graded, whatever was answered since", () => {
  const made = graded(SUBMITTED, PAPERS, new Map())
  const since = attempt({ item: "two", outcome: "correct" })

  const found = results(SUBMITTED, [...made, since])

  assert.deepEqual(found, made)
  assert.equal(rightOf(found), 1)
})

test("an exam whose attempts are gone has nothing right", () => {
  assert.equal(rightOf(results(SUBMITTED, [])), 0)
  assert.equal(results(SUBMITTED, []).length, 3)
})

test("results are grouped by name", () => {
  const groups = grouped(results(SUBMITTED, []), ({ item }) => (item === "two" ? "even" : "odd"))

  assert.deepEqual(
    groups.map(({ name, results }) => [name, results.map(({ item }) => item)]),
    [
      ["even", ["two"]],
      ["odd", ["one", "three"]],
    ],
  )
})

test("groups of three or more are ranked, the weakest first", () => {
  const result = (outcome) => ({ item: "one", revision: "r1", response: [], outcome })
  const group = (name, ...outcomes) => ({ name, results: outcomes.map(result) })

  const found = ranked([
    group("strong", "correct", "correct", "incorrect"),
    group("few", "incorrect", "incorrect"),
    group("weak", "incorrect", "unanswered", "correct"),
  ])

  assert.deepEqual(
    found.map(({ name }) => name),
    ["weak", "strong"],
  )
})
