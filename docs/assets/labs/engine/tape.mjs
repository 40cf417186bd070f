/**
 * The tape of reverse-mode differentiation: each operation appends how its result sends gradients back
 * to what it was made from; `backward` plays the tape from its end (Linnainmaa 1970; Baydin et al. 2018).
 *
 * All numbers live in one memory. Parameters fill it from the bottom and stay. Results and gradients of one
 * step fill it from the top and are gone at `reset`. A tensor is a place in that memory, not a copy.
 */

/**
 * A matrix of float32: `rows` × `columns` numbers, row by row, from number `at` of the memory on.
 *
 * @typedef {object} Tensor
 * @property {number} at
 * @property {number} rows
 * @property {number} columns
 * @property {number} size - rows × columns
 * @property {boolean} needsGradient
 * @property {number} gradientAt - where its gradient is, once `hasGradient`
 * @property {boolean} hasGradient
 *
 * What training can change; `first` and `second` are where Adam keeps its running averages.
 * @typedef {Tensor & { name: string, isParameter: true, first: number, second: number }} Parameter
 */

const KERNEL_STACK = 65536 / 4

export class Tape {
  /** False while a model is only used: nothing is recorded then. */
  isRecording = true
  /** @type {(() => void)[]} */
  #acts = []
  #bottom = KERNEL_STACK
  #top = 0

  /** @param {import("../kernels/load.mjs").Machine} machine */
  constructor(machine) {
    this.floats = machine.floats
    this.ints = machine.ints
    this.loops = machine.loops
    this.#top = machine.floats.length
  }

  /** Room for `size` numbers that stay. @param {number} size */
  keep(size) {
    const at = this.#bottom
    this.#bottom += roundUp(size)
    if (this.#bottom > this.#top) throw new RangeError("The memory of the lab is full.")
    return at
  }

  /** Room for `size` numbers of this step. @param {number} size */
  lend(size) {
    this.#top -= roundUp(size)
    if (this.#bottom > this.#top) throw new RangeError("The memory of the lab is full.")
    return this.#top
  }

  /** @param {ArrayLike<number>} numbers */
  lendInts(numbers) {
    const at = this.lend(numbers.length)
    this.ints.set(numbers, at)
    return at
  }

  /** @param {ArrayLike<number>} numbers */
  lendFloats(numbers) {
    const at = this.lend(numbers.length)
    this.floats.set(numbers, at)
    return at
  }

  /** Takes back what was lent after the mark, or everything. */
  reset(mark = this.floats.length) {
    this.#top = mark
    this.#acts.length = 0
  }

  get mark() {
    return this.#top
  }

  /**
   * @param {string} name
   * @param {number} rows
   * @param {number} columns
   * @param {(place: number) => number} start - the first value of each number
   * @returns {Parameter}
   */
  parameter(name, rows, columns, start) {
    const at = this.keep(rows * columns)
    for (let i = 0; i < rows * columns; i++) this.floats[at + i] = start(i)
    const tensor = {
      at,
      rows,
      columns,
      size: rows * columns,
      needsGradient: false,
      gradientAt: 0,
      hasGradient: false,
    }
    return { ...tensor, name, isParameter: true, first: 0, second: 0 }
  }

  /** @param {number} rows @param {number} columns @param {boolean} needsGradient @returns {Tensor} */
  tensor(rows, columns, needsGradient) {
    const at = this.lend(rows * columns)
    return {
      at,
      rows,
      columns,
      size: rows * columns,
      needsGradient: needsGradient && this.isRecording,
      gradientAt: 0,
      hasGradient: false,
    }
  }

  /** Where the gradient of a tensor is, in bytes; zeros at first. @param {Tensor} tensor */
  gradientOf(tensor) {
    if (!tensor.hasGradient) {
      if (!("isParameter" in tensor)) tensor.gradientAt = this.lend(tensor.size)
      this.loops.fill(tensor.gradientAt * 4, 0, tensor.size)
      tensor.hasGradient = true
    }
    return tensor.gradientAt * 4
  }

  /** @param {Tensor} result @param {() => void} back - sends the result's gradient to its sources */
  record(result, back) {
    if (result.needsGradient) this.#acts.push(back)
  }

  backward() {
    for (const back of this.#acts.reverse()) back()
    this.#acts.length = 0
  }

  /** Runs `use` without recording. @template T @param {() => T} use @returns {T} */
  withoutRecording(use) {
    const before = this.isRecording
    this.isRecording = false
    try {
      return use()
    } finally {
      this.isRecording = before
    }
  }
}

/** To whole groups of four, as the loops work. @param {number} size */
const roundUp = (size) => (size + 3) & ~3
