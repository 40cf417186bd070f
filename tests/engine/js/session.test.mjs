import assert from "node:assert/strict"
import test from "node:test"
import * as session from "../../../docs/assets/core/session.mjs"
import { attempt } from "./attempt.mjs"

const item = (id, revision = "r1") => ({ id, revision })
const NEW = session.newSession(
  "review",
  "due",
  [{ ...item("a"), topic: "t" }, item("b"), item("c")],
  100,
)
const ids = ({ items }) => items.map(({ id }) => id)

test("a session begins with what was drawn and no answer", () => {
  assert.deepEqual(NEW, {
    kind: "review",
    choice: "due",
    started: 100,
    items: [item("a"), item("b"), item("c")],
    attempts: [],
  })
})

test("an answer leads on, and taken back leads back", () => {
  const answered = session.withAnswer(NEW, "x-1")

  assert.deepEqual(session.outcomesOf(answered, [attempt({ id: "x-1", outcome: "incorrect" })]), [
    "incorrect",
  ])
  assert.deepEqual(session.withoutLast(answered), NEW)
  assert.equal(session.isOver(NEW), false)
  assert.equal(session.isOver(["x", "y", "z"].reduce(session.withAnswer, NEW)), true)
})

test("what was missed comes again at the end, and not if the answer is taken back", () => {
  const again = session.withAgain(NEW, item("a"))

  assert.deepEqual(ids(again), ["a", "b", "c", "a"])
  assert.deepEqual(session.withoutAgain(again), NEW)
})

test("what is gone or looked up is left out, and what was answered stays", () => {
  const answered = session.withAnswer(NEW, "x-1")
  const now = new Map([["c", item("c", "r2")]])

  assert.deepEqual(session.fittedSession(answered, now).items, [item("a"), item("c", "r2")])
  assert.deepEqual(ids(session.withoutCurrent(answered)), ["a", "c"])
})

test("an answer that was stored just before the tab was closed is not asked for again", () => {
  const stored = [
    attempt({ id: "old", item: "a", at: 99 }),
    attempt({ id: "x-1", item: "a", at: 101 }),
    attempt({ id: "x-2", item: "b", at: 102 }),
  ]

  assert.deepEqual(session.caughtUp(NEW, stored).attempts, ["x-1", "x-2"])
  assert.deepEqual(session.caughtUp(NEW, [stored[0]]).attempts, [])
})

for (const [search, expected] of [
  ["?start=due", { choice: "due", size: null }],
  ["?start=topic:peft&size=5", { choice: "topic-peft", size: 5 }],
  ["?start=missed&size=5000", { choice: "missed", size: null }],
  ["?start=<b>", null],
  ["?q=peft", null],
  ["", null],
]) {
  test(`the address ${search || "without a query"} asks for ${expected?.choice ?? "nothing"}`, () =>
    assert.deepEqual(session.parseStart(search), expected))
}
