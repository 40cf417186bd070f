import assert from "node:assert/strict"
import test from "node:test"
import {
  fromFile,
  LARGEST_FILE,
  sift,
  toFile,
  withFile,
  withoutFile,
} from "../../../docs/assets/core/file.mjs"
import { attempt } from "./attempt.mjs"

const NOW = new Date("2026-11-20T12:00:00Z")
const contents = (changes = {}) => ({
  attempts: [],
  aside: [],
  exams: [],
  settings: {},
  sessions: [],
  snapshot: null,
  ...changes,
})
const EXAM = {
  id: "e",
  started: 1,
  deadline: null,
  paused: null,
  handedIn: 2,
  items: [{ id: "a", revision: "0" }],
  responses: { a: ["b"] },
  flagged: [],
  guessed: [],
  struck: {},
  times: {},
}
const [ONE, TWO, THREE] = ["1", "2", "3"].map((id) => attempt({ id }))

test("what is exported is what is imported", () => {
  const progress = {
    attempts: [ONE, TWO],
    aside: [{ strange: 1 }],
    exams: [EXAM],
    settings: { examDay: "2026-12-24" },
  }
  const text = toFile(contents(progress), "/guide/", NOW)

  assert.deepEqual(fromFile(text), progress)
  const { schema, site, exported } = JSON.parse(text)
  assert.deepEqual([schema, site, exported], [2, "/guide/", "2026-11-20T12:00:00.000Z"])
})

test("what is no JSON and was set aside does not stand in an export's way", () => {
  const cycle = {}
  cycle.self = cycle

  const text = toFile(contents({ aside: [cycle, 1n, undefined, new Map()] }), "/", NOW)

  assert.deepEqual(fromFile(text).aside, ["[object Object]", "1", null, {}])
})

const FILE = {
  schema: 2,
  site: "/",
  exported: "",
  attempts: [ONE],
  aside: [],
  exams: [EXAM],
  settings: {},
}
const file = (changes) => JSON.stringify({ ...FILE, ...changes })

test("a file of the first version, without exams and settings, is taken", () => {
  const { attempts, exams, settings } = fromFile(
    file({ schema: 1, exams: undefined, settings: undefined }),
  )

  assert.deepEqual([attempts, exams, settings], [[ONE], [], {}])
})

for (const [name, text, sentence] of [
  ["an empty file", "", /damaged/],
  ["a photograph", "\u0089PNG\r\n", /damaged/],
  ["a file cut short", file({}).slice(0, -1), /damaged/],
  ["deep nesting", "[".repeat(1e5), /damaged/],
  ["null", "null", /not exported from this guide/],
  ["a number", "1", /not exported from this guide/],
  ["a list", "[]", /not exported from this guide/],
  ["no schema", file({ schema: undefined }), /not exported from this guide/],
  ["another's schema", file({ schema: "1" }), /not exported from this guide/],
  ["schema 0", file({ schema: 0 }), /not exported from this guide/],
  ["a newer schema", file({ schema: 3 }), /newer version/],
  ["no attempts", file({ attempts: undefined }), /not exported from this guide/],
  ["attempts that are no list", file({ attempts: { length: 1 } }), /not exported from this guide/],
  ["nothing aside", file({ aside: null }), /not exported from this guide/],
  [
    "one bad attempt of two",
    file({ attempts: [ONE, { ...TWO, outcome: "maybe" }] }),
    /damaged: 1 of its 2 answers/,
  ],
  ["exams that are no list", file({ exams: "x" }), /not exported from this guide/],
  [
    "a bad exam",
    file({ exams: [EXAM, { ...EXAM, items: [{ id: "<b>" }] }] }),
    /damaged: 1 of its 2 mock exams/,
  ],
  ["an exam without an end", file({ exams: [{ ...EXAM, handedIn: undefined }] }), /damaged/],
  [
    "an exam with a response of numbers",
    file({ exams: [{ ...EXAM, responses: { a: [1] } }] }),
    /damaged/,
  ],
  ["settings in words", file({ settings: "none" }), /not exported from this guide/],
  ["settings that are no record", file({ settings: [] }), /not exported from this guide/],
  [
    "a setting by an inherited name",
    file({ settings: { toString: 1 } }),
    /damaged: 1 of its 1 settings/,
  ],
  [
    "an exam day that no calendar has",
    file({ settings: { examDay: "2026-99-99" } }),
    /damaged: 1 of its 1 settings/,
  ],
  [
    "an exam day that is no day",
    file({ settings: { examDay: "soon" } }),
    /damaged: 1 of its 1 settings/,
  ],
  [
    "an unknown setting",
    file({ settings: { colour: "red", shortcuts: true } }),
    /damaged: 1 of its 2 settings/,
  ],
  [
    "a prototype for an attempt",
    file({}).replace('"0a1b"', '{"__proto__":{}}').replace('"id":"1"', '"__proto__":{"id":"1"}'),
    /damaged/,
  ],
  ["a huge file", " ".repeat(LARGEST_FILE + 1), /larger than 20 MB/],
]) {
  test(`${name} is refused in a sentence`, () => {
    const refusal = fromFile(text)

    assert.match(refusal, sentence)
    assert.match(refusal, /Nothing was changed\.$/)
  })
}

test("hostile fields are dropped and pollute nothing", () => {
  const text = file({}).replace(
    '"id":"1"',
    '"id":"1","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}',
  )

  assert.deepEqual(fromFile(text).attempts, [ONE])
  assert.equal({}.admin, undefined)
})

/** A file that holds this and nothing else. */
const holding = (changes) => ({ attempts: [], aside: [], exams: [], settings: {}, ...changes })

test("an import adds each attempt once and keeps a snapshot of what was there", () => {
  const before = contents({ attempts: [ONE], aside: ["x"] })

  const after = withFile(
    before,
    holding({
      attempts: [TWO, { ...ONE, response: ["b"] }, TWO, THREE],
      aside: ["x", { y: 1 }, { y: 1 }],
    }),
  )

  assert.deepEqual(after.attempts, [ONE, TWO, THREE])
  assert.deepEqual(after.aside, ["x", { y: 1 }])
  assert.deepEqual(after.snapshot, {
    ...holding({ attempts: [ONE], aside: ["x"] }),
    added: ["2", "3"],
  })
  assert.deepEqual(before, contents({ attempts: [ONE], aside: ["x"] }))
})

test("undoing an import brings back what was there and keeps what came since", () => {
  const imported = withFile(
    contents({ attempts: [ONE] }),
    holding({ attempts: [TWO], aside: ["y"], exams: [EXAM] }),
  )
  const since = { ...imported, attempts: [...imported.attempts, THREE] }

  assert.deepEqual(withoutFile(since), contents({ attempts: [ONE, THREE] }))
})

test("an import brings exams once, and settings where the reader has set none", () => {
  const before = contents({ exams: [EXAM], settings: { examDay: null } })

  const after = withFile(
    before,
    holding({
      exams: [
        { ...EXAM, handedIn: 9 },
        { ...EXAM, id: "f" },
      ],
      settings: { examDay: "2027-01-01", shortcuts: false },
    }),
  )

  assert.deepEqual(after.exams, [EXAM, { ...EXAM, id: "f" }])
  assert.deepEqual(after.settings, { examDay: null, shortcuts: false })
  assert.deepEqual(withoutFile(after), before)
})

test("without a snapshot there is nothing to undo", () => {
  const kept = contents({ attempts: [ONE] })

  assert.equal(withoutFile(kept), kept)
})

test("a damaged snapshot loses nothing", () => {
  const damaged = contents({
    attempts: [ONE, TWO],
    snapshot: { ...holding({ attempts: [ONE, "??"] }), added: [] },
  })

  assert.deepEqual(withoutFile(damaged), contents({ attempts: [ONE, TWO], aside: ["??"] }))
})

test("importing in either order, or twice, comes to the same attempts", () => {
  const [a, b] = [holding({ attempts: [ONE, TWO] }), holding({ attempts: [TWO, THREE] })]
  const ids = (...files) =>
    files
      .reduce(withFile, contents())
      .attempts.map(({ id }) => id)
      .sort()

  assert.deepEqual(ids(a, b), ids(b, a))
  assert.deepEqual(ids(a, b, a, b), ["1", "2", "3"])
})

test("sifting keeps the sequence", () => {
  assert.deepEqual(sift([ONE, null, TWO, 3]), { good: [ONE, TWO], bad: [null, 3] })
})
