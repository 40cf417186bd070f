/** Defines the element of the mock exam, among the marks of progress. */

import "./main.mjs"
import { QuizExam } from "./quiz-exam.mjs"

if (!customElements.get("quiz-exam")) customElements.define("quiz-exam", QuizExam)
