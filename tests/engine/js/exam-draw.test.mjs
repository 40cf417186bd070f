import assert from "node:assert/strict"
import test from "node:test"
import { candidates, draw, matching, shares } from "../../../docs/assets/core/exam-draw.mjs"
import { newExam } from "../../../docs/assets/core/exam.mjs"
import { byItem } from "../../../docs/assets/core/history.mjs"
import { attempt } from "./attempt.mjs"
import { generator } from "./random.mjs"

const BLUEPRINT = { "3.3.1": 25, "3.3.2": 40, "3.3.3": 20, 3.1: 10, 3.4: 5 }
const AMPLE = Object.fromEntries(Object.keys(BLUEPRINT).map((name) => [name, 100]))
const sum = (numbers) => numbers.reduce((one, other) => one + other, 0)

/** Worked out by hand: the weights are percentages, so 65 give 16.25, 26, 13, 6.5 and 3.25. */
const SHARES = [
  {
    size: 10,
    counts: [3, 4, 2, 1, 0],
    because: "two and a half and a half tie: the heavier gets the one that is left",
  },
  { size: 20, counts: [5, 8, 4, 2, 1], because: "nothing is left" },
  { size: 65, counts: [16, 26, 13, 7, 3], because: "the largest remainder is that of 3.1" },
  {
    size: 20,
    room: { "3.3.2": 3 },
    counts: [7, 3, 6, 3, 1],
    because: "the others share what 3.3.2 lacks",
  },
  {
    size: 20,
    room: { "3.3.2": 0, 3.4: 0 },
    counts: [9, undefined, 7, 4, undefined],
    because: "some have nothing",
  },
  {
    size: 65,
    room: { "3.3.1": 1, "3.3.2": 2, "3.3.3": 3, 3.1: 4, 3.4: 5 },
    counts: [1, 2, 3, 4, 5],
    because: "there are no more",
  },
]

for (const { size, room = {}, counts, because } of SHARES) {
  test(`${size} are shared as ${counts.join()}: ${because}`, () => {
    const found = shares(BLUEPRINT, { ...AMPLE, ...room }, size)

    assert.deepEqual(
      Object.keys(BLUEPRINT).map((name) => found[name]),
      counts,
    )
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

    assert.equal(
      sum(Object.values(found)),
      Math.min(size, sum(Object.values(room))),
      `seed ${seed}`,
    )
    for (const [name, count] of Object.entries(found))
      assert.ok(count >= 0 && count <= room[name], `seed ${seed}`)
  }
})

const DIFFICULTIES = ["recall", "apply", "analyze"]
const INTERACTIONS = ["choice", "order", "match", "number", "recall"]

/** A bank like the guide's: quizzes of 25 items, five of each interaction. */
const bank = () => {
  const objectives = Object.keys(BLUEPRINT).flatMap((name) => [name, name, name])
  const quizzes = objectives.map((objective, quiz) => ({
    slug: `q${quiz}`,
    title: `Quiz ${quiz}`,
    page: "",
    items: Array.from({ length: 25 }, (_, at) => ({
      id: `q${quiz}-${at}`,
      revision: "r1",
      objective,
      interaction: INTERACTIONS[at % 5],
      difficulty: DIFFICULTIES[at % 3],
    })),
  }))
  return { quizzes, blueprint: BLUEPRINT }
}
const drawFrom = (index, ...rest) => draw(candidates(index), index.blueprint, ...rest)
const ids = (items) => items.map(({ id }) => id)
const known = (index) => new Map(candidates(index).map((item) => [item.id, item]))

for (const size of [10, 20, 65]) {
  test(`an exam of ${size} has every objective's share, and no item twice`, () => {
    const index = bank()
    for (let seed = 1; seed <= 50; seed++) {
      const drawn = drawFrom(index, size, `seed ${seed}`, [], [])

      const items = drawn.map(({ id }) => known(index).get(id))
      const counts = Object.keys(BLUEPRINT).map(
        (name) => items.filter(({ objective }) => objective === name).length,
      )
      assert.deepEqual(counts, SHARES.find((row) => row.size === size).counts)
      assert.equal(new Set(ids(drawn)).size, size)
      assert.ok(
        items.every(({ interaction }) => ["choice", "order", "match"].includes(interaction)),
      )
    }
  })
}

test("a seed gives the same exam again, and another seed another one", () => {
  assert.deepEqual(drawFrom(bank(), 20, "a", [], []), drawFrom(bank(), 20, "a", [], []))
  assert.notDeepEqual(drawFrom(bank(), 20, "a", [], []), drawFrom(bank(), 20, "b", [], []))
})

test("the quizzes of an objective take turns", () => {
  const drawn = drawFrom(bank(), 65, "s", [], [])

  const ofQuizzes = ["q3-", "q4-", "q5-"].map(
    (quiz) => ids(drawn).filter((id) => id.startsWith(quiz)).length,
  )
  assert.deepEqual(ofQuizzes.sort(), [8, 9, 9])
})

test("what was never answered comes first, and what the last two exams asked last", () => {
  const index = bank()
  const asked = [...known(index).keys()]
  const exam = (items) => ({
    ...newExam(
      "e",
      items.map((id) => ({ id, revision: "r1" })),
      0,
      null,
    ),
    handedIn: 1,
  })
  const fresh = asked.filter((_, at) => at % 15 < 2)
  const answered = asked.filter((id) => !fresh.includes(id)).map((item) => attempt({ item }))
  const [older, recent] = [
    asked.filter((_, at) => at % 3 === 0),
    asked.filter((_, at) => at % 3 === 1),
  ]
  const exams = [exam(older), exam(recent), exam([])]

  const drawn = ids(drawFrom(index, 20, "s", answered, exams))

  assert.deepEqual(
    drawn.filter((id) => recent.includes(id)),
    [],
  )
  const freshOf = (objective) =>
    fresh.filter((id) => known(index).get(id).objective === objective && !recent.includes(id))
  for (const objective of Object.keys(BLUEPRINT)) {
    const ours = drawn.filter((id) => known(index).get(id).objective === objective)
    const expected = Math.min(ours.length, freshOf(objective).length)
    assert.equal(ours.filter((id) => fresh.includes(id)).length, expected)
  }
})

test("a bank that is too small gives what it has", () => {
  const { quizzes, blueprint } = bank()

  assert.equal(drawFrom({ quizzes: quizzes.slice(0, 1), blueprint }, 65, "s", [], []).length, 15)
  assert.deepEqual(drawFrom({ quizzes: [], blueprint }, 20, "s", [], []), [])
})

const ANY = { objective: "", topic: "", difficulty: "", only: "" }
const NOW = Date.UTC(2026, 10, 20)
const HISTORIES = byItem(
  [
    attempt({ item: "q0-0", outcome: "correct", revision: "r1" }),
    attempt({ item: "q0-1", outcome: "incorrect", revision: "r1" }),
    attempt({ item: "q0-2", outcome: "unanswered", revision: "r1" }),
    attempt({ item: "q0-5", outcome: "incorrect", revision: "r0" }),
  ],
  NOW,
)
const CHOICES = [
  { choice: {}, count: 225, because: "anything will do" },
  { choice: { topic: "q1" }, count: 15 },
  { choice: { objective: "3.3.2" }, count: 45 },
  { choice: { topic: "q1", difficulty: "apply" }, count: 5 },
  { choice: { topic: "q0", only: "unseen" }, count: 11, because: "one that changed was seen" },
  { choice: { only: "missed" }, count: 2, because: "one that changed is not missed" },
  { choice: { topic: "q1", objective: "3.4" }, count: 0, because: "no question is both" },
]
for (const { choice, count, because = "" } of CHOICES) {
  test(`${JSON.stringify(choice)} gives ${count} questions ${because}`, () => {
    assert.equal(matching(candidates(bank()), { ...ANY, ...choice }, HISTORIES).length, count)
  })
}

test("an item of an objective without a weight is not asked", () => {
  const { quizzes } = bank()

  assert.equal(candidates({ quizzes, blueprint: { 3.4: 1 } }).length, 45)
})
