import assert from "node:assert/strict"
import { test } from "node:test"
import {
  BASE_PARAMETERS,
  LABS,
  positions,
  say,
  startSettings,
} from "../../../docs/assets/labs/study/catalog.mjs"
import {
  factProbes,
  HELD_OUT_PAIRS,
  TRAINING_PAIRS,
  UNKNOWN_PAIRS,
} from "../../../docs/assets/labs/study/sets.mjs"
import { faultOf } from "../../../docs/assets/labs/study/faults.mjs"
import { answerTo, faultsOf } from "../../../docs/assets/labs/study/own-text.mjs"
import {
  meanSurprise,
  openModel,
  perplexity,
  recallShare,
} from "../../../docs/assets/labs/study/study.mjs"
import { chatRow, LENGTH, textRows } from "../../../docs/assets/labs/world/rows.mjs"
import { baseText, generalText, newText } from "../../../docs/assets/labs/world/texts.mjs"
import {
  ANIMALS,
  BOT,
  decode,
  encode,
  unknownWords,
  VOCABULARY,
} from "../../../docs/assets/labs/world/words.mjs"
import { PICTURES } from "../../tools/labs/pictures.mjs"
import { recordPosition } from "../../tools/labs/record.mjs"
import { recordedChart, recordedTable } from "../../tools/labs/results.mjs"
import { openFast, readLabFile, readWeights, runToEnd } from "./machines.mjs"
import { readFileSync } from "node:fs"

const files = { weights: readWeights("base.bin"), policy: readWeights("policy.bin") }
const recorded = Object.fromEntries(
  Object.keys(LABS).map((lab) => [lab, JSON.parse(readLabFile(`recorded/${lab}.json`).toString())]),
)

/** @param {string} lab @param {Record<string, string | number>} settings @param {number} seed @param {string} [ownText] */
async function runLab(lab, settings, seed, ownText) {
  const { run } = await import(`../../../docs/assets/labs/experiments/${lab}.mjs`)
  return runToEnd(run({ machine: await openFast(), ...files, settings, seed, ownText }))
}

/** @param {string} lab @param {Record<string, string | number>} settings */
const recordedAt = (lab, settings) =>
  recorded[lab].positions.find(
    (position) => JSON.stringify(position.settings) === JSON.stringify(settings),
  )

for (const [lab, { measures }] of Object.entries(LABS)) {
  test(`${lab}: every position of its knobs is recorded with five seeds`, () => {
    assert.deepEqual(recorded[lab].seeds, [1, 2, 3, 4, 5])
    assert.deepEqual(
      recorded[lab].positions.map(({ settings }) => settings),
      positions(lab),
    )
  })

  test(`${lab}: the chart and the table of its page show what is recorded`, () => {
    const read = (name) =>
      readFileSync(new URL(`../../../docs/assets/diagrams/${name}`, import.meta.url), "utf8")
    assert.ok(
      read(`lab-${lab}.svg`) === `${recordedChart(lab, recorded[lab])}\n`,
      "the chart is out of date: run make results",
    )
    assert.ok(
      read(`lab-${lab}-table.html`) === `${recordedTable(lab, recorded[lab])}\n`,
      "the table is out of date: run make results",
    )
    const { title, lines } = PICTURES[lab]
    for (const { measure } of lines) assert.ok(measure in measures)
    assert.ok(
      readFileSync(new URL(`../../../docs/labs/${lab}.md`, import.meta.url), "utf8").includes(
        `<p class="lab-chart-title">${title}.`,
      ),
    )
  })
}

for (const [lab, settings] of [
  ["transfer-learning", { labels: 10, trained: "head" }],
  ["peft", { method: "lora-1" }],
]) {
  test(`${lab} at ${JSON.stringify(settings)} gives the recorded numbers again`, async () => {
    assert.deepEqual(await recordPosition(lab, settings, files), recordedAt(lab, settings))
  })
}

test("the base model has read its world and does not answer", async () => {
  const study = openModel({ machine: await openFast(), ...files })
  assert.equal(recallShare(study, factProbes(ANIMALS)), 1)
  assert.ok(perplexity(study, textRows(generalText, 48, 99), LENGTH) < 3.1)
  assert.ok(
    meanSurprise(
      study,
      HELD_OUT_PAIRS.map(({ asked, answer }) => chatRow(asked, answer)),
      24,
    ) > 1,
  )
})

test("the same seed gives the same run, another seed another", async () => {
  const settings = { method: "prompt" }
  const [one, again, other] = [
    await runLab("peft", settings, 7),
    await runLab("peft", settings, 7),
    await runLab("peft", settings, 8),
  ]
  assert.deepEqual(one.points, again.points)
  assert.notDeepEqual(one.points, other.points)
})

test("unplugged, every tuned model has the perplexity of the base model exactly", async () => {
  const study = openModel({ machine: await openFast(), ...files })
  const base = perplexity(study, textRows(generalText, 48, 99), LENGTH)
  for (const method of ["lora-4", "adapters", "prompt"])
    assert.equal((await runLab("peft", { method }, 3)).result.unplugged, base)
})

test("without replay a third of the old facts is lost or more, and a tenth of old text keeps them", async () => {
  const [none, tenth] = [
    await runLab("continued-pre-training", { replay: 0 }, 7),
    await runLab("continued-pre-training", { replay: 10 }, 7),
  ]
  assert.ok(none.result.oldFacts <= 0.67, `${none.result.oldFacts}`)
  assert.ok(tenth.result.oldFacts >= 0.9, `${tenth.result.oldFacts}`)
})

test("at β = 0 the score of the reward model rises and quality falls", async () => {
  const { points, result } = await runLab("rlhf", { method: "rlhf", comparisons: 60, beta: 0 }, 7)
  assert.ok(result.reward > 2)
  assert.ok(result.quality < 0)
  assert.deepEqual(Object.keys(points.at(-1).stages), ["pairs", "best", "worst", "agreement"])
})

test("a reader's picks decide what the reward model values and how the policy answers", async () => {
  const { run } = await import("../../../docs/assets/labs/experiments/rlhf.mjs")
  const start = {
    ...files,
    settings: { method: "rlhf", comparisons: 60, beta: 0.5 },
    seed: 7,
    rater: /** @type {const} */ ("reader"),
  }
  const asks = run({ machine: await openFast(), ...start })
  asks.next()
  const { toRank } = /** @type {any} */ (asks.next().value)
  const picks = toRank.map(({ answers }) => (answers[1].includes("sorry") ? 1 : 0))
  assert.equal(toRank.length, 12)

  const { samples, points } = runToEnd(run({ machine: await openFast(), ...start, picks }))

  assert.deepEqual(
    samples.map(({ after }) => after),
    Array(3).fill("sorry , i do not know ."),
  )
  assert.deepEqual(points.at(-1).stages.agreement, { of: 12, model: 12, rule: 3 })
})

test("what the page says is trained is what was trained", () => {
  for (const [lab, { trained }] of Object.entries(LABS))
    for (const { settings, numbers } of recorded[lab].positions) {
      const { isBaseTrained, added } = trained?.(settings) ?? { isBaseTrained: true, added: 0 }
      assert.equal((isBaseTrained ? BASE_PARAMETERS : 0) + added, numbers)
    }
})

test("a step size that is far too large is shown as what it does", async () => {
  const { result } = await runLab(
    "instruction-tuning",
    { ...startSettings("instruction-tuning"), rate: "times-30" },
    7,
  )
  assert.equal(result.exact, 0)
  assert.ok(!(result.general < 1000))
})

test("own examples are learned with the others", async () => {
  const own = "What does the yak eat? => the yak eats moss."
  const { samples, study } = await runLab(
    "instruction-tuning",
    { examples: 5, loss: "reply", rate: "usual" },
    7,
    own,
  )
  assert.equal(samples.at(-1).after, "the yak eats moss .")
  assert.deepEqual(answerTo("instruction-tuning", study, "what does the yak eat?"), {
    answer: "the yak eats moss .",
  })
})

test("words that the model does not know are named, and nothing is run", () => {
  assert.deepEqual(faultsOf("domain-adaptation", "the zebra has a kite"), [
    "The model knows about 375 words, and not “zebra”, “has”, “kite”.",
  ])
  assert.deepEqual(faultsOf("instruction-tuning", "the owl eats mice"), [
    "Line 1 needs a question, then => and an answer.",
  ])
  assert.match(
    faultsOf("instruction-tuning", `${"the owl ".repeat(12)} => the`)[0],
    /longer than 18 words/,
  )
  assert.deepEqual(
    faultsOf("instruction-tuning", "Where does the owl live? => in the tree\n\n"),
    [],
  )
  assert.deepEqual(unknownWords("the <eos> owl"), ["<eos>"])
})

test("a lab that gets too little memory says so", async () => {
  const { tape } = openModel({ machine: await openFast(), ...files })
  const most = tape.floats.length
  let sentence = ""
  try {
    tape.keep(most)
  } catch (error) {
    sentence = faultOf(error)
  }
  assert.equal(sentence, "The browser has not enough free memory for the lab.")
})

test("a question of nothing, of unknown words, or too long gets a sentence", async () => {
  const study = openModel({ machine: await openFast(), ...files })
  assert.deepEqual(answerTo("peft", study, "  "), { fault: "Write a few words first." })
  assert.match(answerTo("peft", study, "who is Zeus?").fault ?? "", /“zeus”/)
  assert.match(answerTo("peft", study, "the owl ".repeat(10)).fault ?? "", /at most 18/)
})

test("the loss on the reply leaves every word of the prompt out", () => {
  const { words, weights } = chatRow("what does the fox eat ?", "the fox eats meat .")
  assert.equal(weights.findIndex(Boolean), words.indexOf(BOT) + 1)
  assert.equal(weights.filter(Boolean).length, 6)
  assert.equal(
    chatRow("what does the fox eat ?", "the fox eats meat .", 1).weights.filter(Boolean).length,
    words.length - 1,
  )
})

test("no held-out or unknown question is trained on, and every sentence is made of known words", () => {
  const trained = new Set(TRAINING_PAIRS.map(({ asked }) => asked))
  for (const { asked } of [...HELD_OUT_PAIRS, ...UNKNOWN_PAIRS]) assert.ok(!trained.has(asked))
  for (const write of [generalText, newText, baseText])
    for (const { words } of textRows(write, 200, 1))
      assert.equal(encode(decode(words)).length, words.filter((word) => word > 4).length)
  assert.equal(new Set(VOCABULARY).size, VOCABULARY.length)
})

test("numbers are written as people read them", () => {
  assert.deepEqual(
    [
      say(0.5, "share"),
      say(3.084, "log"),
      say(57.25, "log"),
      say(211401, "log"),
      say(-3.65, "plain"),
      say(NaN, "log"),
      say(undefined, "share"),
    ],
    ["0.50", "3.08", "57.3", "211,401", "−3.65", "not a number", "–"],
  )
})
