import assert from "node:assert/strict"
import test from "node:test"
import { choose, parseRule, possible } from "../../../docs/assets/tools/chooser/rules.mjs"

const RULES = [
  "facts",
  "format · often",
  "format or field · seldom · pairs · medium or high",
  "field or format",
].map(parseRule)
const WORDS = [
  ["facts", "field", "format"],
  ["often", "seldom"],
  ["none", "pairs"],
  ["low", "medium", "high"],
]

/** @param {...string} chosen */
const answers = (...chosen) => WORDS.map((words, place) => ({ words, chosen: chosen[place] ?? "" }))

const cases = [
  { chosen: ["facts", "often", "none", "low"], rule: 0, open: [] },
  { chosen: ["facts"], rule: 0, open: [] },
  { chosen: [], rule: 0, open: [0] },
  { chosen: ["format"], rule: 1, open: [1] },
  { chosen: ["format", "often"], rule: 1, open: [] },
  { chosen: ["format", "seldom"], rule: 2, open: [2, 3] },
  { chosen: ["format", "seldom", "pairs"], rule: 2, open: [3] },
  { chosen: ["field", "seldom", "pairs", "high"], rule: 2, open: [] },
  { chosen: ["field", "seldom", "", "low"], rule: 3, open: [] },
  { chosen: ["field", "", "pairs", "medium"], rule: 2, open: [1] },
  { chosen: ["", "often"], rule: 0, open: [0] },
]

for (const { chosen, ...choice } of cases) {
  const told = choice.open.length
    ? `waits for ${choice.open} on row ${choice.rule}`
    : `is row ${choice.rule}`
  test(`${chosen.join(", ") || "nothing"} ${told}`, () => {
    assert.deepEqual(choose(RULES, answers(...chosen)), choice)
  })
}

test("a case that no rule fits has no advice", () => {
  assert.equal(choose([parseRule("facts")], answers("format")), undefined)
})

test("a rule that names an unknown answer never fits", () => {
  assert.equal(choose([parseRule("fact")], answers("facts")), undefined)
})

test("advice never changes when the open questions are answered", () => {
  const all = WORDS.reduce(
    (cases, words) => cases.flatMap((chosen) => [...words, ""].map((word) => [...chosen, word])),
    /** @type {string[][]} */ ([[]]),
  )
  for (const chosen of all) {
    const early = choose(RULES, answers(...chosen))
    if (early?.open.length !== 0) continue
    for (const whole of all.filter((other) =>
      other.every((word, at) => word && (!chosen[at] || word === chosen[at])),
    )) {
      assert.equal(choose(RULES, answers(...whole))?.rule, early.rule, `${chosen} then ${whole}`)
    }
  }
})

test("rules that an answer rules out are no longer possible", () => {
  assert.deepEqual(possible(RULES, answers()), [0, 1, 2, 3])
  assert.deepEqual(possible(RULES, answers("format", "seldom")), [2, 3])
})
