/** What the page with the button that keeps the whole guide loads besides. */

import "../site/offline-reading.mjs"
