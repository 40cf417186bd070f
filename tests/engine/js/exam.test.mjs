import assert from "node:assert/strict"
import test from "node:test"
import { candidates, draw, shares } from "../../../docs/assets/core/exam-draw.mjs"
import {
  extent, fitted, graded, grouped, newExam, results, rightOf, timeLeft, timeUsed, whileOpen, wholeTime, withFlag, withMoreTime, withResponse,
} from "../../../docs/assets/core/exam.mjs"
import { parseExam } from "../../../docs/assets/core/parse.mjs"
import { parseAttempt } from "../../../docs/assets/core/parse.mjs"
import { attempt } from "./attempt.mjs"
import { generator } from "./random.mjs"

const BLUEPRINT = { "3.3.1": 25, "3.3.2": 40, "3.3.3": 20, "3.1": 10, "3.4": 5 }
const AMPLE = Object.fromEntries(Object.keys(BLUEPRINT).map((name) => [name, 100]))
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0)

/** Worked out by hand: the weights are percentages, so 65 give 16.25, 26, 13, 6.5 and 3.25. */
const SHARES = [
  { size: 10, counts: [3, 4, 2, 1, 0], because: "two and a half and a half tie: the heavier gets the one that is left" },
  { size: 20, counts: [5, 8, 4, 2, 1], because: "nothing is left" },
  { size: 65, counts: [16, 26, 13, 7, 3], because: "the largest remainder is that of 3.1" },
  { size: 20, room: { "3.3.2": 3 }, counts: [7, 3, 6, 3, 1], because: "the others share what 3.3.2 lacks" },
  { size: 20, room: { "3.3.2": 0, "3.4": 0 }, counts: [9, undefined, 7, 4, undefined], because: "some have nothing" },
  { size: 65, room: { "3.3.1": 1, "3.3.2": 2, "3.3.3": 3, "3.1": 4, "3.4": 5 }, counts: [1, 2, 3, 4, 5], because: "there are no more" },
]

for (const { size, room = {}, counts, because } of SHARES) {
  test(`${size} are shared as ${counts.join()}: ${because}`, () => {
    const found = shares(BLUEPRINT, { ...AMPLE, ...room }, size)

    assert.deepEqual(Object.keys(BLUEPRINT).map((name) => found[name]), counts)
  })
}

test("whatever the weights and the room, nothing is shared twice, and nothing that there is stays away", () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const { below } = generator(seed)
    const names = Array.from({ length: 1 + below(6) }, (_, at) => `o${at}`)
    const weights = Object.fromEntries(names.map((name) => [name, 1 + below(99)]))
    const room = Object.fromEntries(names.map((name) => [name, below(30)]))
    const size = 1 + below(70)

    const found = shares(weights, room, size)

    assert.equal(sum(Object.values(found)), Math.min(size, sum(Object.values(room))), `seed ${seed}`)
    for (const [name, count] of Object.entries(found)) assert.ok(count >= 0 && count <= room[name], `seed ${seed}`)
  }
})

const INTERACTIONS = ["choice", "order", "match", "number", "recall"]

/** A bank like the guide's: quizzes of 25 items, five of each interaction. */
const bank = () => {
  const objectives = Object.keys(BLUEPRINT).flatMap((name) => [name, name, name])
  const quizzes = objectives.map((objective, quiz) => ({
    slug: `q${quiz}`,
    title: `Quiz ${quiz}`,
    page: "",
    items: Array.from({ length: 25 }, (_, at) =>
      ({ id: `q${quiz}-${at}`, revision: "r1", objective, interaction: INTERACTIONS[at % 5] })),
  }))
  return { quizzes, blueprint: BLUEPRINT }
}
const ids = (items) => items.map(({ id }) => id)
const known = (index) => new Map(candidates(index.quizzes).map((item) => [item.id, item]))

for (const size of [10, 20, 65]) {
  test(`an exam of ${size} has every objective's share, and no item twice`, () => {
    const index = bank()
    for (let seed = 1; seed <= 50; seed++) {
      const drawn = draw(index, size, `seed ${seed}`, [], [])

      const items = drawn.map(({ id }) => known(index).get(id))
      const counts = Object.keys(BLUEPRINT).map((name) => items.filter(({ objective }) => objective === name).length)
      assert.deepEqual(counts, SHARES.find((row) => row.size === size).counts)
      assert.equal(new Set(ids(drawn)).size, size)
      assert.ok(items.every(({ interaction }) => ["choice", "order", "match"].includes(interaction)))
    }
  })
}

test("a seed gives the same exam again, and another seed another one", () => {
  assert.deepEqual(draw(bank(), 20, "a", [], []), draw(bank(), 20, "a", [], []))
  assert.notDeepEqual(draw(bank(), 20, "a", [], []), draw(bank(), 20, "b", [], []))
})

test("the quizzes of an objective take turns", () => {
  const drawn = draw(bank(), 65, "s", [], [])

  const ofQuizzes = ["q3-", "q4-", "q5-"].map((quiz) => ids(drawn).filter((id) => id.startsWith(quiz)).length)
  assert.deepEqual(ofQuizzes.sort(), [8, 9, 9])
})

test("what was never answered comes first, and what the last two exams asked last", () => {
  const index = bank()
  const asked = [...known(index).keys()]
  const exam = (items) => ({ ...newExam("e", items.map((id) => ({ id, revision: "r1" })), 0, null), handedIn: 1 })
  const fresh = asked.filter((_, at) => at % 15 < 2)
  const answered = asked.filter((id) => !fresh.includes(id)).map((item) => attempt({ item }))
  const [older, recent] = [asked.filter((_, at) => at % 3 === 0), asked.filter((_, at) => at % 3 === 1)]
  const exams = [exam(older), exam(recent), exam([])]

  const drawn = ids(draw(index, 20, "s", answered, exams))

  assert.deepEqual(drawn.filter((id) => recent.includes(id)), [])
  const freshOf = (objective) => fresh.filter((id) => known(index).get(id).objective === objective && !recent.includes(id))
  for (const objective of Object.keys(BLUEPRINT)) {
    const ours = drawn.filter((id) => known(index).get(id).objective === objective)
    const expected = Math.min(ours.length, freshOf(objective).length)
    assert.equal(ours.filter((id) => fresh.includes(id)).length, expected)
  }
})

test("a bank that is too small gives what it has", () => {
  const { quizzes, blueprint } = bank()

  assert.equal(draw({ quizzes: quizzes.slice(0, 1), blueprint }, 65, "s", [], []).length, 15)
  assert.deepEqual(draw({ quizzes: [], blueprint }, 20, "s", [], []), [])
})

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 20, 12)
const ITEMS = [{ id: "one", revision: "r1" }, { id: "two", revision: "r1" }, { id: "three", revision: "r1" }]
const EXAM = newExam("1-2-3-4", ITEMS, NOW, 90 * 1000 * ITEMS.length)

test("a question has 90 seconds", () => {
  assert.equal(wholeTime(20, { seconds: 90 }), 30 * MINUTE)
  assert.equal(wholeTime(65, { seconds: (90 * 60) / 65 }), 90 * MINUTE)
  assert.equal(EXAM.deadline, NOW + 270_000)
  assert.equal(newExam("e", ITEMS, NOW, null).deadline, null)
  assert.deepEqual(parseExam(EXAM), EXAM)
})

const CLOCKS = [
  { at: 0, left: 270_000 },
  { at: 100_000, left: 170_000 },
  { at: 270_000, left: 0 },
  { at: 10 * MINUTE, left: 0, because: "it is never less than nothing" },
  { at: -60 * MINUTE, left: 270_000, because: "a clock that was set back gives no more than the whole time" },
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

test("the time used ends with the handing in and is never negative", () => {
  assert.equal(timeUsed({ ...EXAM, handedIn: NOW + MINUTE }), MINUTE)
  assert.equal(timeUsed({ ...EXAM, handedIn: NOW - MINUTE }), 0)
})

test("a response or a flag that is taken back leaves no trace", () => {
  const changed = withFlag(withResponse(EXAM, "one", ["a"]), "two", true)

  assert.deepEqual([changed.responses, changed.flagged], [{ one: ["a"] }, ["two"]])
  assert.deepEqual(withFlag(changed, "two", true).flagged, ["two"])
  assert.deepEqual(withFlag(withResponse(changed, "one", []), "two", false), EXAM)
})

test("nothing changes an exam that was handed in", () => {
  const next = whileOpen((exam) => withFlag(exam, "one", true))
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

test("an item that is gone is left out, and one that changed is asked anew", () => {
  const before = {
    ...EXAM,
    responses: { one: ["a"], two: ["b"], three: ["c"] },
    flagged: ["one", "two", "three"],
  }
  const now = new Map([["one", { id: "one", revision: "r1" }], ["three", { id: "three", revision: "r2" }]])

  assert.deepEqual(fitted(before, now), {
    ...before,
    items: [{ id: "one", revision: "r1" }, { id: "three", revision: "r2" }],
    responses: { one: ["a"] },
    flagged: ["one", "three"],
  })
})

const PAPERS = new Map([
  ["one", { revision: "r1", interaction: "choice", key: "a c" }],
  ["two", { revision: "r1", interaction: "order", key: "1 2 3" }],
  ["three", { revision: "r1", interaction: "match", key: "1 2" }],
])
const HANDED_IN = { ...EXAM, responses: { one: ["c", "a"], three: ["1", ""] }, handedIn: NOW + MINUTE }

test("handing in makes an attempt of each item, all or nothing, and what is open is unanswered", () => {
  const later = NOW + 60 * MINUTE // the clock was set back since
  const made = graded(HANDED_IN, PAPERS, new Map([["two", [attempt({ item: "two", at: later })]]]))

  assert.deepEqual(made.map(({ id, item, outcome, response, at }) => [id, item, outcome, response, at]), [
    ["1-2-3-4-1", "one", "correct", ["c", "a"], NOW + MINUTE],
    ["1-2-3-4-2", "two", "unanswered", [], later],
    ["1-2-3-4-3", "three", "unanswered", ["1", ""], NOW + MINUTE],
  ])
  assert.deepEqual(made.map(parseAttempt), made)
})

test("an exam counts as it was graded, whatever was answered since", () => {
  const made = graded(HANDED_IN, PAPERS, new Map())
  const since = attempt({ item: "two", outcome: "correct" })

  const found = results(HANDED_IN, [...made, since])

  assert.deepEqual(found, made)
  assert.equal(rightOf(found), 1)
})

test("an exam whose attempts are gone has nothing right", () => {
  assert.equal(rightOf(results(HANDED_IN, [])), 0)
  assert.equal(results(HANDED_IN, []).length, 3)
})

test("results are grouped by name", () => {
  const groups = grouped(results(HANDED_IN, []), ({ item }) => (item === "two" ? "even" : "odd"))

  assert.deepEqual(groups.map(({ name, results }) => [name, results.map(({ item }) => item)]), [["even", ["two"]], ["odd", ["one", "three"]]])
})
