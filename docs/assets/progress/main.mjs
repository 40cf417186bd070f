/** Defines the elements that speak of progress over all quizzes, and shows it beside links to them. */

import { keepMarks } from "./marks.mjs"
import { QuizProgress } from "./progress-page.mjs"

if (!customElements.get("quiz-progress")) customElements.define("quiz-progress", QuizProgress)
keepMarks()
