/** What the page with the LoRA picture loads besides. */

import "../tools/rank/main.mjs"
