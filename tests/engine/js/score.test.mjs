import assert from "node:assert/strict"
import test from "node:test"
import { byItem } from "../../../docs/assets/core/history.mjs"
import { isMastered, score } from "../../../docs/assets/core/score.mjs"
import { attempt, DAY } from "./attempt.mjs"

const REVISION = "1a2b3c4d"
const NOON = new Date(2026, 10, 20, 12).getTime()

/** A history by days: R right, W wrong, O right on an older revision. */
const history = (...days) =>
  days.map(([letter, day], place) =>
    attempt({
      id: `${place}`,
      outcome: letter === "W" ? "incorrect" : "correct",
      revision: letter === "O" ? "0ld" : REVISION,
      at: NOON + day * DAY + place,
    }),
  )

for (const [name, days, mastered] of [
  ["nothing", [], false],
  [
    "right on two days",
    [
      ["R", 0],
      ["R", 1],
    ],
    false,
  ],
  [
    "right on three days",
    [
      ["R", 0],
      ["R", 1],
      ["R", 2],
    ],
    true,
  ],
  [
    "right on three days, with a slip between",
    [
      ["R", 0],
      ["W", 1],
      ["R", 1],
      ["R", 2],
    ],
    true,
  ],
  [
    "right three times on one day",
    [
      ["R", 0],
      ["R", 0],
      ["R", 0],
    ],
    false,
  ],
  [
    "right on three days, then wrong",
    [
      ["R", 0],
      ["R", 1],
      ["R", 2],
      ["W", 3],
    ],
    false,
  ],
  [
    "right on three days, once on an older revision",
    [
      ["O", 0],
      ["R", 1],
      ["R", 2],
    ],
    false,
  ],
  [
    "right on three days of an older revision",
    [
      ["O", 0],
      ["O", 1],
      ["O", 2],
    ],
    false,
  ],
  [
    "right on four days, the first on an older revision",
    [
      ["O", 0],
      ["R", 1],
      ["R", 2],
      ["R", 3],
    ],
    true,
  ],
]) {
  test(`${name} is ${mastered ? "" : "not "}mastered`, () => {
    assert.equal(isMastered(history(...days), REVISION), mastered)
  })
}

test("days are those of the reader's calendar", () => {
  const evening = [
    new Date(2026, 10, 20, 23, 59),
    new Date(2026, 10, 21, 0, 1),
    new Date(2026, 10, 22, 12),
  ]

  assert.ok(
    isMastered(
      evening.map((at, place) => attempt({ id: `${place}`, at: at.getTime() })),
      REVISION,
    ),
  )
})

test("scores count each item once, and none that is not in the list", () => {
  const items = [
    { id: "one", revision: "r1" },
    { id: "two", revision: "r1" },
    { id: "three", revision: "r2" },
    { id: "four", revision: "r1" },
  ]
  const attempts = [
    ...[0, 1, 2].map((day) =>
      attempt({ id: `${day}`, item: "one", revision: "r1", at: NOON + day * DAY }),
    ),
    attempt({ id: "3", item: "two", revision: "r1", outcome: "incorrect" }),
    attempt({ id: "4", item: "three", revision: "r1" }),
    attempt({ id: "5", item: "gone", revision: "r1" }),
  ]

  assert.deepEqual(score(items, byItem(attempts, NOON + 3 * DAY)), {
    questions: 4,
    seen: 3,
    right: 1,
    mastered: 1,
  })
  assert.deepEqual(score(items, new Map()), { questions: 4, seen: 0, right: 0, mastered: 0 })
  assert.deepEqual(score([], byItem(attempts, NOON + 3 * DAY)), {
    questions: 0,
    seen: 0,
    right: 0,
    mastered: 0,
  })
  assert.deepEqual([...byItem(attempts, NOON + 3 * DAY).keys()].sort(), [
    "gone",
    "one",
    "three",
    "two",
  ])
})

test("a hundred thousand attempts on one item are counted", () => {
  const many = Array.from({ length: 100_000 }, (_, at) =>
    attempt({ id: `${at}`, item: "one", revision: "r1", at }),
  )

  assert.equal(score([{ id: "one", revision: "r1" }], byItem(many, NOON + 3 * DAY)).right, 1)
})
