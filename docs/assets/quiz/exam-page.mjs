/** Defines the element of the mock exam. */

import { QuizExam } from "./quiz-exam.mjs"

if (!customElements.get("quiz-exam")) customElements.define("quiz-exam", QuizExam)
