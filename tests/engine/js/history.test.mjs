import assert from "node:assert/strict"
import test from "node:test"
import { inOrder, latest, timeOfNext, verdict } from "../../../docs/assets/core/history.mjs"
import { parseAttempt } from "../../../docs/assets/core/parse.mjs"
import { dueAt } from "../../../docs/assets/core/schedule.mjs"
import { attempt } from "./attempt.mjs"

const REVISION = "1a2b3c4d"

test("a sound attempt is read as it is, without what else it carries", () => {
  const stored = {
    ...attempt(),
    extra: "<img src=x onerror=alert(1)>",
    ["__proto__"]: { admin: true },
  }

  assert.deepEqual(parseAttempt(stored), attempt())
  assert.equal({}.admin, undefined)
})

for (const [name, changes] of Object.entries({
  "every outcome": [{ outcome: "correct" }, { outcome: "incorrect" }, { outcome: "unanswered" }],
  "every confidence": [
    { confidence: null },
    { confidence: "sure" },
    { confidence: "unsure" },
    { confidence: "guessing" },
  ],
  "the bounds of time": [{ at: 0 }, { at: 8.64e15 }],
  "the bounds of the response": [
    { response: [] },
    { response: Array(100).fill("") },
    { response: ["x".repeat(10_000)] },
  ],
  "the longest id": [{ id: "a".repeat(200) }, { item: "a-1" }],
  "text that looks like code": [{ response: ["<script>alert(1)</script>", "__proto__"] }],
})) {
  test(`${name} can be read`, () => {
    for (const change of changes) assert.deepEqual(parseAttempt(attempt(change)), attempt(change))
  })
}

const BAD = [
  undefined,
  null,
  true,
  0,
  1n,
  "",
  "{}",
  Symbol("x"),
  [],
  {},
  () => {},
  new Map(),
  new Date(),
  Object.create(null),
  [attempt()],
  JSON.parse('{"__proto__": {"id": "a"}}'),
  ...["id", "item", "revision", "response", "outcome", "confidence", "at"].flatMap((field) => [
    ...[undefined, {}, true, "<b>", Symbol("x"), -1, 1.5, [[]], [1]].map((value) =>
      attempt({ [field]: value }),
    ),
    Object.fromEntries(Object.entries(attempt()).filter(([name]) => name !== field)),
  ]),
  ...["", "A", "a b", "a_b", "__proto__", "a\n", "\na", "é", "a".repeat(201), "../x"].flatMap(
    (word) => [attempt({ id: word }), attempt({ item: word }), attempt({ revision: word })],
  ),
  attempt({ response: Array(101).fill("") }),
  attempt({ response: ["x".repeat(10_001)] }),
  attempt({ response: Array(1) }),
  attempt({ response: { length: 1, 0: "a" } }),
  attempt({ response: "a" }),
  attempt({ response: [new String("a")] }),
  attempt({ outcome: "Correct" }),
  attempt({ outcome: ["correct"] }),
  attempt({ confidence: "" }),
  attempt({ confidence: undefined }),
  attempt({ at: Infinity }),
  attempt({ at: NaN }),
  attempt({ at: "0" }),
  attempt({ at: 8.64e15 + 2 }),
  attempt({ at: new Date() }),
]

test(`${BAD.length} things that are no attempts are not read as one`, () => {
  BAD.forEach((value, place) => assert.equal(parseAttempt(value), null, `number ${place} of BAD`))
})

test("attempts go by time; those of one moment by the sequence in which they were stored", () => {
  const [one, two, three] = [
    attempt({ id: "1", at: 5 }),
    attempt({ id: "2", at: 5 }),
    attempt({ id: "3", at: 4 }),
  ]
  const stored = Object.freeze([one, two, three])

  assert.deepEqual(inOrder(stored, 9), [three, one, two])
  assert.equal(latest(stored, 9), two)
  assert.equal(latest([], 9), undefined)
})

test("a new attempt is the latest even when the clock went back", () => {
  assert.equal(timeOfNext([], 7), 7)
  assert.equal(timeOfNext([attempt({ at: 5 })], 7), 7)
  assert.equal(timeOfNext([attempt({ at: 9 }), attempt({ at: 3 })], 7), 9)
})

test("an attempt that a wrong clock put far ahead comes first and leaves the time of the next alone", () => {
  const now = attempt().at
  const ahead = attempt({ id: "ahead", at: Date.UTC(2030, 0, 1) })
  const today = attempt({ id: "today", at: now })

  assert.equal(timeOfNext([ahead], now), now)
  assert.deepEqual(
    inOrder([ahead, today], now).map(({ id }) => id),
    ["ahead", "today"],
  )
  assert.equal(latest([today, ahead], now), today)
  assert.equal(dueAt(inOrder([ahead, today], now), REVISION, null), dueAt([today], REVISION, null))
  assert.equal(dueAt(inOrder([ahead], now), REVISION, null), null)
})

test("a verdict holds only for the revision it was given on", () => {
  assert.equal(verdict(undefined, REVISION), "unseen")
  assert.equal(verdict(attempt(), REVISION), "correct")
  assert.equal(verdict(attempt({ outcome: "incorrect" }), REVISION), "incorrect")
  assert.equal(verdict(attempt({ revision: "0ld" }), REVISION), "changed")
})

test("the last of a hundred thousand attempts is found", () => {
  const many = Array.from({ length: 100_000 }, (_, at) => attempt({ id: `${at}`, at }))

  assert.equal(timeOfNext(many, 99), 99_999)
})
