/** Defines the elements that speak of progress over all quizzes, and shows it beside links to them. */

import { keepMarks } from "./marks.mjs"
import { QuizOverview } from "./overview.mjs"
import { QuizProgress } from "./progress-page.mjs"

if (!customElements.get("quiz-overview")) customElements.define("quiz-overview", QuizOverview)
if (!customElements.get("quiz-progress")) customElements.define("quiz-progress", QuizProgress)
keepMarks()
