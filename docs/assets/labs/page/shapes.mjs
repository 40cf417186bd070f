/** Turns the trees of chart.mjs into SVG elements, and draws how much of the model is trained. */

const NAMESPACE = "http://www.w3.org/2000/svg"
const CELLS = { across: 20, down: 5, step: 13, size: 11 }

/** @param {import("./chart.mjs").Shape | string} shape @returns {Node} */
export function toElement(shape) {
  if (typeof shape === "string") return document.createTextNode(shape)
  const [tag, attributes, ...children] = shape
  const element = document.createElementNS(NAMESPACE, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`)
  element.append(...children.map(toElement))
  return element
}

/**
 * A hundred cells; the trained share is filled from the first on, a part of a cell for less than 1 in 100.
 *
 * @param {number} trained @param {number} all
 * @returns {import("./chart.mjs").Shape}
 */
export function trainedCells(trained, all) {
  const { across, down, step, size } = CELLS
  const filled = (trained / all) * across * down
  const words = `${trained.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} numbers are trained`
  const cells = Array.from({ length: across * down }, (_, i) => {
    const [x, y] = [(i % across) * step + 1, Math.floor(i / across) * step + 1]
    const part = Math.min(1, Math.max(0, filled - i))
    /** @type {import("./chart.mjs").Shape[]} */
    const cell = [["rect", { class: "lab-cell", x, y, width: size, height: size, rx: 2 }]]
    if (part > 0)
      cell.push([
        "rect",
        {
          class: "lab-cell lab-cell--trained",
          x,
          y,
          width: Math.max(1.5, Math.round(part * size * 10) / 10),
          height: size,
          rx: part === 1 ? 2 : 0,
        },
      ])
    return cell
  })
  return [
    "svg",
    {
      viewBox: `0 0 ${across * step} ${down * step}`,
      role: "img",
      "aria-label": words,
      class: "lab-cells",
    },
    ...cells.flat(),
  ]
}
