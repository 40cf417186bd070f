/** What the page with the picture of early stopping loads besides. */

import "../tools/stopping/main.mjs"
