import assert from "node:assert/strict"
import test from "node:test"
import { grade, missing, partial } from "../../../docs/assets/core/grade.mjs"

const WHICH = "Write a number such as 1,000 or 0.5."
const COMPARE = "Did you have the main point?"

/** interaction, key, response, outcome, what is missing or partly right */
const CASES = [
  ["choice", "a", ["a"], "correct", ""],
  ["choice", "a", ["a", "a"], "correct", ""],
  ["choice", "a", ["b"], "incorrect", ""],
  ["choice", "a", ["a", "b"], "unanswered", "Choose only 1."],
  ["choice", "a", [""], "incorrect", ""],
  ["choice", "a", ["A"], "incorrect", ""],
  ["choice", "a", ["a "], "incorrect", ""],
  ["choice", "a", ["__proto__"], "incorrect", ""],
  ["choice", "a", [], "unanswered", "Choose an option."],
  ["choice", "a c", ["a", "c"], "correct", ""],
  ["choice", "a c", ["c", "a"], "correct", ""],
  ["choice", "a c", ["c", "a", "c"], "correct", ""],
  ["choice", "a c", ["a c"], "unanswered", "Choose one more."],
  ["choice", "a c", ["a"], "unanswered", "Choose one more."],
  ["choice", "a c", ["a", "a"], "unanswered", "Choose one more."],
  ["choice", "a c", ["a", "b"], "incorrect", ""],
  ["choice", "a c", ["a", "b", "c"], "unanswered", "Choose only 2."],
  ["choice", "a c", ["b", "d"], "incorrect", ""],
  ["choice", "a c", [], "unanswered", "Choose 2 options."],
  ["choice", "a b c", [], "unanswered", "Choose 3 options."],

  ["order", "1 2 3", ["1", "2", "3"], "correct", ""],
  ["order", "1 2 3", ["1", "3", "2"], "incorrect", "1 of 3 steps is in the right place."],
  ["order", "1 2 3", ["3", "1", "2"], "incorrect", "0 of 3 steps are in the right place."],
  ["order", "1 2 3", ["1", "2"], "unanswered", "Put back one more."],
  ["order", "1 2 3", ["1", "2", "3", "4"], "unanswered", "Leave out one more."],
  ["order", "1 2 3", ["1", "2", "3", "4", "5"], "unanswered", "Leave out two more."],
  ["order", "1 2 3", ["1", "1", "3"], "incorrect", "2 of 3 steps are in the right place."],
  ["order", "1 2 3", ["1 2", "3", "3"], "incorrect", "1 of 3 steps is in the right place."],
  ["order", "1 2 3", ["1 2 3"], "unanswered", "Put back two more."],
  ["order", "1 2 3 4", ["1"], "unanswered", "Put back three more."],
  ["order", "1 2 3 4 5", ["1"], "unanswered", "Put back four more."],
  ["order", "1 2 3 4 5 6", ["1"], "unanswered", "Put back five more."],
  ["order", "1 2 3 4 5 6 7", ["1"], "unanswered", "Put back six more."],
  ["order", "1 2 3 4 5 6 7 8", ["1"], "unanswered", "Put back seven more."],
  ["order", "1 2 3 4 5 6 7 8 9", ["1"], "unanswered", "Put back 8 more."],
  ["order", "1 2 3", [], "unanswered", "Move the steps into order first."],

  ["match", "1 2 1", ["1", "2", "1"], "correct", ""],
  ["match", "1 2 1", ["1", "1", "2"], "incorrect", "1 of 3 pairs is right."],
  ["match", "1 2 1", ["1", "2", "2"], "incorrect", "2 of 3 pairs are right."],
  ["match", "1 2 1", ["9", "9", "9"], "incorrect", "0 of 3 pairs are right."],
  ["match", "1 2 1", ["1", "2", "1", "1"], "incorrect", "3 of 3 pairs are right."],
  ["match", "1 2 1", ["", "", ""], "unanswered", "Choose a response for every prompt."],
  ["match", "1 2 1", [], "unanswered", "Choose a response for every prompt."],
  ["match", "1 2 1", ["1", "", "1"], "unanswered", "1 of 3 still to match."],
  ["match", "1 2 1", ["", "2", ""], "unanswered", "2 of 3 still to match."],
  ["match", "1 2 1", ["1", "2"], "unanswered", "1 of 3 still to match."],

  ["number", "1000 0", ["1000"], "correct", ""],
  ["number", "1000 0", ["1001"], "incorrect", ""],
  ["number", "1000 0", ["999"], "incorrect", ""],
  ["number", "1000 0", ["-1000"], "incorrect", ""],
  ["number", "1000 0", ["1000.0000000000000000001"], "incorrect", ""],
  ["number", "1000 5", ["1005"], "correct", ""],
  ["number", "1000 5", ["995"], "correct", ""],
  ["number", "1000 5", ["1005.01"], "incorrect", ""],
  ["number", "1000 5", ["994.99"], "incorrect", ""],
  ["number", "0.0078 0.00005", ["0.00785"], "correct", ""],
  ["number", "0.0078 0.00005", ["0.007851"], "incorrect", ""],
  ["number", "0.3 0", ["0.30"], "correct", ""],
  ["number", "0.3 0", ["0.30000000000000004"], "incorrect", ""],
  ["number", "16777216 0", ["16777217"], "incorrect", ""],
  ["number", "9007199254740993 0", ["9007199254740992"], "incorrect", ""],
  ["number", "1e3 0", ["1000"], "correct", ""],
  ["number", "1e-3 0", ["0.001"], "correct", ""],
  ["number", "1e400 1e-400", ["1e400"], "correct", ""],
  ["number", "1e400 1e-400", ["1.0000000001e400"], "incorrect", ""],
  ["number", "0 0", ["-0"], "correct", ""],
  ["number", "0 0", ["1e-400"], "incorrect", ""],
  ["number", "-5 0", ["-5"], "correct", ""],
  ["number", "-5 1", ["-4"], "correct", ""],
  ["number", "-5 1", ["-6.5"], "incorrect", ""],
  ["number", "0 0", [""], "unanswered", WHICH],
  ["number", "0 0", [], "unanswered", WHICH],
  ["number", "0 0", [" "], "unanswered", WHICH],
  ["number", "0 0", ["zero"], "unanswered", WHICH],

  ["recall", "", ["correct", ""], "correct", ""],
  ["recall", "", ["incorrect", "my words"], "incorrect", ""],
  ["recall", "", ["", "my words"], "unanswered", COMPARE],
  ["recall", "", ["Correct", ""], "unanswered", COMPARE],
  ["recall", "", ["unanswered", ""], "unanswered", COMPARE],
  ["recall", "", [], "unanswered", COMPARE],
]

for (const [interaction, key, response, outcome, sentence] of CASES) {
  const given = response.length > 0 ? JSON.stringify(response) : "nothing"

  test(`${interaction}: ${given} for the key "${key}" is ${outcome}`, () => {
    assert.equal(grade(interaction, key, response), outcome)
    assert.equal(missing(interaction, key, response), outcome === "unanswered" ? sentence : "")
    assert.equal(partial(interaction, key, response), outcome === "incorrect" ? sentence : "")
  })
}

/** What a reader may write for 1000. */
const THOUSAND = [
  "1000",
  "+1000",
  "01000",
  "1,000",
  "1 000",
  "1\u00a0000",
  "1\u2009000",
  "1\u202f000",
  "1000.0",
  "1000.000",
  "1e3",
  "1E3",
  "1e+3",
  "1.0e3",
  "10000e-1",
  "0.001e6",
  "1e0003",
  "1,000.00",
  "1,000e0",
  " 1000",
  "1000 ",
  "\u00a0\u20091000\u202f ",
  `1${"0".repeat(93)}e-90`,
  " ".repeat(96) + "1000",
]

for (const text of THOUSAND) {
  test(`${JSON.stringify(text)} is a thousand`, () => {
    assert.equal(grade("number", "1000 0", [text]), "correct")
  })
}

for (const [text, key] of [
  ["1,234,567", "1234567"],
  ["12 345 678.5e-1", "1234567.85"],
  ["123,456", "123456"],
  ["1,234,567,890", "1234567890"],
  ["1e400", "1e400"],
  ["1e-400", "1e-400"],
  ["-1e+400", "-1e400"],
  ["0", "0"],
  ["000", "0"],
  [".5", "0.5"],
  ["-.125", "-0.125"],
  [".5e1", "5"],
]) {
  test(`${text} is ${key}`, () => {
    assert.equal(grade("number", `${key} 0`, [text]), "correct")
  })
}

const NO_NUMBERS = [
  "",
  " ",
  "+",
  "-",
  ".",
  ",",
  "e",
  "e3",
  "1e",
  "1e+",
  "1e3.5",
  "1e1e1",
  "5.",
  ".e1",
  "0,125",
  "0 125",
  "00,125",
  "-0,125",
  "01,000",
  "1.2.3",
  "--1",
  "+-1",
  "- 1",
  "1 -",
  "１",
  "٤",
  "४",
  "1٤",
  "½",
  "²",
  "∞",
  "1,00",
  "1,0000",
  "1,000,0",
  "1,000,0000",
  "1,00x",
  "1,000,00x",
  "x,000",
  "1,000 000",
  "1 000,000",
  "1,000\u00a0000",
  "1,,000",
  "1  000",
  "12,34",
  "1234,567",
  ",100",
  "1,",
  "1,000,",
  "1.000.000",
  "1.0,000",
  "1e1,000",
  "1_000",
  "1'000",
  "1 00",
  "0x10",
  "0b1",
  "0o7",
  "10n",
  "Infinity",
  "NaN",
  "null",
  "undefined",
  "1e401",
  "1e-401",
  "1e999999999",
  "1e-999999999",
  `1e${"9".repeat(98)}`,
  "9".repeat(101),
  " ".repeat(97) + "1000",
  "\ufeff1000",
  "1000\ufeff",
  "\t1000",
  "1000\n",
  "1000\nx",
  "\u20071000",
  "1\u2007000",
  "1\u3000000",
  "\u00851000",
  "1000%",
  "$1000",
  "−1000",
  "1\u2028",
  "1000 tokens",
  "1k",
  "a1000",
  "1000a",
]

for (const text of NO_NUMBERS) {
  test(`${JSON.stringify(text.slice(0, 20))} is no number, and so no answer`, () => {
    assert.equal(grade("number", "1000 1e9", [text]), "unanswered")
  })
}

for (const [text, sentence] of [
  ["0,125", "Write decimals after a point, as in 0.5."],
  [" 12,5 ", "Write decimals after a point, as in 0.5."],
  ["-2,5", "Write decimals after a point, as in 0.5."],
  ["12.5%", "Write the number alone, without “%”."],
  ["4096 records", "Write the number alone, without “records”."],
  ["1e3 tokens", "Write the number alone, without “tokens”."],
  ["$1000", "Write the number alone, without “$”."],
  ["about 0,5", "Write the number alone, without “about”."],
  ["0,5 kg", "Write the number alone, without “kg”."],
  ["1e-500x", "Write the number alone, without “x”."],
  [`${"1".repeat(99)}x`, "Write the number alone, without “x”."],
  [`1 ${"x".repeat(60)}`, `Write the number alone, without “${"x".repeat(20)}”.`],
  ["about ten", WHICH],
  ["1.2.3", WHICH],
  ["9".repeat(101), "Write a shorter number, such as 1e20."],
]) {
  test(`${text.slice(0, 20)} is answered by: ${sentence}`, () => {
    assert.equal(missing("number", "1000 0", [text]), sentence)
  })
}

test("a text of a hundred characters is the longest read as a number", () => {
  assert.equal(grade("number", `${"9".repeat(100)} 0`, ["9".repeat(100)]), "correct")
})
