/** Defines the element that asks in sessions; what it asks checks itself. */

import "../quiz/main.mjs"
import { QuizReview } from "./quiz-review.mjs"

if (!customElements.get("quiz-review")) customElements.define("quiz-review", QuizReview)
