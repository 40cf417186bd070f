/** What the page of progress loads. */

import "../progress/main.mjs"
