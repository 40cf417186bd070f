/** Defines the elements of a quiz. */

import { QuizCheck } from "./quiz-check.mjs"
import { QuizRun } from "./quiz-run.mjs"

// The run first: it says since when an answer counts.
customElements.get("quiz-run") ?? customElements.define("quiz-run", QuizRun)
customElements.get("quiz-check") ?? customElements.define("quiz-check", QuizCheck)
