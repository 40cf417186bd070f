/** Two bars: how many of a model's parameters are trained, and whether its training fits one GPU. */

import { make } from "../../ui/make.mjs"
import { draw } from "../../ui/picture.mjs"

/** Memory of one GPU in GB, as they are sold. */
const GPUS = [24, 48, 80]
const STEPS = /** @type {const} */ ([
  [3, "thousand"],
  [6, "million"],
  [9, "billion"],
])
const HEIGHT = 58

/** @param {number} part */
const percent = (part) => `${Math.min(100, 100 * part).toFixed(2)}%`

/** @param {string} name @param {string} words @param {...Node} shapes */
const bar = (name, words, ...shapes) =>
  make(
    "figure",
    { className: "amount" },
    make("figcaption", {}, make("strong", {}, name), ` ${words}`),
    draw("svg", { width: "100%", height: HEIGHT, "aria-hidden": "true" }, ...shapes),
  )

/** @param {number} at @param {string} text */
const mark = (at, text) => [
  draw("line", { x1: percent(at), x2: percent(at), y1: 0, y2: 36, class: "amount__mark" }),
  draw("text", { x: percent(at), y: 53, "text-anchor": at > 0.9 ? "end" : "middle" }, text),
]

/** Every step to the right is ten times more. @param {bigint} trained @param {bigint} parameters @param {string} words */
export function trainedBar(trained, parameters, words) {
  const most = Math.log10(Number(parameters))
  const part = Math.max(0.01, Math.log10(Number(trained)) / most)
  return bar(
    "Trainable parameters.",
    words,
    draw("rect", { width: "100%", height: 30, class: "amount__frozen" }),
    draw("rect", { width: percent(part), height: 30, class: "amount__trained" }),
    ...STEPS.filter(([power]) => power < most).flatMap(([power, name]) => mark(power / most, name)),
  )
}

/** @param {number} needed - GB @param {number} frozen - GB of them @param {string} words */
export function memoryBar(needed, frozen, words) {
  const most = Math.max(needed, 88)
  return bar(
    "Memory.",
    words,
    draw("rect", { width: "100%", height: 30, class: "amount__empty" }),
    draw("rect", { width: percent(needed / most), height: 30, class: "amount__trained" }),
    draw("rect", { width: percent(frozen / most), height: 30, class: "amount__frozen" }),
    ...(needed > 500 ? GPUS.slice(2) : GPUS).flatMap((gpu) => mark(gpu / most, `${gpu} GB`)),
  )
}

/** @param {number} needed - GB */
export function fits(needed) {
  const gpu = GPUS.find((size) => needed <= size)
  return gpu
    ? `fits on one ${gpu} GB GPU, if there is room for activations too`
    : `needs at least ${Math.ceil(needed / 80)} GPUs with 80 GB each`
}
