/** The files and the machine that the scripts of this folder work with. Run by Node, never by a page. */

import { readFileSync, realpathSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { fastMachine } from "../../../docs/assets/labs/kernels/load.mjs"

const LABS = new URL("../../../docs/assets/labs/", import.meta.url)

/** @param {string} path - below docs/assets/labs */
const place = (path) => new URL(path, LABS)

/** @param {string} path */
export const readFile = (path) => readFileSync(place(path))

/** @param {string} path @param {string | Uint16Array} content */
export const writeFile = (path, content) => writeFileSync(place(path), content)

/** @param {string} path */
export function readHalves(path) {
  const bytes = readFile(path)
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

export const openMachine = () => fastMachine(readFile("kernels/kernels.wasm"))

/** True for the script that Node was started with, not for one that is imported. @param {string} url */
export const isStarted = (url) => realpathSync(process.argv[1]) === fileURLToPath(url)
