/** Defines what grades an item. */

import { QuizCheck } from "./quiz-check.mjs"

customElements.get("quiz-check") ?? customElements.define("quiz-check", QuizCheck)
