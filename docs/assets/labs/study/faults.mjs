/** Says in a sentence why a run could not go on. */

/** The machine throws a RangeError where there is too little memory. @param {unknown} error */
export function faultOf(error) {
  if (error instanceof RangeError) return "The browser has not enough free memory for the lab."
  return `The lab has failed: ${error instanceof Error ? error.message : error}.`
}
