/** What the flashcards load. */

import "../cards/main.mjs"
