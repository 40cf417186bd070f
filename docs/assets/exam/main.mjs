/** Defines the element of the mock exam. */

import { QuizExam } from "./mock-exam.mjs"

if (!customElements.get("quiz-exam")) customElements.define("quiz-exam", QuizExam)
