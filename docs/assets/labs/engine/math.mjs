/** exp, log and random numbers of our own: Math.exp and Math.log may differ between browsers in the last digit. */

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const LOG2_E = 1.4426950408889634

/** POWERS[1100 + k] is 2 to the power of k, exactly. */
const POWERS = new Float64Array(2200)
POWERS[1100] = 1
for (let k = 1; k < 1024; k++) {
  POWERS[1100 + k] = POWERS[1099 + k] * 2
  POWERS[1100 - k] = POWERS[1101 - k] / 2
}

/** Relative error below 2e-11. @param {number} x */
export function exp(x) {
  if (x < -80) return 0
  const k = Math.floor(Math.min(x, 700) * LOG2_E + 0.5)
  const r = Math.min(x, 700) - k * LN2_HIGH - k * LN2_LOW
  let sum = 1 / 40320 + r / 362880
  for (const factorial of [5040, 720, 120, 24, 6, 2, 1, 1]) sum = 1 / factorial + r * sum
  return POWERS[1100 + k] * sum
}

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)

/** x = 2^e m; ln m by the series of atanh. @param {number} x */
export function log(x) {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  double[0] = x
  let e = ((halves[1] >>> 20) & 2047) - 1023
  halves[1] = (halves[1] & 0xfffff) | 0x3ff00000
  let m = double[0]
  if (m > Math.SQRT2) {
    m /= 2
    e++
  }
  const s = (m - 1) / (m + 1)
  const square = s * s
  let series = 0
  for (let i = 19; i >= 1; i -= 2) series = series * square + 1 / i
  return e * LN2_HIGH + (e * LN2_LOW + 2 * s * series)
}

/** @param {number} x */
export const sigmoid = (x) => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)))

/** @param {ArrayLike<number>} numbers */
export function mean(numbers) {
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]
  return sum / numbers.length
}

/** Standard deviation of a sample. @param {readonly number[]} numbers */
export function spread(numbers) {
  const middle = mean(numbers)
  return Math.sqrt(
    numbers.reduce((sum, x) => sum + (x - middle) * (x - middle), 0) /
      Math.max(1, numbers.length - 1),
  )
}

/**
 * Random numbers that a seed decides: sfc32 (Chris Doty-Humphrey, PractRand).
 *
 * @param {number} seed
 */
export function random(seed) {
  let [a, b, c, counter] = [0x9e3779b9 | 0, 0x243f6a88 | 0, seed | 0, 1]
  const bits = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 15; i++) bits()
  /** From 0 up to 1, without 1. */
  const share = () => bits() / 4294967296
  /** A whole number below n. @param {number} n */
  const below = (n) => Math.floor(share() * n)
  return {
    share,
    below,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[below(list.length)],
    /** Nearly normal, mean 0 and spread 1: the sum of twelve uniform numbers (Irwin and Hall 1927). */
    normal() {
      let sum = -6
      for (let i = 0; i < 12; i++) sum += share()
      return sum
    },
    /** A copy in random order (Fisher and Yates). @template T @param {readonly T[]} list @returns {T[]} */
    shuffle(list) {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1)
        ;[copy[i], copy[j]] = [copy[j], copy[i]]
      }
      return copy
    },
  }
}

/** @typedef {ReturnType<typeof random>} Random */
