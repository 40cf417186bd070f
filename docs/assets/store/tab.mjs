/** What lasts as long as the tab: drafts, and the run of a quiz that is under way. Survives a reload and Back. */

import { SITE } from "./site.mjs"

/** @param {string} name @returns {string} "" if there is nothing */
export const get = (name) => sessionStorage.getItem(`quiz ${SITE} ${name}`) ?? ""

/** @param {string} name @param {string} text - "" for nothing */
export function put(name, text) {
  try {
    if (text) sessionStorage.setItem(`quiz ${SITE} ${name}`, text)
    else sessionStorage.removeItem(`quiz ${SITE} ${name}`)
  } catch (error) {
    // Full: then it lasts only as long as the page.
    if (!(error instanceof DOMException)) throw error
  }
}
