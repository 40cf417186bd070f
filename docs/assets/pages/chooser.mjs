/** What the page with the method chooser loads besides. */

import "../tools/chooser/main.mjs"
