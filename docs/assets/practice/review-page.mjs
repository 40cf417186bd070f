/** Defines the elements that ask in sessions; what they ask checks itself. */

import "../quiz/main.mjs"
import "./main.mjs"
import { QuizCards } from "./quiz-cards.mjs"
import { QuizReview } from "./quiz-review.mjs"

customElements.get("quiz-review") ?? customElements.define("quiz-review", QuizReview)
customElements.get("quiz-cards") ?? customElements.define("quiz-cards", QuizCards)
