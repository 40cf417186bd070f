/** Pictures out of SVG elements, with a name and a description; text stays text. */

import { make } from "./make.mjs"

const NAMESPACE = "http://www.w3.org/2000/svg"

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 */
export function draw(tag, attributes, ...children) {
  const element = document.createElementNS(NAMESPACE, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...children)
  return element
}

/**
 * @param {string} id - on its page
 * @param {string} name
 * @param {string} description
 * @param {Record<string, string | number>} size
 * @param {Node[]} shapes
 */
export const picture = (id, name, description, size, ...shapes) =>
  draw(
    "svg",
    {
      ...size,
      class: `picture ${id}`,
      role: "img",
      "aria-labelledby": `${id}-name ${id}-description`,
    },
    draw("title", { id: `${id}-name` }, name),
    draw("desc", { id: `${id}-description` }, description),
    ...shapes,
  )

/** The same for those who would rather read it. @param {HTMLTableElement} table */
export const asTable = (table) =>
  make("details", {}, make("summary", {}, `${table.caption?.textContent}, as a table`), table)
