/** Defines the element of the flashcards. */

import { QuizCards } from "./quiz-cards.mjs"

if (!customElements.get("quiz-cards")) customElements.define("quiz-cards", QuizCards)
