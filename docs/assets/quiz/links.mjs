/** Links to pages of this guide, right wherever they are shown. */

import { ROOT } from "./index.mjs"
import { make } from "./make.mjs"

/**
 * @param {string} path - from the site's root
 * @param {string} text
 */
export const linkTo = (path, text) => make("a", { href: new URL(path, ROOT).href }, text)
