import assert from "node:assert/strict"
import test from "node:test"
import { after, stateOf } from "../../../docs/assets/core/exam-states.mjs"
import { newExam } from "../../../docs/assets/core/exam.mjs"

const STORIES = [
  {
    from: "start",
    events: ["sit", "ask", "back", "ask", "submit", "leave"],
    to: "start",
    because: "an exam is sat, checked, and submitted",
  },
  { from: "sitting", events: ["expire", "back"], to: "sitting", because: "there may be more time" },
  { from: "sitting", events: ["expire", "submit"], to: "submitted", because: "or none" },
  {
    from: "sitting",
    events: ["expire", "expire", "ask", "pause"],
    to: "expired",
    because: "a clock that strikes twice, and late clicks, do nothing",
  },
  {
    from: "confirming",
    events: ["expire"],
    to: "expired",
    because: "time runs out before the last click",
  },
  {
    from: "sitting",
    events: ["pause", "expire", "ask"],
    to: "paused",
    because: "no time passes in a pause",
  },
  {
    from: "sitting",
    events: ["erase", "back"],
    to: "sitting",
    because: "what another tab erased can be stored again",
  },
  {
    from: "submitted",
    events: ["sit", "back", "expire", "erase", "pause", "submit"],
    to: "submitted",
    because: "what is submitted is over",
  },
]
for (const { from, events, to, because } of STORIES) {
  test(`${from} and ${events.join(", ")} lead to ${to}: ${because}`, () => {
    assert.equal(events.reduce(after, from), to)
  })
}

const EXAM = newExam("e", [], 0, 1000)
for (const [exam, left, state] of [
  [EXAM, 1000, "sitting"],
  [EXAM, null, "sitting"],
  [EXAM, 0, "expired"],
  [{ ...EXAM, paused: 5 }, 995, "paused"],
  [{ ...EXAM, paused: 5, handedIn: 9 }, 0, "submitted"],
]) {
  test(`a stored exam with ${left} ms left is ${state}`, () =>
    assert.equal(stateOf(exam, left), state))
}
