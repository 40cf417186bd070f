/** Turns the trees of chart.mjs into SVG elements, and draws how much of the model is trained. */

const NAMESPACE = "http://www.w3.org/2000/svg"
const CELLS = { across: 20, down: 5, step: 13, size: 11, gap: 9 }

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
 * A hundred cells are the base model's parameters; what is added to them is drawn below at the same scale. Trained is warm.
 *
 * @param {import("../study/catalog.mjs").Trained} trained @param {number} all - parameters of the base model
 * @returns {import("./chart.mjs").Shape}
 */
export function trainedCells({ isBaseTrained, added }, all) {
  const { across, down, step, gap } = CELLS
  const base = Array.from({ length: across * down }, (_, i) => cell(i, 0, 1, isBaseTrained))
  const share = (added / all) * across * down
  const parts = Array.from({ length: Math.ceil(share) }, (_, i) =>
    cell(i, down * step + gap, Math.min(1, share - i), true),
  )
  return [
    "svg",
    {
      viewBox: `0 0 ${across * step} ${down * step + (added ? gap + step : 0)}`,
      role: "img",
      "aria-label": trainedWords({ isBaseTrained, added }, all),
      class: "lab-cells",
    },
    ...base,
    ...parts,
  ]
}

/** @param {number} i @param {number} top @param {number} part - how much of it is there @param {boolean} isTrained @returns {import("./chart.mjs").Shape} */
function cell(i, top, part, isTrained) {
  const { across, step, size } = CELLS
  return [
    "rect",
    {
      class: isTrained ? "lab-cell lab-cell--trained" : "lab-cell",
      x: (i % across) * step + 1,
      y: top + Math.floor(i / across) * step + 1,
      width: Math.max(1.5, Math.round(part * size * 10) / 10),
      height: size,
      rx: part === 1 ? 2 : 0,
    },
  ]
}

/** @param {import("../study/catalog.mjs").Trained} trained @param {number} all */
export function trainedWords({ isBaseTrained, added }, all) {
  const [more, base] = [added, all].map((count) => count.toLocaleString("en-US"))
  if (!isBaseTrained)
    return `Trained: ${more} added parameters, ${((added / all) * 100).toFixed(1)}% as many as the model has. Its own ${base} are frozen.`
  return `Trained: all ${base} parameters of the model${added ? `, and ${more} added ones` : ""}.`
}
