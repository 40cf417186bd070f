/** Remembers that the guide's families have been loaded, where the first script of a page reads it. */

import { SITE } from "./site.mjs"

const KEY = `${SITE}.fonts`

export const fontsAreHere = () => localStorage.getItem(KEY) !== null
export const rememberFonts = () => localStorage.setItem(KEY, "1")
