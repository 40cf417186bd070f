import assert from "node:assert/strict"
import test from "node:test"
import {
  calibration,
  count,
  scoreItems,
  sureAndWrong,
  weakest,
} from "../../../docs/assets/core/score.mjs"
import { byItem } from "../../../docs/assets/core/history.mjs"
import { attempt, DAY } from "./attempt.mjs"

const NOW = new Date(2026, 10, 20, 12).getTime()
const item = (id) => ({ id, revision: "r1" })

/** Attempts told in short: item, R(ight), W(rong), U(nanswered) or O(n an older revision), and how many days ago. */
const answers = (...told) =>
  told.map(([item, letter, days = 0, confidence = null], place) =>
    attempt({
      id: `${place}`,
      item,
      confidence,
      at: NOW - days * DAY + place,
      revision: letter === "O" ? "r0" : "r1",
      outcome: { W: "incorrect", U: "unanswered" }[letter] ?? "correct",
    }),
  )

/** The names of what is true of the one item "x" with this history. */
const truths = (...told) => {
  const scores = scoreItems([item("x")], byItem(answers(...told), NOW), NOW, null)
  return Object.entries(scores.get("x"))
    .filter(([, isTrue]) => isTrue)
    .map(([name]) => name)
    .join(" ")
}

for (const [name, told, expected] of [
  ["never answered", [], ""],
  ["right today", [["x", "R"]], "seen right"],
  ["wrong today", [["x", "W"]], "seen wrong"],
  ["wrong yesterday", [["x", "W", 1]], "seen wrong due"],
  ["left out of an exam yesterday", [["x", "U", 1]], "seen wrong due"],
  ["right long ago", [["x", "R", 300]], "seen right due"],
  ["right on an older revision", [["x", "O", 300]], "seen"],
  [
    "wrong, then changed and right on an older revision",
    [
      ["x", "W", 3],
      ["x", "O", 2],
    ],
    "seen due",
  ],
  [
    "right on three days, the last today",
    [
      ["x", "R", 2],
      ["x", "R", 1],
      ["x", "R"],
    ],
    "seen right mastered",
  ],
  [
    "right on three days long ago",
    [
      ["x", "R", 302],
      ["x", "R", 301],
      ["x", "R", 300],
    ],
    "seen right mastered due",
  ],
  [
    "right on three days, then wrong",
    [
      ["x", "R", 5],
      ["x", "R", 4],
      ["x", "R", 3],
      ["x", "W"],
    ],
    "seen wrong",
  ],
]) {
  test(`an item ${name} is: ${expected || "nothing"}`, () =>
    assert.equal(truths(...told), expected))
}

test("the eve of the exam makes due what would come later", () => {
  const histories = byItem(answers(["x", "R", 1]), NOW)

  assert.ok(!scoreItems([item("x")], histories, NOW, null).get("x").due)
  assert.ok(scoreItems([item("x")], histories, NOW, "2026-11-21").get("x").due)
})

test("only what is asked for is counted", () => {
  const items = [item("a"), item("b"), item("c")]
  const scores = scoreItems(
    items,
    byItem(answers(["a", "R"], ["b", "W"], ["gone", "R"]), NOW),
    NOW,
    null,
  )

  assert.deepEqual(
    ["seen", "right", "wrong", "mastered"].map((name) => count(items, scores, name)),
    [2, 1, 1, 0],
  )
  assert.equal(count([item("b"), item("elsewhere")], scores, "seen"), 1)
})

/** A topic named *name* with this many items right, wrong, changed and unseen, and the answers to them. */
const topic = (name, right, wrong, changed = 0, unseen = 1) => {
  const letters = [
    "R".repeat(right),
    "W".repeat(wrong),
    "O".repeat(changed),
    " ".repeat(unseen),
  ].join("")
  return {
    name,
    items: [...letters].map((_, place) => item(`${name}${place}`)),
    told: [...letters].map((letter, place) => [`${name}${place}`, letter]),
  }
}

for (const [name, topics, expected] of [
  ["nothing was answered", [topic("a", 0, 0)], ""],
  ["two answers are too few", [topic("a", 0, 2)], ""],
  ["three answers are enough", [topic("a", 0, 3)], "a 0/3"],
  ["answers that no longer hold do not count", [topic("a", 0, 2, 5), topic("b", 1, 2, 5)], "b 1/3"],
  ["all right is not weak", [topic("a", 5, 0), topic("b", 4, 1)], "b 4/5"],
  [
    "the lowest share comes first",
    [topic("a", 3, 1), topic("b", 1, 3), topic("c", 2, 2)],
    "b 1/4, c 2/4, a 3/4",
  ],
  [
    "there are three at most",
    [topic("a", 4, 1), topic("b", 1, 4), topic("c", 2, 3), topic("d", 3, 2)],
    "b 1/5, c 2/5, d 3/5",
  ],
  [
    "of equal shares more answers come first",
    [topic("a", 1, 2), topic("b", 2, 4), topic("c", 3, 6)],
    "c 3/9, b 2/6, a 1/3",
  ],
  [
    "of equal numbers the earlier comes first",
    [topic("d", 1, 2), topic("a", 1, 2), topic("c", 1, 2), topic("b", 1, 2)],
    "d 1/3, a 1/3, c 1/3",
  ],
]) {
  test(`weakest: ${name}`, () => {
    const told = topics.flatMap(({ told }) => told).filter(([, letter]) => letter !== " ")
    const scores = scoreItems(
      topics.flatMap(({ items }) => items),
      byItem(answers(...told), NOW),
      NOW,
      null,
    )

    assert.equal(
      weakest(topics, scores)
        .map(({ topic, right, answered }) => `${topic.name} ${right}/${answered}`)
        .join(", "),
      expected,
    )
  })
}

for (const [name, told, expected] of [
  ["sure and wrong", [["a", "W", 0, "sure"]], "a"],
  ["sure and right", [["a", "R", 0, "sure"]], ""],
  ["unsure and wrong", [["a", "W", 0, "unsure"]], ""],
  ["wrong, and no word of how sure", [["a", "W"]], ""],
  [
    "sure and wrong, then right",
    [
      ["a", "W", 1, "sure"],
      ["a", "R"],
    ],
    "",
  ],
  [
    "sure and wrong, then guessing and wrong",
    [
      ["a", "W", 1, "sure"],
      ["a", "W", 0, "guessing"],
    ],
    "",
  ],
  [
    "right, then sure and wrong",
    [
      ["a", "R", 1],
      ["a", "W", 0, "sure"],
    ],
    "a",
  ],
  ["of an older revision", [["a", "O", 0, "sure"]], ""],
  ["no longer in the guide", [["gone", "W", 0, "sure"]], ""],
  [
    "three of them, the latest first",
    [
      ["b", "W", 2, "sure"],
      ["c", "W", 0, "sure"],
      ["a", "W", 1, "sure"],
    ],
    "c a b",
  ],
]) {
  test(`sure and wrong: ${name}`, () => {
    const found = sureAndWrong(["a", "b", "c"].map(item), byItem(answers(...told), NOW))

    assert.equal(found.map(({ id }) => id).join(" "), expected)
  })
}

test("calibration counts every answer with its confidence, and no other", () => {
  const attempts = answers(
    ["a", "R", 0, "sure"],
    ["a", "R", 0, "sure"],
    ["a", "W", 0, "sure"],
    ["b", "W", 0, "guessing"],
    ["b", "R"],
    ["b", "U"],
  )

  assert.deepEqual(calibration(attempts), [
    { confidence: "sure", answers: 3, right: 2 },
    { confidence: "unsure", answers: 0, right: 0 },
    { confidence: "guessing", answers: 1, right: 0 },
  ])
})

test("ten thousand attempts are told in a moment", () => {
  const items = Array.from({ length: 400 }, (_, place) => item(`i${place}`))
  const many = Array.from({ length: 10_000 }, (_, place) =>
    attempt({
      id: `${place}`,
      item: `i${place % 400}`,
      revision: "r1",
      at: NOW - place * 3_000_000,
    }),
  )
  const start = performance.now()

  const scores = scoreItems(items, byItem(many, NOW), NOW, null)

  assert.equal(count(items, scores, "right"), 400)
  assert.ok(performance.now() - start < 1000, "it took a second")
})
