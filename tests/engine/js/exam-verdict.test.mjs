import assert from "node:assert/strict"
import test from "node:test"
import { verdict } from "../../../docs/assets/core/exam-verdict.mjs"

const OURS = "That goal is ours, not an official score."
const VERDICTS = [
  {
    share: 65,
    earlier: [40, 50, 45],
    title: "Close. Not there yet.",
    sentence: `65% right, your best so far and 20 points up on last time. We suggest 80% before the exam. ${OURS}`,
  },
  {
    share: 0,
    earlier: [],
    title: "Not there yet.",
    sentence: `0% right. We suggest 80% before the exam. ${OURS}`,
  },
  {
    share: 64,
    earlier: [65],
    title: "Not there yet.",
    sentence: `64% right, 1 point below last time. We suggest 80% before the exam. ${OURS}`,
  },
  {
    share: 80,
    earlier: [90, 80],
    title: "You reached the goal.",
    sentence: `80% right, the same as last time. That is at least the 80% that we suggest before the exam. ${OURS}`,
  },
  {
    share: 60,
    earlier: [],
    goal: 75,
    title: "Close. Not there yet.",
    sentence: `60% right. We suggest 75% before the exam. ${OURS}`,
  },
]
for (const { share, earlier, goal = 80, title, sentence } of VERDICTS) {
  test(`${share}% of ${goal}% after ${earlier.join(", ") || "nothing"} is “${title}”`, () => {
    assert.deepEqual(verdict(share, earlier, goal), { title, sentence })
  })
}
