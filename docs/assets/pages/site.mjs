/** What every page loads: the search box, and the guide without a network. */

import "../search/opener.mjs"
import "../site/offline.mjs"
