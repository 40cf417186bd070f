/** `<quiz-review>`: sessions of what is due, what was missed, or a mix of what is easily confused. */

import { drawSession } from "../core/session-draw.mjs"
import { openSessions } from "./page.mjs"

/** @type {Practice} */
const REVIEW = {
  noun: "question",
  asks: "What to ask",
  choices: [
    ["due", "What is due", "First what you were sure of and got wrong; where there is room, new questions."],
    ["missed", "What I missed", "Questions that you got wrong the last time, due or not."],
    ["mix", "A mix", "Topics that are easily confused take turns, seen or not."],
  ],
  itemsOf: ({ quizzes, confusable }) => quizzes.flatMap(({ slug, items }) =>
    items.map((item) => ({ ...item, topic: slug, isConfusable: confusable.flat().includes(slug) }))),
  draw: (items, histories, plan) => drawSession(items, histories, /** @type {SessionPlan} */ (plan)),
}

export class QuizReview extends HTMLElement {
  connectedCallback() {
    void openSessions(this, REVIEW)
  }
}
