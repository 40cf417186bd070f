/** What a page of prose with questions loads. */

import "../quiz/main.mjs"
import "./lesson.mjs"
