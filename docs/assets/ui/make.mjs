/** Finds and makes elements; text stays text. */

/** @type {Find} */
export const find = (within, selector) => within.querySelector(selector)

/** @type {Make} */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
