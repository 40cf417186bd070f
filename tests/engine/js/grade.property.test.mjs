import assert from "node:assert/strict"
import test from "node:test"
import { grade, missing, partial } from "../../../docs/assets/core/grade.mjs"
import { generator } from "./random.mjs"

const RUNS = 100_000
const HOSTILE = [
  "",
  " ",
  "a ",
  " a",
  "a b",
  "A",
  "__proto__",
  "constructor",
  "\u0000",
  "１",
  "0",
  "null",
  "a\u200b",
]
const IDS = ["a", "b", "c", "d", "e"]
const STEPS = ["1", "2", "3", "4", "5", "6", "7"]

const same = (one, other) =>
  one.length === other.length && one.every((id, place) => id === other[place])

/** Every response is told of in exactly one way. */
function judged(interaction, key, response) {
  const outcome = grade(interaction, key, response)
  assert.equal(missing(interaction, key, response) !== "", outcome === "unanswered")
  if (outcome !== "incorrect") assert.equal(partial(interaction, key, response), "")
  return outcome
}

test("choice: only the key is correct, in any order and however often", () => {
  const { below, pick, many } = generator(1)
  for (let run = 0; run < RUNS; run++) {
    const key = IDS.filter(() => below(2) === 0)
    if (key.length === 0) key.push(pick(IDS))
    const near = [...key, ...many(1, () => pick(key)), ...many(1, () => pick(IDS))].sort(
      () => below(3) - 1,
    )
    const response = pick([near, near.slice(1), many(6, () => pick([...IDS, ...HOSTILE]))])

    const outcome = judged("choice", key.join(" "), response)

    const isKey = same([...new Set(response)].sort(), [...key].sort())
    const isWhole = new Set(response).size === key.length
    assert.equal(
      outcome,
      isWhole ? (isKey ? "correct" : "incorrect") : "unanswered",
      `${key}: ${response}`,
    )
  }
})

test("choice: one option more or less than the key is no answer", () => {
  const { below } = generator(2)
  for (let run = 0; run < RUNS; run++) {
    const key = IDS.filter(() => below(2) === 0)
    if (key.length < 2 || key.length === IDS.length) continue
    const others = IDS.filter((id) => !key.includes(id))

    assert.equal(
      grade("choice", key.join(" "), [...key, others[below(others.length)]]),
      "unanswered",
    )
    assert.equal(
      grade("choice", key.join(" "), key.toSpliced?.(below(key.length), 1) ?? key.slice(1)),
      "unanswered",
    )
  }
})

test("order: only the key's sequence is correct", () => {
  const { below, pick, many } = generator(3)
  for (let run = 0; run < RUNS; run++) {
    const key = STEPS.slice(0, 3 + below(3))
    const swapped = [...key].sort(() => below(3) - 1)
    const response = pick([
      key,
      swapped,
      key.slice(1),
      [...key, pick(STEPS)],
      [key.join(" ")],
      many(6, () => pick([...STEPS, ...HOSTILE])),
    ])

    const outcome = judged("order", key.join(" "), response)

    const isWhole = response.length === key.length
    assert.equal(outcome, isWhole ? (same(response, key) ? "correct" : "incorrect") : "unanswered")
    if (new Set(response).size < response.length) assert.notEqual(outcome, "correct")
  }
})

test("match: only every right pair is correct, and a gap is never incorrect", () => {
  const { below, pick, many } = generator(4)
  for (let run = 0; run < RUNS; run++) {
    const key = Array.from({ length: 3 + below(5) }, () => pick(STEPS))
    const near = key.map((id) => pick([id, id, id, pick(STEPS), ""]))
    const response = pick([
      key,
      near,
      key.slice(1),
      [...key, pick(STEPS)],
      many(8, () => pick([...STEPS, ...HOSTILE])),
    ])

    const outcome = judged("match", key.join(" "), response)

    const hasGap = key.some((_, place) => (response[place] ?? "") === "")
    assert.equal(outcome, hasGap ? "unanswered" : same(response, key) ? "correct" : "incorrect")
  }
})

test("recall: the reader's own verdict, and no other word, grades it", () => {
  const { pick, many } = generator(5)
  for (let run = 0; run < RUNS; run++) {
    const verdict = pick(["correct", "incorrect", "unanswered", "true", ...HOSTILE])
    const response = pick([[verdict, "words"], [verdict], many(3, () => pick(HOSTILE))])

    const outcome = judged("recall", "", response)

    const isVerdict = response[0] === "correct" || response[0] === "incorrect"
    assert.equal(outcome, isVerdict ? response[0] : "unanswered")
  }
})

/** Reads a number by hand, sign by sign, as an exact fraction [numerator, denominator]; null if it is none. */
function oracle(text) {
  if (text.length > 100) return null
  const spaces = new Set([0x20, 0xa0, 0x2009, 0x202f])
  const signs = [...text].map((sign) => sign.codePointAt(0))
  while (spaces.has(signs[0])) signs.shift()
  while (spaces.has(signs.at(-1))) signs.pop()
  const isDigit = (sign) => sign >= 48 && sign <= 57
  const take = (set) =>
    signs.length > 0 && set.includes(String.fromCodePoint(signs[0]))
      ? String.fromCodePoint(signs.shift())
      : ""
  const digits = () => {
    let found = ""
    while (signs.length > 0 && isDigit(signs[0])) found += String.fromCodePoint(signs.shift())
    return found
  }
  const isNegative = take("+-") === "-"
  const groups = [digits()]
  const separator = signs[0]
  if (separator === 44 || spaces.has(separator)) {
    while (signs.length > 0 && signs[0] === separator) {
      signs.shift()
      groups.push(digits())
    }
    if (
      !/^[1-9]/.test(groups[0]) ||
      groups[0].length > 3 ||
      groups.slice(1).some((group) => group.length !== 3)
    )
      return null
  }
  if (groups[0] === "" && signs[0] !== 46) return null
  let fraction = ""
  if (take(".")) {
    fraction = digits()
    if (fraction === "") return null
  }
  let power = 0
  if (take("eE")) {
    const isSmall = take("+-") === "-"
    const size = digits()
    if (size === "" || BigInt(size) > 400n) return null
    power = isSmall ? -Number(size) : Number(size)
  }
  if (signs.length > 0) return null
  const numerator = BigInt(groups.join("") + fraction) * (isNegative ? -1n : 1n)
  const denominator = 10n ** BigInt(fraction.length)
  return power < 0
    ? [numerator, denominator * 10n ** BigInt(-power)]
    : [numerator * 10n ** BigInt(power), denominator]
}

test("number: agrees with exact fractions read by hand", () => {
  const { below, pick, many } = generator(6)
  const parts = [
    "0",
    "1",
    "9",
    "12",
    "000",
    "100",
    ",",
    " ",
    "\u00a0",
    "\u2009",
    "\u202f",
    ".",
    "e",
    "E",
    "+",
    "-",
    "e3",
    "e-2",
    "e400",
    "e401",
    "x",
    "１",
    "\ufeff",
  ]
  const shapes = () =>
    pick([
      many(8, () => pick(parts)).join(""),
      `${pick(["", "-", "+"])}${below(2000)}${pick(["", ",000", " 000", ".0", ".5", "e0", "e-1", "e1", ".00e2"])}`,
      `${pick(["", " "])}${below(3)}.${below(1000)}${pick(["", "e-1", "e1", "e-400"])}`,
    ])
  const plain = () => `${pick(["", "-"])}${below(2000)}${pick(["", ".5", ".25", "e1", "e-3"])}`
  const seen = { correct: 0, incorrect: 0, unanswered: 0 }
  for (let run = 0; run < RUNS; run++) {
    const [text, value, tolerance] = [shapes(), plain(), pick(["0", "0", "0.5", "10", "1e2"])]

    const outcome = judged("number", `${value} ${tolerance}`, [text])

    seen[outcome]++
    assert.equal(
      outcome,
      expected(oracle(text), oracle(value), oracle(tolerance)),
      `${text} for ${value} ± ${tolerance}`,
    )
  }
  assert.ok(Math.min(...Object.values(seen)) > 1000, JSON.stringify(seen))
})

/** |given − value| ≤ tolerance, in whole numbers. */
function expected(given, value, tolerance) {
  if (!given) return "unanswered"
  const [a, b] = given
  const [c, d] = value
  const [e, f] = tolerance
  const gap = a * d - c * b
  return (gap < 0n ? -gap : gap) * f <= e * b * d ? "correct" : "incorrect"
}

test("number: no text takes long", () => {
  const started = performance.now()

  for (const text of [
    "9".repeat(1e6),
    `1e${"9".repeat(1e6)}`,
    "1 ".repeat(1e6),
    " ".repeat(1e6),
    "1,000".repeat(1e5),
  ]) {
    assert.equal(grade("number", "1e400 1e-400", [text]), "unanswered")
  }

  assert.ok(performance.now() - started < 500)
})
