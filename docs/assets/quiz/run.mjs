/** Defines what asks the items of a quiz one at a time. */

import { QuizRun } from "./quiz-run.mjs"

customElements.get("quiz-run") ?? customElements.define("quiz-run", QuizRun)
