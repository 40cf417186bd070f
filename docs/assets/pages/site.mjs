/** What every page loads: menu, search, light or dark, and the guide without a network. */

import "../site/menu.mjs"
import "../search/opener.mjs"
import "../site/scheme.mjs"
import "../site/folded.mjs"
import "../site/contents.mjs"
import "../site/to-top.mjs"
import "../site/copy.mjs"
import "../site/wide-tables.mjs"
import "../site/fonts.mjs"
import "../site/returning.mjs"
import "../site/offline.mjs"
