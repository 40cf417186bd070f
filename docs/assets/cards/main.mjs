/** Defines the element of the flashcards; what it asks checks itself. */

import "../quiz/main.mjs"
import { QuizCards } from "./quiz-cards.mjs"

if (!customElements.get("quiz-cards")) customElements.define("quiz-cards", QuizCards)
