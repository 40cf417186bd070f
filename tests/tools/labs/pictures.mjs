/**
 * What the recorded chart of each lab draws: a measure for each value of the knob `across`.
 *
 * @typedef {{ title: string, across: string, lines: { label: string, measure: string, settings: Record<string, string | number> }[] }} Picture
 */

/** @type {Record<string, Picture>} */
export const PICTURES = {
  "instruction-tuning": {
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
  "domain-adaptation": {
    title: "Perplexity by number of clinical documents (lower is better)",
    across: "documents",
    lines: [
      { label: "new clinical text", measure: "field", settings: { field: "clinical" } },
      { label: "general text", measure: "general", settings: { field: "clinical" } },
      { label: "training documents", measure: "seen", settings: { field: "clinical" } },
    ],
  },
  "transfer-learning": {
    title: "New reviews judged correctly, by number of labels",
    across: "labels",
    lines: [
      { label: "everything, pre-trained", measure: "test", settings: { trained: "all" } },
      { label: "output layer only", measure: "test", settings: { trained: "head" } },
      { label: "everything, from scratch", measure: "test", settings: { trained: "scratch" } },
    ],
  },
  "continued-pre-training": {
    title: "Facts recalled, by share of old text replayed",
    across: "replay",
    lines: [
      { label: "new facts", measure: "newFacts", settings: {} },
      { label: "old facts", measure: "oldFacts", settings: {} },
      { label: "opposites", measure: "opposites", settings: {} },
    ],
  },
  rlhf: {
    title: "RLHF with 60 comparisons: the score it tries to raise, and quality, by pull back",
    across: "beta",
    lines: [
      { label: "quality", measure: "quality", settings: { method: "rlhf", comparisons: 60 } },
      {
        label: "reward model's score",
        measure: "reward",
        settings: { method: "rlhf", comparisons: 60 },
      },
    ],
  },
  peft: {
    title: "Held-out questions answered exactly, by what is trained",
    across: "method",
    lines: [{ label: "", measure: "exact", settings: {} }],
  },
}
