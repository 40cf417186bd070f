/** Attempts for the tests: sound unless told otherwise. */

export const attempt = (changes = {}) => ({
  id: "0a1b",
  item: "peft-lora",
  revision: "1a2b3c4d",
  response: ["a"],
  outcome: "correct",
  confidence: null,
  at: Date.UTC(2026, 10, 20, 12),
  ...changes,
})

export const DAY = 86_400_000
