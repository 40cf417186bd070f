/** What review loads. */

import "../review/main.mjs"
import { keepMarks } from "../progress/marks.mjs"

keepMarks()
