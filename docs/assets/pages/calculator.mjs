/** What a page with a calculator loads besides. */

import "../tools/calculator/main.mjs"
