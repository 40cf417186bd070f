/** Remembers light or dark, where the first script of a page reads it before the first paint. */

import { SITE } from "./site.mjs"

const KEY = `${SITE}.scheme`

/** @returns {"dark" | "light" | null} null while the reader has chosen neither */
export function chosenScheme() {
  const scheme = localStorage.getItem(KEY)
  return scheme === "dark" || scheme === "light" ? scheme : null
}

/** @param {"dark" | "light"} scheme */
export const chooseScheme = (scheme) => localStorage.setItem(KEY, scheme)
