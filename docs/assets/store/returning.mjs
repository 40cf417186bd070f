/**
 * Remembers that there is progress, where the first script of a page can read it before the first paint,
 * so that the home page of somebody who returns does not jump.
 */

import { SITE } from "./site.mjs"

const KEY = `${SITE}.returning`

/** @param {boolean} isReturning */
export function rememberReturning(isReturning) {
  document.documentElement.toggleAttribute("data-returning", isReturning)
  if (isReturning) localStorage.setItem(KEY, "1")
  else localStorage.removeItem(KEY)
}
