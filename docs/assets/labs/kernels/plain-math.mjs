/** exp and log of kernels.c in JavaScript, with the same digits: `f` rounds to float32 after each operation. */

const f = Math.fround
const LN2 = f(0.693147181)
const ONE_AND_A_HALF_TIMES_2_TO_52 = 6755399441055744 // adding it rounds to a whole number, halves to even
const bits = new Float32Array(1)
const whole = new Int32Array(bits.buffer)

/** @param {number} x */
export function exp(x) {
  if (x > 88) x = 88
  if (x < -87) x = -87
  const k = f(f(x * f(1.44269504)) + ONE_AND_A_HALF_TIMES_2_TO_52 - ONE_AND_A_HALF_TIMES_2_TO_52)
  let r = f(x - f(k * f(0.693359375)))
  r = f(r + f(k * f(2.1219444e-4)))
  let p = f(1.98756915e-4)
  for (const c of COEFFICIENTS) p = f(f(p * r) + c)
  p = f(f(f(f(p * r) * r) + r) + 1)
  whole[0] = (k + 127) << 23
  return f(p * bits[0])
}

const COEFFICIENTS = [
  1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
].map(f)

/** @param {number} x - above 0 */
export function log(x) {
  bits[0] = x
  let e = ((whole[0] >> 23) & 255) - 127
  whole[0] = (whole[0] & 0x7fffff) | 0x3f800000
  let m = bits[0]
  if (m > f(1.41421356)) {
    m = f(m * 0.5)
    e++
  }
  const s = f(f(m - 1) / f(m + 1))
  const q = f(s * s)
  let series = f(f(1 / 9) + f(q / 11))
  for (const c of [f(1 / 7), f(0.2), f(1 / 3), 1]) series = f(c + f(q * series))
  return f(f(e * LN2) + f(f(2 * s) * series))
}
