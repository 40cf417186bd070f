/**
 * What each lab lets the reader change, and what it measures. Plain data, shared by the pages, the worker and
 * `make labs`. The first value of a knob need not be its start: values go from small to large.
 */

/**
 * @typedef {{ name: string, label: string, hint: string, start: string | number, values: [value: string | number, label: string][] }} Knob
 * @typedef {"share" | "plain" | "log"} Scale - a share of 1; any number; perplexity, drawn on a logarithmic scale
 * @typedef {{ label: string, scale: Scale }} Measure
 *
 * @typedef {object} Lab
 * @property {Knob[]} knobs
 * @property {Record<string, Measure>} measures - columns of the table, after the knobs
 * @property {{ title: string, scale: Scale, measures: string[] }} curve - what the live chart draws
 * @property {string} expects - head of the column with the right answer
 * @property {(settings: Record<string, string | number>) => number} [trained] - how many numbers; all where it is missing
 * @property {{ label: string, hint: string }} [own] - the reader's own training text
 * @property {{ label: string, example: string }} ask - a question to the trained model
 * @property {{ title: string, across: string, lines: { label: string, measure: string, settings: Record<string, string | number> }[] }} picture
 *   what the recorded chart draws: a measure for each value of the knob `across`
 */

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

/** How many numbers each method trains. @type {Record<string, number>} */
const TRAINED = {
  full: 75312,
  "lora-1": 576,
  "lora-4": 2304,
  "lora-16": 9216,
  adapters: 3104,
  prompt: 384,
  head: 98,
  all: 75410,
  scratch: 75410,
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
        hint: "How far each training step moves the numbers.",
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
    own: {
      label: "Add your own examples",
      hint: "One per line: a question, then => and the answer. what does the yak eat ? => the yak eats moss .",
    },
    ask: ASK_QUESTION,
    picture: {
      title: "Held-out questions answered exactly, by number of examples",
      across: "examples",
      lines: [
        { label: "reply only", measure: "exact", settings: { loss: "reply", rate: "usual" } },
        { label: "prompt and reply", measure: "exact", settings: { loss: "all", rate: "usual" } },
        {
          label: "steps 30 times as large",
          measure: "exact",
          settings: { loss: "reply", rate: "times-30" },
        },
      ],
    },
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
    picture: {
      title: "Perplexity by number of clinical documents (lower is better)",
      across: "documents",
      lines: [
        { label: "new clinical text", measure: "field", settings: { field: "clinical" } },
        { label: "general text", measure: "general", settings: { field: "clinical" } },
        { label: "training documents", measure: "seen", settings: { field: "clinical" } },
      ],
    },
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
      test: { label: "New reviews judged correctly", scale: "share" },
      training: { label: "Training reviews judged correctly", scale: "share" },
    },
    curve: { title: "Reviews judged correctly", scale: "share", measures: ["test", "training"] },
    expects: "Right label",
    trained: ({ trained }) => TRAINED[trained],
    ask: ASK_QUESTION,
    picture: {
      title: "New reviews judged correctly, by number of labels",
      across: "labels",
      lines: [
        { label: "everything, pre-trained", measure: "test", settings: { trained: "all" } },
        { label: "output layer only", measure: "test", settings: { trained: "head" } },
        { label: "everything, from scratch", measure: "test", settings: { trained: "scratch" } },
      ],
    },
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
    picture: {
      title: "Facts recalled, by share of old text replayed",
      across: "replay",
      lines: [
        { label: "new facts", measure: "newFacts", settings: {} },
        { label: "old facts", measure: "oldFacts", settings: {} },
        { label: "opposites", measure: "opposites", settings: {} },
      ],
    },
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
        hint: "How many pairs of answers the raters compare.",
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
    ask: ASK_QUESTION,
    picture: {
      title: "RLHF with 60 comparisons: the score it chases, and quality, by pull back",
      across: "beta",
      lines: [
        {
          label: "reward model's score",
          measure: "reward",
          settings: { method: "rlhf", comparisons: 60 },
        },
        { label: "quality", measure: "quality", settings: { method: "rlhf", comparisons: 60 } },
      ],
    },
  },
  peft: {
    knobs: [
      {
        name: "method",
        label: "What is trained",
        hint: "All numbers of the model, or a small part beside a frozen model.",
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
    picture: {
      title: "Held-out questions answered exactly, by what is trained",
      across: "method",
      lines: [{ label: "", measure: "exact", settings: {} }],
    },
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
