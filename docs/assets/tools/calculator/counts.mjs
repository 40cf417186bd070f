/** Shapes of models and settings in, exact counts and estimates of memory out. Pure. */

export const BYTES_FROZEN = 2n

// QLoRA: 4 bits, and for each block of 64 weights a constant of 8 bits, of which 256 share one of 32.
const QUANTIZED_BITS = { numerator: 4n * 64n * 256n + 8n * 256n + 32n, denominator: 64n * 256n }

/** @param {bigint} count */
export const grouped = (count) => count.toLocaleString("en-US")

/** @param {...bigint} numbers */
const times = (...numbers) => numbers.map(grouped).join(" × ")

/** How many of the query and output matrices, and of the key and value matrices, get a LoRA pair. */
const ATTENTION_MATRICES = {
  query: [1n, 0n],
  "query and value": [1n, 1n],
  attention: [2n, 2n],
  all: [2n, 2n],
}

/** @type {CountOf} */
function lora(
  { attentionBlocks, layers, width, query, keyValue, feedForwardMatrices, feedForwardWidth },
  { rank, targets },
) {
  const [wide, narrow] = ATTENTION_MATRICES[targets]
  const feedForward = targets === "all" ? feedForwardMatrices * layers : 0n
  /** @type {[bigint, bigint][]} */
  const kinds = [
    [query, wide * attentionBlocks],
    [keyValue, narrow * attentionBlocks],
    [feedForwardWidth, feedForward],
  ]
  const used = kinds.filter(([, matrices]) => matrices > 0n)
  return {
    trained: used.reduce((sum, [other, matrices]) => sum + rank * (width + other) * matrices, 0n),
    sum: used
      .map(
        ([other, matrices]) =>
          `${grouped(rank)} × (${grouped(width)} + ${grouped(other)}) × ${grouped(matrices)} matrices`,
      )
      .join(" + "),
  }
}

/** @type {Record<Method, CountOf>} */
export const COUNTS = {
  full: ({ parameters }) => ({ trained: parameters, sum: grouped(parameters) }),
  lora,
  qlora: lora,
  adapters({ attentionBlocks, layers, width }, { bottleneck }) {
    const modules = attentionBlocks + layers
    return {
      trained: (2n * bottleneck * width + width + bottleneck) * modules,
      sum: `(${times(2n, bottleneck, width)} + ${grouped(width)} + ${grouped(bottleneck)}) × ${grouped(modules)} modules`,
    }
  },
  prefix: ({ attentionBlocks, keyValue }, { prefix }) => ({
    trained: 2n * prefix * keyValue * attentionBlocks,
    sum: times(2n, prefix, keyValue, attentionBlocks),
  }),
  prompt: ({ width }, { prompt }) => ({ trained: prompt * width, sum: times(prompt, width) }),
}

/**
 * Bytes for weights, gradients and Adam's averages; nothing else is counted.
 * @param {Method} method
 * @param {Shape} shape
 * @param {bigint} trained
 * @param {bigint} bytes - for each trained parameter
 */
export function memory(method, { parameters, embeddings }, trained, bytes) {
  if (method === "full") return parameters * bytes
  // QLoRA leaves embeddings and the output layer in 16 bits.
  const frozen =
    method === "qlora"
      ? quantized(parameters - embeddings) + embeddings * BYTES_FROZEN
      : parameters * BYTES_FROZEN
  return frozen + trained * bytes
}

/** Bytes of weights in 4 bits, rounded up. @param {bigint} weights */
function quantized(weights) {
  const { numerator, denominator } = QUANTIZED_BITS
  const bits = 8n * denominator
  return (weights * numerator + bits - 1n) / bits
}

const UNITS = ["bytes", "kB", "MB", "GB", "TB", "PB"]

/** Three digits and a unit of thousands. @param {bigint} bytes */
export function size(bytes) {
  let amount = Number(bytes)
  let unit = 0
  while (amount >= 999.5) {
    amount /= 1000
    unit++
  }
  return `${Number(amount.toPrecision(3))} ${UNITS[unit]}`
}

/**
 * @param {bigint} part
 * @param {bigint} whole
 */
export function share(part, whole) {
  const percent = (Number(part) / Number(whole)) * 100
  return `${percent.toLocaleString("en-US", { maximumSignificantDigits: 2 })}%`
}

/**
 * The shape that the cells of a row tell: parameters, layers (and attention blocks, where they
 * are more), width, widths of query and of key and value, feed-forward matrices, embeddings.
 * @param {readonly string[]} cells
 * @returns {Shape}
 */
export function parseShape([parameters, layers, widths, attention, feedForward, words]) {
  const [count, attentionBlocks = count] = numbers(layers)
  const [width] = numbers(widths)
  const [query, keyValue] = numbers(attention)
  const [feedForwardMatrices, feedForwardWidth] = numbers(feedForward)
  const [embeddings] = numbers(words)
  return {
    parameters: numbers(parameters)[0],
    layers: count,
    attentionBlocks,
    width,
    query,
    keyValue,
    feedForwardMatrices,
    feedForwardWidth,
    embeddings,
  }
}

/** @param {string} text */
const numbers = (text) =>
  (text.match(/\d[\d,]*/g) ?? []).map((digits) => BigInt(digits.replaceAll(",", "")))
