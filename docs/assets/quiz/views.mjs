/** How each interaction looks and is read. */

import * as choice from "./choice.mjs"
import * as match from "./match.mjs"
import * as number from "./number.mjs"
import * as order from "./order.mjs"
import * as recall from "./recall.mjs"

/** @type {Record<string, View>} */
export const VIEWS = { choice, order, match, number, recall }
