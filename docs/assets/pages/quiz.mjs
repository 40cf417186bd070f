/** What a page with questions loads, prose or quiz. */

import "../quiz/main.mjs"
import "./lesson.mjs"
