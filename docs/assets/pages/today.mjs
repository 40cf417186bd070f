/** What home and the practice hub load. */

import "../today/main.mjs"
