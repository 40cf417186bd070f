/** `<quiz-cards>`: open questions and terms of the glossary as flashcards, covered first. */

import { drawSession } from "../core/session-draw.mjs"
import { openSessions } from "../review/page.mjs"

/** @type {Practice} */
const CARDS = {
  noun: "card",
  asks: "Which cards",
  choices: [
    ["both", "Both", "Open questions and terms in turn."],
    ["open", "Open questions", "What you would say if somebody asked you."],
    ["terms", "Terms", "Words of the glossary and what they mean."],
  ],
  itemsOf: ({ quizzes, terms }) => [
    ...quizzes.flatMap(({ items }) => items.filter(({ interaction }) => interaction === "recall"))
      .map((item) => ({ ...item, topic: "open" })),
    ...terms.map((term) => ({ ...term, topic: "terms" })),
  ],
  draw: (items, histories, plan) =>
    drawSession(items.filter(({ topic }) => [topic, "both"].includes(plan.choice)), histories, { ...plan, choice: "due" }),
}

export class QuizCards extends HTMLElement {
  connectedCallback() {
    void openSessions(this, CARDS)
  }
}
