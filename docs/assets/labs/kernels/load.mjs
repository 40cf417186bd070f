/** Makes the memory of a lab and the loops that work in it: WebAssembly where it is allowed, else JavaScript. */

/**
 * Every loop of kernels.c. Offsets are in bytes.
 *
 * @typedef {Record<LoopName, (...numbers: number[]) => any>} Loops
 * @typedef {"multiply" | "transpose" | "fill" | "add_scaled" | "sum_scaled" | "add_row" | "sum_rows" | "relu" | "relu_back"
 *   | "gather" | "scatter" | "norm" | "norm_back" | "attend" | "attend_next" | "attend_back" | "cross_entropy"
 *   | "sum_of_squares" | "adam"} LoopName
 *
 * @typedef {object} Machine
 * @property {Float32Array} floats - all of the memory
 * @property {Int32Array} ints - the same memory
 * @property {Loops} loops
 * @property {boolean} isFast - false where the loops are JavaScript
 */

const PAGE = 65536
/** Enough for the largest lab: the weights twice, their gradients, and the numbers of one step. */
const PAGES = 40 * 16

/**
 * @param {BufferSource} code - kernels.wasm
 * @returns {Promise<Machine>}
 */
export async function fastMachine(code) {
  const memory = new WebAssembly.Memory({ initial: PAGES })
  const { instance } = await WebAssembly.instantiate(code, { env: { memory } })
  const loops = /** @type {any} */ (instance.exports)
  return {
    floats: new Float32Array(memory.buffer),
    ints: new Int32Array(memory.buffer),
    loops,
    isFast: true,
  }
}

/** @returns {Promise<Machine>} */
export async function plainMachine() {
  const { plainLoops } = await import("./plain.mjs")
  const buffer = new ArrayBuffer(PAGES * PAGE)
  return {
    floats: new Float32Array(buffer),
    ints: new Int32Array(buffer),
    loops: plainLoops(buffer),
    isFast: false,
  }
}
