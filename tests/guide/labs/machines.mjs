/** The machines and files that the tests of the labs work with. */

import { readFileSync } from "node:fs"
import { fastMachine, plainMachine } from "../../../docs/assets/labs/kernels/load.mjs"

const LABS = new URL("../../../docs/assets/labs/", import.meta.url)

/** @param {string} path - below docs/assets/labs */
export const readLabFile = (path) => readFileSync(new URL(path, LABS))

export const openFast = () => fastMachine(readLabFile("kernels/kernels.wasm"))
export const openPlain = () => plainMachine()

/** @param {string} name */
export function readWeights(name) {
  const bytes = readLabFile(name)
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

/**
 * Everything that an experiment yields, and what it returns.
 *
 * @param {Generator<any, any>} experiment
 */
export function runToEnd(experiment) {
  const points = []
  let step = experiment.next()
  for (; !step.done; step = experiment.next()) points.push(step.value)
  return { points, ...step.value }
}
