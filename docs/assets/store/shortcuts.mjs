/** Remembers that the learner has turned single keys off, where a key can be answered at once. */

import { SITE } from "./site.mjs"

const KEY = `${SITE}.shortcuts-off`

export const shortcutsAreOn = () => localStorage.getItem(KEY) === null

/** @param {boolean} areOn */
export function rememberShortcuts(areOn) {
  if (areOn) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, "1")
}
