/** What the mock exam loads. */

import "../exam/main.mjs"
import { keepMarks } from "../progress/marks.mjs"

keepMarks()
