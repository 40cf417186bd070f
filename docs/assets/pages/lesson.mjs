/** What a page of prose loads. */

import "../site/definitions.mjs"
import "../today/lesson.mjs"
