/**
 * What each lab lets the reader change, and what it measures. Plain data, shared by the pages, the worker and
 * `make labs`. The first value of a knob need not be its start: values go from small to large.
 */

/**
 * @typedef {{ name: string, label: string, hint: string, start: string | number, values: [value: string | number, label: string][] }} Knob
 * @typedef {"share" | "plain" | "log"} Scale - a share of 1; any number; perplexity, drawn on a logarithmic scale
 * @typedef {{ label: string, scale: Scale, line?: string }} Measure - `line`: a shorter name for the chart on a phone
 * @typedef {{ isBaseTrained: boolean, added: number }} Trained - whether the base model's own parameters are, and how many are added
 *
 * @typedef {object} Lab
 * @property {Knob[]} knobs
 * @property {Record<string, Measure>} measures - columns of the table, after the knobs
 * @property {{ title: string, scale: Scale, measures: string[] }} curve - what the live chart draws
 * @property {string} expects - head of the column with the right answer
 * @property {(settings: Record<string, string | number>) => Trained} [trained] - what is trained; all parameters where it is missing
 * @property {{ label: string, hint: string }} [own] - the reader's own training text
 * @property {{ knob: Knob, recorded: Record<string, string | number>, notRecorded: string }} [rater] - who compares: `recorded` are
 *   the settings of the recorded runs that are drawn behind a run on the reader's picks, which these knobs do not change
 * @property {(result: Record<string, number>) => string} [verdict] - a sentence about what a run has shown
 * @property {{ label: string, example: string }} ask - a question to the trained model
 */

import { RATERS } from "./raters.mjs"

/** The base model's own parameters. */
export const BASE_PARAMETERS = 75312

/** @type {Measure} */
const GENERAL = { label: "General text, perplexity", scale: "log" }
/** @type {Measure} */
const EXACT = { label: "Held-out questions answered exactly", scale: "share" }
/** @type {[value: string, label: string][]} */
const METHODS = [
  ["full", "Everything"],
  ["lora-1", "LoRA, rank 1"],
  ["lora-4", "LoRA, rank 4"],
  ["lora-16", "LoRA, rank 16"],
  ["adapters", "Adapters"],
  ["prompt", "Prompt tuning"],
]

/** @param {number} added @returns {Trained} */
const onlyAdded = (added) => ({ isBaseTrained: false, added })

/** What each method trains. @type {Record<string, Trained>} */
const TRAINED = {
  full: { isBaseTrained: true, added: 0 },
  "lora-1": onlyAdded(576),
  "lora-4": onlyAdded(2304),
  "lora-16": onlyAdded(9216),
  adapters: onlyAdded(3104),
  prompt: onlyAdded(384),
  head: onlyAdded(98),
  all: { isBaseTrained: true, added: 98 },
  scratch: { isBaseTrained: true, added: 98 },
}
const ASK_QUESTION = {
  label: "Ask the tuned model a question of your own",
  example: "what does the owl eat ?",
}
const ASK_TEXT = "Begin a sentence and let the tuned model go on"

/** @type {Record<string, Lab>} */
export const LABS = {
  "instruction-tuning": {
    knobs: [
      {
        name: "examples",
        label: "Examples",
        hint: "How many questions with answers the model trains on.",
        start: 20,
        values: [
          [5, "5"],
          [20, "20"],
          [80, "80"],
        ],
      },
      {
        name: "loss",
        label: "Learn from",
        hint: "Which words count toward the loss.",
        start: "reply",
        values: [
          ["reply", "The reply only"],
          ["all", "Prompt and reply"],
        ],
      },
      {
        name: "rate",
        label: "Step size",
        hint: "How far each training step moves the model's parameters.",
        start: "usual",
        values: [
          ["usual", "Usual"],
          ["times-30", "30 times as large"],
        ],
      },
    ],
    measures: {
      exact: EXACT,
      unknown: { label: "Unknown animals answered exactly", scale: "share" },
      general: GENERAL,
    },
    curve: { title: "Held-out questions answered exactly", scale: "share", measures: ["exact"] },
    expects: "Right answer",
    verdict: ({ general }) =>
      general > 1000
        ? `Training has broken the model: general text now has a perplexity of ${say(general, "log")}.`
        : "",
    own: {
      label: "Add your own examples",
      hint: "One per line: a question, then => and the answer. what does the yak eat ? => the yak eats moss .",
    },
    ask: ASK_QUESTION,
  },
  "domain-adaptation": {
    knobs: [
      {
        name: "documents",
        label: "Documents",
        hint: "How many unlabeled documents of the field the model reads.",
        start: 20,
        values: [
          [5, "5"],
          [20, "20"],
          [100, "100"],
          [200, "200"],
        ],
      },
      {
        name: "field",
        label: "Field",
        hint: "Which field the documents come from.",
        start: "clinical",
        values: [
          ["clinical", "Clinical"],
          ["legal", "Legal"],
          ["finance", "Finance"],
        ],
      },
    ],
    measures: {
      field: { label: "New text of the field, perplexity", scale: "log" },
      general: GENERAL,
      seen: { label: "The training documents, perplexity", scale: "log" },
    },
    curve: { title: "Perplexity (lower is better)", scale: "log", measures: ["field", "general"] },
    expects: "Expected word",
    own: {
      label: "Add your own text",
      hint: "One sentence per line, in words the model knows: patient reports pain in the back .",
    },
    ask: { label: ASK_TEXT, example: "patient reports" },
  },
  "transfer-learning": {
    knobs: [
      {
        name: "labels",
        label: "Labeled reviews",
        hint: "How many reviews come with a label, good or bad.",
        start: 20,
        values: [
          [10, "10"],
          [20, "20"],
          [50, "50"],
          [200, "200"],
        ],
      },
      {
        name: "trained",
        label: "What is trained",
        hint: "The new output layer, everything, or everything of a model that has read nothing.",
        start: "all",
        values: [
          ["head", "New output layer only"],
          ["all", "Everything, pre-trained"],
          ["scratch", "Everything, from scratch"],
        ],
      },
    ],
    measures: {
      test: { label: "New reviews judged correctly", line: "new reviews", scale: "share" },
      training: {
        label: "Training reviews judged correctly",
        line: "training reviews",
        scale: "share",
      },
    },
    curve: { title: "Reviews judged correctly", scale: "share", measures: ["test", "training"] },
    expects: "Right label",
    trained: ({ trained }) => TRAINED[trained],
    ask: ASK_QUESTION,
  },
  "continued-pre-training": {
    knobs: [
      {
        name: "replay",
        label: "Old text replayed",
        hint: "The share of each training step that is text of the kind the model read before.",
        start: 0,
        values: [
          [0, "None"],
          [10, "10%"],
          [25, "25%"],
          [50, "50%"],
        ],
      },
    ],
    measures: {
      newFacts: { label: "New facts recalled", scale: "share" },
      oldFacts: { label: "Old facts recalled", scale: "share" },
      opposites: { label: "Opposites recalled", scale: "share" },
      general: GENERAL,
    },
    curve: { title: "Facts recalled", scale: "share", measures: ["newFacts", "oldFacts"] },
    expects: "Expected word",
    ask: { label: ASK_TEXT, example: "the yak eats" },
  },
  rlhf: {
    knobs: [
      {
        name: "method",
        label: "Method",
        hint: "RLHF fits a reward model first. DPO learns from the pairs directly.",
        start: "rlhf",
        values: [
          ["rlhf", "RLHF"],
          ["dpo", "DPO"],
        ],
      },
      {
        name: "comparisons",
        label: "Comparisons",
        hint: "How many pairs of answers the stated rule compares.",
        start: 60,
        values: [
          [20, "20"],
          [60, "60"],
          [200, "200"],
        ],
      },
      {
        name: "beta",
        label: "Pull back (β)",
        hint: "How strongly the model is held near where it started.",
        start: 0.5,
        values: [
          [0, "0"],
          [0.1, "0.1"],
          [0.5, "0.5"],
          [1, "1"],
        ],
      },
    ],
    measures: {
      quality: { label: "Quality, by a careful rater", scale: "plain" },
      reward: { label: "Score, by the reward model", scale: "plain" },
      right: { label: "Answers with the right fact", scale: "share" },
      words: { label: "Words in an answer", scale: "plain" },
    },
    curve: {
      title: "Score of the reward model, and quality",
      scale: "plain",
      measures: ["quality", "reward"],
    },
    expects: "Right fact",
    rater: {
      knob: RATERS,
      recorded: { comparisons: 20 },
      notRecorded: "in which the stated rule compared 20 pairs",
    },
    verdict: ({ reward, top }) =>
      reward > top
        ? `This score is above that of the best answer that was ever compared (${say(top, "plain")}): the model games the reward.`
        : "",
    ask: ASK_QUESTION,
  },
  peft: {
    knobs: [
      {
        name: "method",
        label: "What is trained",
        hint: "All of the model, or a small part added to a frozen model.",
        start: "lora-4",
        values: METHODS,
      },
    ],
    measures: {
      exact: EXACT,
      general: GENERAL,
      unplugged: { label: "General text after unplugging", scale: "log" },
      merged: { label: "Held-out questions after merging", scale: "share" },
    },
    curve: { title: "Held-out questions answered exactly", scale: "share", measures: ["exact"] },
    expects: "Right answer",
    trained: ({ method }) => TRAINED[method],
    ask: ASK_QUESTION,
  },
}

/** The settings that a lab starts with. @param {string} lab */
export const startSettings = (lab) =>
  Object.fromEntries(LABS[lab].knobs.map(({ name, start }) => [name, start]))

/** Every combination of knob values. @param {string} lab @returns {Record<string, string | number>[]} */
export const positions = (lab) =>
  LABS[lab].knobs.reduce(
    (/** @type {Record<string, string | number>[]} */ all, { name, values }) =>
      all.flatMap((settings) => values.map(([value]) => ({ ...settings, [name]: value }))),
    [{}],
  )

/** A number as readers see it. @param {number | null | undefined} value @param {Scale} scale */
export function say(value, scale) {
  if (value === null || value === undefined) return "–"
  if (!Number.isFinite(value)) return "not a number"
  if (scale === "share") return value.toFixed(2)
  const size = Math.abs(value)
  if (size >= 1000) return Math.round(value).toLocaleString("en-US")
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2).replace("-", "−")
}
