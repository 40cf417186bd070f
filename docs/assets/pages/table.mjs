/** What a page with a sortable table loads besides. */

import "../site/sortable-table.mjs"
