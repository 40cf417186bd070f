/** Weights as 16-bit floats (IEEE 754 binary16), half the size of float32. */

const single = new Float32Array(1)
const bits = new Uint32Array(single.buffer)

/** To the nearest 16-bit float, halves to even. @param {number} x */
export function toHalf(x) {
  single[0] = x
  const sign = (bits[0] >>> 16) & 0x8000
  const exponent = ((bits[0] >>> 23) & 255) - 112
  const fraction = bits[0] & 0x7fffff
  if (exponent >= 31) return sign | 0x7c00
  if (exponent < -10) return sign
  const wide = exponent > 0 ? (exponent << 23) | fraction : (fraction | 0x800000) >> (1 - exponent)
  return sign | ((wide + 0xfff + ((wide >> 13) & 1)) >> 13)
}

/** @param {number} half - 16 bits */
export function fromHalf(half) {
  const exponent = (half >> 10) & 31
  const fraction = half & 1023
  if (exponent === 0) return (half & 0x8000 ? -1 : 1) * fraction * SMALLEST
  bits[0] = ((half & 0x8000) << 16) | ((exponent + 112) << 23) | (fraction << 13)
  return single[0]
}

/** 2 to the power of -24. */
const SMALLEST = 5.960464477539063e-8

/** @param {import("./tape.mjs").Tape} tape @param {readonly import("./tape.mjs").Parameter[]} parameters */
export const toHalves = (tape, parameters) =>
  Uint16Array.from(
    parameters.flatMap(({ at, size }) => [...tape.floats.subarray(at, at + size)]),
    toHalf,
  )

/** @param {import("./tape.mjs").Tape} tape @param {readonly import("./tape.mjs").Parameter[]} parameters @param {Uint16Array} halves */
export function setHalves(tape, parameters, halves) {
  let place = 0
  for (const { at, size } of parameters)
    for (let i = 0; i < size; i++) tape.floats[at + i] = fromHalf(halves[place++])
}
