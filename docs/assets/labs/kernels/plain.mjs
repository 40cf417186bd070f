/**
 * The loops of kernels.c in JavaScript, for places where WebAssembly is refused: slower, the same digits.
 *
 * `f` rounds to float32 after each operation, as the C code does, and sums keep the C code's four lanes.
 * What each loop computes is said in kernels.c. Offsets are in bytes, as WebAssembly takes them; `F` and `I`
 * are the memory as floats and as whole numbers.
 */

import { exp, log } from "./plain-math.mjs"

/** @typedef {import("./load.mjs").Loops} Loops */

const f = Math.fround

/** @param {ArrayBuffer} buffer - the memory that the offsets point into @returns {Loops} */
export function plainLoops(buffer) {
  const F = new Float32Array(buffer)
  const I = new Int32Array(buffer)
  return {
    ...matrixLoops(F),
    ...rowLoops(F, I),
    ...normLoops(F),
    ...attentionLoops(F),
    ...trainingLoops(F, I),
  }
}

/** The sum of x y in four lanes; n is a multiple of 4. @param {Float32Array} F @param {number} x @param {number} y @param {number} n */
function dot(F, x, y, n) {
  let a = 0,
    b = 0,
    c = 0,
    d = 0
  for (let i = 0; i < n; i += 4) {
    a = f(a + f(F[x + i] * F[y + i]))
    b = f(b + f(F[x + i + 1] * F[y + i + 1]))
    c = f(c + f(F[x + i + 2] * F[y + i + 2]))
    d = f(d + f(F[x + i + 3] * F[y + i + 3]))
  }
  return f(f(a + b) + f(c + d))
}

/** z += s x. @param {Float32Array} F @param {number} z @param {number} x @param {number} s @param {number} n */
function addTo(F, z, x, s, n) {
  for (let i = 0; i < n; i++) F[z + i] += f(s * F[x + i])
}

/** What one query takes from the first n positions. @param {Float32Array} F @param {number[]} places */
function attendOne(F, ...places) {
  const [out, p, q, k, v, n, width, step, scale] = places
  let most = f(-1e30)
  let total = 0
  for (let j = 0; j < n; j++) {
    F[p + j] = dot(F, q, k + j * step, width) * scale
    if (F[p + j] > most) most = F[p + j]
  }
  for (let j = 0; j < n; j++) total = f(total + (F[p + j] = exp(f(F[p + j] - most))))
  const share = f(1 / total)
  F.fill(0, out, out + width)
  for (let j = 0; j < n; j++) {
    F[p + j] *= share
    addTo(F, out, v + j * step, F[p + j], width)
  }
}

/** Matrix product and transpose. @param {Float32Array} F */
const matrixLoops = (F) =>
  /** @type {Pick<Loops, "multiply" | "transpose">} */ ({
    multiply(M, N, K, A, row, column, B, ldb, C, ldc, adds) {
      for (let m = 0; m < M; m++) {
        const [a, c] = [(A >> 2) + m * row, (C >> 2) + m * ldc]
        let n = 0
        for (; n + 4 <= N; n += 4) {
          let s0 = adds ? F[c + n] : 0
          let s1 = adds ? F[c + n + 1] : 0
          let s2 = adds ? F[c + n + 2] : 0
          let s3 = adds ? F[c + n + 3] : 0
          for (let k = 0, b = (B >> 2) + n; k < K; k++, b += ldb) {
            const left = F[a + k * column]
            s0 = f(s0 + f(left * F[b]))
            s1 = f(s1 + f(left * F[b + 1]))
            s2 = f(s2 + f(left * F[b + 2]))
            s3 = f(s3 + f(left * F[b + 3]))
          }
          F[c + n] = s0
          F[c + n + 1] = s1
          F[c + n + 2] = s2
          F[c + n + 3] = s3
        }
        for (; n < N; n++) {
          let sum = adds ? F[c + n] : 0
          for (let k = 0, b = (B >> 2) + n; k < K; k++, b += ldb)
            sum = f(sum + f(F[a + k * column] * F[b]))
          F[c + n] = sum
        }
      }
    },
    transpose(y, x, R, C) {
      for (let i = 0; i < R; i++)
        for (let j = 0; j < C; j++) F[(y >> 2) + j * R + i] = F[(x >> 2) + i * C + j]
    },
  })

/** One number or one row after another. @param {Float32Array} F @param {Int32Array} I */
const rowLoops = (F, I) =>
  /** @type {Pick<Loops, "fill" | "add_scaled" | "sum_scaled" | "add_row" | "sum_rows" | "relu" | "relu_back" | "gather" | "scatter">} */ ({
    fill: (x, value, n) => void F.fill(value, x >> 2, (x >> 2) + n),
    add_scaled: (z, x, s, n) => addTo(F, z >> 2, x >> 2, f(s), n),
    sum_scaled(z, x, y, s, n) {
      for (let i = 0; i < n; i++) F[(z >> 2) + i] = F[(x >> 2) + i] + f(f(s) * F[(y >> 2) + i])
    },
    add_row(z, x, b, R, C) {
      for (let i = 0; i < R * C; i++) F[(z >> 2) + i] = F[(x >> 2) + i] + F[(b >> 2) + (i % C)]
    },
    sum_rows(g, x, R, C) {
      for (let i = 0; i < R * C; i++) F[(g >> 2) + (i % C)] += F[(x >> 2) + i]
    },
    relu(y, x, n) {
      for (let i = 0; i < n; i++) F[(y >> 2) + i] = F[(x >> 2) + i] > 0 ? F[(x >> 2) + i] : 0
    },
    relu_back(gx, y, gy, n) {
      for (let i = 0; i < n; i++) F[(gx >> 2) + i] += F[(y >> 2) + i] > 0 ? F[(gy >> 2) + i] : 0
    },
    gather(y, x, index, n, C) {
      for (let i = 0; i < n; i++) {
        const from = (x >> 2) + I[(index >> 2) + i] * C
        F.copyWithin((y >> 2) + i * C, from, from + C)
      }
    },
    scatter(gx, gy, index, n, C) {
      for (let i = 0; i < n; i++)
        addTo(F, (gx >> 2) + I[(index >> 2) + i] * C, (gy >> 2) + i * C, 1, C)
    },
  })

/** RMS norm. @param {Float32Array} F */
const normLoops = (F) =>
  /** @type {Pick<Loops, "norm" | "norm_back">} */ ({
    norm(y, inverse, x, w, R, C) {
      for (let i = 0; i < R; i++) {
        const from = (x >> 2) + i * C
        const q = f(1 / f(Math.sqrt(f(f(dot(F, from, from, C) / C) + f(1e-5)))))
        F[(inverse >> 2) + i] = q
        for (let j = 0; j < C; j++) F[(y >> 2) + i * C + j] = f(F[from + j] * q) * F[(w >> 2) + j]
      }
    },
    norm_back(gx, gw, gy, inverse, x, w, R, C) {
      const scaled = new Float32Array(C)
      for (let i = 0; i < R; i++) {
        const q = F[(inverse >> 2) + i]
        const [at, from] = [(x >> 2) + i * C, (gy >> 2) + i * C]
        const sums = new Float32Array(4)
        for (let j = 0; j < C; j++) {
          scaled[j] = F[from + j] * F[(w >> 2) + j]
          sums[j % 4] += f(scaled[j] * F[at + j])
          if (gw) F[(gw >> 2) + j] += f(f(F[from + j] * F[at + j]) * q)
        }
        if (!gx) continue
        const total = f(f(sums[0] + sums[1]) + f(sums[2] + sums[3]))
        const k = f(f(f(f(total * q) * q) * q) / C)
        for (let j = 0; j < C; j++)
          F[(gx >> 2) + i * C + j] += f(f(scaled[j] * q) - f(F[at + j] * k))
      }
    },
  })

/** Causal attention. @param {Float32Array} F */
const attentionLoops = (F) =>
  /** @type {Pick<Loops, "attend" | "attend_next" | "attend_back">} */ ({
    attend(y, P, X, B, T, H, d) {
      const [width, step] = [d / H, 3 * d]
      const scale = f(1 / f(Math.sqrt(width)))
      for (let b = 0; b < B; b++)
        for (let h = 0; h < H; h++) {
          const first = (X >> 2) + b * T * step + h * width
          for (let i = 0; i < T; i++)
            attendOne(
              F,
              (y >> 2) + (b * T + i) * d + h * width,
              (P >> 2) + ((b * H + h) * T + i) * T,
              first + i * step,
              first + d,
              first + 2 * d,
              i + 1,
              width,
              step,
              scale,
            )
        }
    },
    attend_next(y, p, X, B, Tmax, t, H, d) {
      const [width, step] = [d / H, 3 * d]
      const scale = f(1 / f(Math.sqrt(width)))
      for (let b = 0; b < B; b++)
        for (let h = 0; h < H; h++) {
          const first = (X >> 2) + b * Tmax * step + h * width
          attendOne(
            F,
            (y >> 2) + b * d + h * width,
            p >> 2,
            first + t * step,
            first + d,
            first + 2 * d,
            t + 1,
            width,
            step,
            scale,
          )
        }
    },
    attend_back(gX, gy, row, P, X, B, T, H, d) {
      const [width, step, shift] = [d / H, 3 * d, (gX - X) >> 2]
      const scale = f(1 / f(Math.sqrt(width)))
      const r = row >> 2
      let p = P >> 2
      for (let b = 0; b < B; b++)
        for (let h = 0; h < H; h++)
          for (let i = 0; i < T; i++, p += T) {
            const first = (X >> 2) + b * T * step + h * width
            const here = first + i * step
            const g = (gy >> 2) + (b * T + i) * d + h * width
            let total = 0
            for (let j = 0; j <= i; j++) {
              const v = first + j * step + 2 * d
              F[r + j] = dot(F, g, v, width)
              addTo(F, v + shift, g, F[p + j], width)
              total = f(total + f(F[p + j] * F[r + j]))
            }
            for (let j = 0; j <= i; j++) {
              const k = first + j * step + d
              const slope = f(f(F[p + j] * f(F[r + j] - total)) * scale)
              addTo(F, here + shift, k, slope, width)
              addTo(F, k + shift, here, slope, width)
            }
          }
    },
  })

/** Loss and optimizer. @param {Float32Array} F @param {Int32Array} I */
const trainingLoops = (F, I) =>
  /** @type {Pick<Loops, "cross_entropy" | "sum_of_squares" | "adam">} */ ({
    cross_entropy(loss, g, z, target, weight, R, V) {
      const e = new Float32Array(V)
      for (let i = 0; i < R; i++) {
        const from = (z >> 2) + i * V
        let most = F[from]
        for (let j = 1; j < V; j++) if (F[from + j] > most) most = F[from + j]
        const lanes = new Float32Array(4)
        let rest = 0
        for (let j = 0; j < V; j++) {
          e[j] = exp(f(F[from + j] - most))
          if (j < V - (V % 4)) lanes[j % 4] += e[j]
          else rest = f(rest + e[j])
        }
        const total = f(rest + f(f(lanes[0] + lanes[1]) + f(lanes[2] + lanes[3])))
        const aim = I[(target >> 2) + i]
        F[(loss >> 2) + i] = f(log(total) + most) - F[from + aim]
        if (!g) continue
        const k = f(F[(weight >> 2) + i] / total)
        for (let j = 0; j < V; j++) F[(g >> 2) + i * V + j] = e[j] * k
        F[(g >> 2) + i * V + aim] -= F[(weight >> 2) + i]
      }
    },
    sum_of_squares(x, n) {
      const even = n - (n % 4)
      let total = dot(F, x >> 2, x >> 2, even)
      for (let i = even; i < n; i++) total = f(total + f(F[(x >> 2) + i] * F[(x >> 2) + i]))
      return total
    },
    adam(x, g, m, v, n, ...numbers) {
      const [shrink, rate, b1, b2, c1, c2, epsilon, decay] = numbers.map(f)
      const [new1, new2] = [f(1 - b1), f(1 - b2)]
      for (let i = 0; i < n; i++) {
        const [at, slope] = [(x >> 2) + i, f(F[(g >> 2) + i] * shrink)]
        const first = (F[(m >> 2) + i] = f(b1 * F[(m >> 2) + i]) + f(new1 * slope))
        const second = (F[(v >> 2) + i] = f(b2 * F[(v >> 2) + i]) + f(f(new2 * slope) * slope))
        const change = f(f(f(first) * c1) / f(f(Math.sqrt(f(f(second) * c2))) + epsilon))
        F[at] -= f(rate * f(change + f(decay * F[at])))
      }
    },
  })
