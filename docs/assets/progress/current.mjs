/** What is kept and what there is to answer, read once for all elements that ask in one breath. */

import * as everything from "../store/everything.mjs"
import { fetchIndex } from "../ui/site.mjs"

/** @type {Promise<[Contents & { warning: string }, Index | null]> | undefined} */
let reading

export function current() {
  if (!reading) {
    reading = Promise.all([everything.read(), fetchIndex()])
    queueMicrotask(() => (reading = undefined))
  }
  return reading
}
