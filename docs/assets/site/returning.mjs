/** Whoever has answered returns: from the next page on, home shows today before its first paint. */

import { rememberReturning } from "../store/returning.mjs"

document.addEventListener("quiz-attempt", () => rememberReturning(true))
