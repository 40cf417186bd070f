/**
 * The operations of a transformer, each with its gradient. Shapes are written [rows, columns].
 * gx means the gradient of the loss by x; every rule follows from the chain rule.
 */

/** @typedef {import("./tape.mjs").Tape} Tape @typedef {import("./tape.mjs").Tensor} Tensor */

/**
 * y[n, q] = x[n, p] W[p, q]. Back: gx += gy Wᵀ, gW += xᵀ gy.
 *
 * @param {Tape} tape @param {Tensor} x @param {Tensor} W
 */
export function linear(tape, x, W) {
  const y = tape.tensor(x.rows, W.columns, x.needsGradient || W.needsGradient)
  product(tape, [x.rows, W.columns, x.columns], [x.at * 4, x.columns, 1], W.at * 4, y.at * 4, 0)
  tape.record(y, () => {
    const gy = tape.gradientOf(y)
    if (W.needsGradient)
      product(
        tape,
        [W.rows, W.columns, x.rows],
        [x.at * 4, 1, x.columns],
        gy,
        tape.gradientOf(W),
        1,
      )
    if (x.needsGradient)
      product(
        tape,
        [x.rows, x.columns, W.columns],
        [gy, W.columns, 1],
        transposed(tape, W),
        tape.gradientOf(x),
        1,
      )
  })
  return y
}

/**
 * z[n, V] = x[n, d] Eᵀ: how well each word of the table E[V, d] fits; the output layer shares the input's
 * table (Press and Wolf 2016). Back: gx += gz E, gE += gzᵀ x.
 *
 * @param {Tape} tape @param {Tensor} x @param {Tensor} E
 */
export function scoreWords(tape, x, E) {
  const z = tape.tensor(x.rows, E.rows, x.needsGradient || E.needsGradient)
  product(
    tape,
    [x.rows, E.rows, E.columns],
    [x.at * 4, x.columns, 1],
    transposed(tape, E),
    z.at * 4,
    0,
  )
  tape.record(z, () => {
    const gz = tape.gradientOf(z)
    if (E.needsGradient)
      product(tape, [E.rows, E.columns, x.rows], [gz, 1, E.rows], x.at * 4, tape.gradientOf(E), 1)
    if (x.needsGradient)
      product(tape, [x.rows, x.columns, E.rows], [gz, E.rows, 1], E.at * 4, tape.gradientOf(x), 1)
  })
  return z
}

/**
 * y[B (k + T), d]: for each of B texts, k prompt vectors, then a word vector of E plus a position vector of
 * P for each of its T words. Back: each row's gradient is added to the rows it was made from.
 *
 * @param {Tape} tape
 * @param {{ E: Tensor, P: Tensor, prompt: Tensor | null }} tables
 * @param {ArrayLike<number>} words - B × T word numbers
 * @param {number} B
 * @param {number} T
 */
export function embed(tape, { E, P, prompt }, words, B, T) {
  const { loops, floats } = tape
  const [d, k] = [E.columns, prompt ? prompt.rows : 0]
  const y = tape.tensor(
    B * (k + T),
    d,
    E.needsGradient || P.needsGradient || !!prompt?.needsGradient,
  )
  const list = tape.lendInts(words) * 4
  const places = tape.lendInts(Array.from({ length: T }, (_, t) => t)) * 4
  /** @param {number} b */
  const rowOf = (b) => b * (k + T) * d
  for (let b = 0; b < B; b++) {
    const start = y.at + rowOf(b)
    if (prompt) floats.copyWithin(start, prompt.at, prompt.at + k * d)
    loops.gather((start + k * d) * 4, E.at * 4, list + b * T * 4, T, d)
    loops.add_scaled((start + k * d) * 4, P.at * 4, 1, T * d)
  }
  tape.record(y, () => {
    const gy = tape.gradientOf(y)
    for (let b = 0; b < B; b++) {
      const start = gy + rowOf(b) * 4
      if (prompt?.needsGradient) loops.add_scaled(tape.gradientOf(prompt), start, 1, k * d)
      if (E.needsGradient)
        loops.scatter(tape.gradientOf(E), start + k * d * 4, list + b * T * 4, T, d)
      if (P.needsGradient) loops.scatter(tape.gradientOf(P), start + k * d * 4, places, T, d)
    }
  })
  return y
}

/**
 * z = x + s y, all [n, d]: a residual connection, or a scaled LoRA update. Back: gx += gz, gy += s gz.
 *
 * @param {Tape} tape @param {Tensor} x @param {Tensor} y
 */
export function add(tape, x, y, s = 1) {
  const z = tape.tensor(x.rows, x.columns, x.needsGradient || y.needsGradient)
  tape.loops.sum_scaled(z.at * 4, x.at * 4, y.at * 4, s, z.size)
  tape.record(z, () => {
    const gz = tape.gradientOf(z)
    if (x.needsGradient) tape.loops.add_scaled(tape.gradientOf(x), gz, 1, z.size)
    if (y.needsGradient) tape.loops.add_scaled(tape.gradientOf(y), gz, s, z.size)
  })
  return z
}

/**
 * z[n, d] = x[n, d] + b[1, d] in each row. Back: gx += gz, gb += the sum of gz's rows.
 *
 * @param {Tape} tape @param {Tensor} x @param {Tensor} b
 */
export function addBias(tape, x, b) {
  const z = tape.tensor(x.rows, x.columns, x.needsGradient || b.needsGradient)
  tape.loops.add_row(z.at * 4, x.at * 4, b.at * 4, x.rows, x.columns)
  tape.record(z, () => {
    const gz = tape.gradientOf(z)
    if (x.needsGradient) tape.loops.add_scaled(tape.gradientOf(x), gz, 1, z.size)
    if (b.needsGradient) tape.loops.sum_rows(tape.gradientOf(b), gz, x.rows, x.columns)
  })
  return z
}

/** y = max(0, x). Back: gx += gy where y > 0. @param {Tape} tape @param {Tensor} x */
export function relu(tape, x) {
  const y = tape.tensor(x.rows, x.columns, x.needsGradient)
  const groups = (x.size + 3) & ~3
  tape.loops.relu(y.at * 4, x.at * 4, groups)
  tape.record(y, () =>
    tape.loops.relu_back(tape.gradientOf(x), y.at * 4, tape.gradientOf(y), groups),
  )
  return y
}

/**
 * y = w x / √(mean(x²) + 1e-5), row by row (Zhang and Sennrich 2019).
 *
 * @param {Tape} tape @param {Tensor} x - [n, d] @param {Tensor} w - [1, d]
 */
export function normalize(tape, x, w) {
  const y = tape.tensor(x.rows, x.columns, x.needsGradient || w.needsGradient)
  const inverse = tape.lend(x.rows) * 4
  tape.loops.norm(y.at * 4, inverse, x.at * 4, w.at * 4, x.rows, x.columns)
  tape.record(y, () => {
    const gx = x.needsGradient ? tape.gradientOf(x) : 0
    const gw = w.needsGradient ? tape.gradientOf(w) : 0
    tape.loops.norm_back(gx, gw, tape.gradientOf(y), inverse, x.at * 4, w.at * 4, x.rows, x.columns)
  })
  return y
}

/**
 * Causal attention with H heads (Vaswani et al. 2017): rows of qkv are [query | key | value], and a word
 * takes values from itself and earlier words, weighted by softmax(query · key / √width).
 *
 * @param {Tape} tape @param {Tensor} qkv - [B T, 3 d] @param {number} B @param {number} T @param {number} H
 * @returns {Tensor} [B T, d]
 */
export function attend(tape, qkv, B, T, H) {
  const d = qkv.columns / 3
  const y = tape.tensor(B * T, d, qkv.needsGradient)
  const weights = tape.lend(B * H * T * T) * 4
  tape.loops.attend(y.at * 4, weights, qkv.at * 4, B, T, H, d)
  tape.record(y, () => {
    const [gx, gy, row] = [tape.gradientOf(qkv), tape.gradientOf(y), tape.lend(T) * 4]
    tape.loops.attend_back(gx, gy, row, weights, qkv.at * 4, B, T, H, d)
  })
  return y
}

/** The rows of x with these numbers. Back: each gradient row is added to its source. @param {Tape} tape @param {Tensor} x @param {readonly number[]} numbers */
export function rowsOf(tape, x, numbers) {
  const list = tape.lendInts(numbers) * 4
  const y = tape.tensor(numbers.length, x.columns, x.needsGradient)
  tape.loops.gather(y.at * 4, x.at * 4, list, y.rows, y.columns)
  tape.record(y, () =>
    tape.loops.scatter(tape.gradientOf(x), tape.gradientOf(y), list, y.rows, y.columns),
  )
  return y
}

/**
 * −log softmax(z)[target] of each row of z[n, V]. No gradient.
 *
 * @param {Tape} tape @param {Tensor} z @param {readonly number[]} targets
 */
export function surprise(tape, z, targets) {
  const losses = tape.lend(z.rows)
  tape.loops.cross_entropy(
    losses * 4,
    0,
    z.at * 4,
    tape.lendInts(targets) * 4,
    0,
    z.rows,
    z.columns,
  )
  return tape.floats.slice(losses, losses + z.rows)
}

/**
 * Starts the way back from Σ weight · −log softmax(z)[target]: gz = weight (softmax(z) − one-hot of target).
 * A negative weight makes a word less likely. Returns the sum and each row's own part without its weight.
 *
 * @param {Tape} tape @param {Tensor} z @param {readonly number[]} targets @param {readonly number[]} weights
 */
export function crossEntropy(tape, z, targets, weights) {
  const losses = tape.lend(z.rows)
  const list = tape.lendFloats(weights)
  const gz = z.needsGradient ? tape.gradientOf(z) : 0
  tape.loops.cross_entropy(
    losses * 4,
    gz,
    z.at * 4,
    tape.lendInts(targets) * 4,
    list * 4,
    z.rows,
    z.columns,
  )
  const each = tape.floats.slice(losses, losses + z.rows)
  const loss = each.reduce((sum, nats, i) => sum + tape.floats[list + i] * nats, 0)
  return { loss, each }
}

/**
 * C[M, N] = A[M, K] B[K, N], or C += A B. A is given by its place and its steps between rows and columns.
 *
 * @param {Tape} tape
 * @param {[M: number, N: number, K: number]} sizes
 * @param {[place: number, row: number, column: number]} A
 * @param {number} B
 * @param {number} C
 * @param {0 | 1} adds
 */
function product(tape, [M, N, K], [place, row, column], B, C, adds) {
  if (M > 0 && N > 0) tape.loops.multiply(M, N, K, place, row, column, B, N, C, N, adds)
}

/** @param {Tape} tape @param {Tensor} x */
function transposed(tape, x) {
  const copy = tape.lend(x.size) * 4
  tape.loops.transpose(copy, x.at * 4, x.rows, x.columns)
  return copy
}
