import assert from "node:assert/strict"
import test from "node:test"
import { drawSession, SIZES, waiting } from "../../../docs/assets/core/session-draw.mjs"
import { attempt, DAY } from "./attempt.mjs"
import { generator } from "./random.mjs"

const NOW = new Date(2026, 10, 20, 12).getTime()
const PLAN = { choice: "due", size: 20, now: NOW, examDay: null, seed: "s" }
const METHODS = ["adapters", "alignment", "domains", "instructions", "pre-training", "transfer"]
const CONFUSABLE = [...METHODS, "compare", "when-to-use"]

const item = (id, topic = id, revision = "r1") => ({
  id,
  topic,
  revision,
  isConfusable: CONFUSABLE.includes(topic),
})
const many = (topic, count) =>
  Array.from({ length: count }, (_, place) => item(`${topic}-${place}`, topic))

/** Each item's history as [days ago, outcome, confidence, revision]. */
const told = (histories) =>
  new Map(
    Object.entries(histories).map(([id, answers]) => [
      id,
      answers.map(([ago, outcome, confidence = null, revision = "r1"]) =>
        attempt({ item: id, outcome, confidence, revision, at: NOW - ago * DAY }),
      ),
    ]),
  )
const ids = (items) => items.map(({ id }) => id)
const topics = (items) => items.map(({ topic }) => topic)
const neighbours = (items) =>
  items.filter(({ topic }, place) => topic === items[place - 1]?.topic).length

const HISTORIES = told({
  right: [[0, "correct", "sure"]],
  dueLong: [[9, "correct"]],
  dueSince: [[5, "correct"]],
  missedToday: [[0, "incorrect"]],
  missedBefore: [[2, "incorrect", "unsure"]],
  sureToday: [[0, "incorrect", "sure"]],
  sureBefore: [[4, "incorrect", "sure"]],
  sureOnceThenRight: [
    [9, "incorrect", "sure"],
    [0, "correct"],
  ],
  leftOut: [[1, "unanswered"]],
  changed: [[9, "incorrect", "sure", "r0"]],
})
const ITEMS = [...HISTORIES.keys(), "unseen"].map((id) => item(id))

test("what there is to review is told by kind, longest overdue first", () => {
  const lists = waiting(ITEMS, HISTORIES, NOW, null)

  assert.deepEqual(
    Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, ids(items)])),
    {
      sureButWrong: ["sureBefore", "sureToday"],
      due: ["dueLong", "sureBefore", "dueSince", "missedBefore", "leftOut"],
      missed: ["sureBefore", "missedBefore", "leftOut", "missedToday", "sureToday"],
      unseen: ["changed", "unseen"],
    },
  )
})

for (const [choice, size, expected] of [
  ["due", 2, ["sureBefore", "sureToday"]],
  ["due", 5, ["sureBefore", "sureToday", "dueLong", "dueSince", "missedBefore"]],
  [
    "due",
    7,
    ["sureBefore", "sureToday", "dueLong", "dueSince", "missedBefore", "leftOut", "missedToday"],
  ],
  ["missed", 20, ["sureBefore", "sureToday", "missedBefore", "leftOut", "missedToday"]],
  ["missed", 3, ["sureBefore", "sureToday", "missedBefore"]],
]) {
  test(`a session of ${size} from "${choice}" asks ${expected.join(", ")}`, () => {
    assert.deepEqual(ids(drawSession(ITEMS, HISTORIES, { ...PLAN, choice, size })), expected)
  })
}

test("room that is left goes to what is new, never to what is right and not due", () => {
  const drawn = ids(drawSession(ITEMS, HISTORIES, PLAN))

  assert.deepEqual(drawn.slice(7).sort(), ["changed", "unseen"])
})

test("an item is due from the first moment of its day", () => {
  const histories = told({ one: [[1, "incorrect"]] })
  const midnight = new Date(2026, 10, 20).getTime()

  assert.equal(waiting([item("one")], histories, midnight, null).due.length, 1)
  assert.equal(waiting([item("one")], histories, midnight - 1, null).due.length, 0)
})

test("a mix asks items seen or not", () => {
  assert.deepEqual(
    ids(drawSession(ITEMS, HISTORIES, { ...PLAN, choice: "mix" })).sort(),
    ids(ITEMS).sort(),
  )
})

test("the eve of an exam brings forward what would be due after it", () => {
  const histories = told({ one: [[1, "correct"]] })

  assert.deepEqual(ids(drawSession([item("one")], histories, PLAN)), [])
  assert.deepEqual(ids(drawSession([item("one")], histories, { ...PLAN, examDay: "2026-11-21" })), [
    "one",
  ])
})

test("new items come from the confusable quizzes in turn, then from others", () => {
  const items = ["workflow", ...CONFUSABLE, "glossary"].flatMap((topic) => many(topic, 5))

  for (const choice of ["due", "mix"]) {
    const drawn = topics(drawSession(items, new Map(), { ...PLAN, choice }))

    assert.deepEqual(drawn.slice(0, 8).sort(), [...CONFUSABLE].sort())
    assert.deepEqual(drawn.slice(8, 10).sort(), ["glossary", "workflow"])
    assert.deepEqual(drawn.slice(10, 18).sort(), [...CONFUSABLE].sort())
  }
})

test("the seed alone decides, not the sequence of the list; another seed asks others", () => {
  const items = METHODS.flatMap((topic) => many(topic, 20))
  const draw = (list, seed) => ids(drawSession(list, new Map(), { ...PLAN, choice: "mix", seed }))

  assert.deepEqual(draw([...items].reverse(), "s"), draw(items, "s"))
  assert.equal(
    new Set(Array.from({ length: 50 }, (_, seed) => draw(items, `${seed}`).join())).size,
    50,
  )
})

for (const [name, counts, clashes] of [
  ["two topics, as many of each", [5, 5], 0],
  ["one topic is half", [5, 2, 3], 0],
  ["one topic is one more than the rest", [5, 2, 2], 0],
  ["one topic is two more than the rest", [6, 2, 2], 1],
  ["one topic alone", [4], 3],
  ["many topics", [1, 2, 3, 4, 5, 5], 0],
]) {
  test(`neighbours differ in topic as far as that can be: ${name}`, () => {
    const items = counts.flatMap((count, topic) => many(`t${topic}`, count))
    const missed = told(
      Object.fromEntries(items.map(({ id }, place) => [id, [[place, "incorrect"]]])),
    )

    for (const choice of ["due", "missed", "mix"])
      assert.equal(neighbours(drawSession(items, missed, { ...PLAN, choice })), clashes)
  })
}

test("whatever happened, a session has what was asked for: no item twice, none of another list, neighbours apart", () => {
  const { below, pick } = generator(3)
  for (let run = 0; run < 1500; run++) {
    const items = METHODS.slice(0, 1 + below(6)).flatMap((topic) => many(topic, below(8)))
    const histories = told(
      Object.fromEntries(
        items
          .filter(() => below(3))
          .map(({ id }) => [
            id,
            Array.from({ length: 1 + below(4) }, () => [
              below(20),
              pick(["correct", "incorrect", "unanswered"]),
              pick([null, "sure", "unsure", "guessing"]),
              pick(["r1", "r1", "r0"]),
            ]).sort(([one], [other]) => other - one),
          ]),
      ),
    )
    const plan = {
      ...PLAN,
      choice: pick(["due", "missed", "mix"]),
      size: pick(SIZES),
      seed: `${run}`,
    }

    const drawn = drawSession([...items, ...items], histories, plan)

    const { sureButWrong, due, missed, unseen } = waiting(items, histories, NOW, null)
    const allowed = new Set(
      { due: [...due, ...missed, ...unseen], missed, mix: items }[plan.choice],
    )
    assert.equal(drawn.length, Math.min(plan.size, allowed.size))
    assert.equal(new Set(drawn).size, drawn.length)
    assert.ok(drawn.every((one) => allowed.has(one)))
    if (plan.choice !== "mix")
      assert.equal(
        drawn.filter((one) => sureButWrong.includes(one)).length,
        Math.min(plan.size, sureButWrong.length),
      )
    const most = Math.max(
      0,
      ...METHODS.map((topic) => drawn.filter((one) => one.topic === topic).length),
    )
    assert.equal(neighbours(drawn), Math.max(0, 2 * most - drawn.length - 1))
  }
})

const asking = (id, ...facts) => ({ ...item(id), facts })

test("questions that ask one fact are not in one session, and the first wanted stays", () => {
  const histories = told({
    late: [[9, "correct"]],
    soon: [[5, "correct"]],
    other: [[4, "correct"]],
  })
  const items = [asking("soon", 1, 2), asking("late", 2), asking("other", 3), asking("unseen", 1)]

  assert.deepEqual(ids(drawSession(items, histories, PLAN)).sort(), ["late", "other", "unseen"])
})

test("what is left out because of a sibling gives its place to the next", () => {
  const items = [asking("a", 1), asking("b", 1), asking("c", 1), asking("d", 2)]

  assert.equal(drawSession(items, new Map(), { ...PLAN, size: 2 }).length, 2)
})

test("a topic is asked as a whole, what is due first", () => {
  const histories = told({ due: [[9, "correct"]], known: [[0, "correct"]] })
  const items = [item("known"), item("unseen"), item("due")]

  assert.deepEqual(ids(drawSession(items, histories, { ...PLAN, choice: "all" })), [
    "due",
    "unseen",
    "known",
  ])
})

test("new questions come before what is due where the reader asks for new ones", () => {
  const histories = told({ due: [[9, "correct"]] })

  assert.deepEqual(
    ids(drawSession([item("due"), item("unseen")], histories, { ...PLAN, choice: "new" })),
    ["unseen", "due"],
  )
})
