/** Links to pages of this guide, right wherever they are shown. */

import { make } from "../quiz/make.mjs"
import { ROOT } from "./index.mjs"

/**
 * @param {string} path - from the site's root
 * @param {string} text
 */
export const linkTo = (path, text) => make("a", { href: new URL(path, ROOT).href }, text)
