/** Shapes of models and settings in, exact counts and estimates of memory out. Pure. */

/** What a trained number costs: weight and gradient in 16 bits, Adam's two averages in 32. */
export const BYTES_TRAINED = 2n + 2n + 4n + 4n
export const BYTES_FROZEN = 2n

// QLoRA: 4 bits, and for each block of 64 weights a constant of 8 bits, of which 256 share one of 32.
const QUANTISED_BITS = { numerator: 4n * 64n * 256n + 8n * 256n + 32n, denominator: 64n * 256n }

/** @param {bigint} count */
export const grouped = (count) => count.toLocaleString("en-US")

/** @param {...bigint} numbers */
const times = (...numbers) => numbers.map(grouped).join(" × ")

/** Matrices with as many rows as columns that get a LoRA pair, in one attention block. */
const ATTENTION_MATRICES = { query: 1n, "query and value": 2n, attention: 4n, all: 4n }

/** @type {CountOf} */
function lora({ attentionBlocks, layers, width, feedForwardMatrices, feedForwardWidth }, { rank, targets }) {
  const matrices = ATTENTION_MATRICES[targets] * attentionBlocks
  const attention = rank * (width + width) * matrices
  const sum = `${grouped(rank)} × (${grouped(width)} + ${grouped(width)}) × ${grouped(matrices)} matrices`
  if (targets !== "all") return { trained: attention, sum }
  const others = feedForwardMatrices * layers
  return {
    trained: attention + rank * (width + feedForwardWidth) * others,
    sum: `${sum} + ${grouped(rank)} × (${grouped(width)} + ${grouped(feedForwardWidth)}) × ${grouped(others)} matrices`,
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
  prefix: ({ attentionBlocks, width }, { prefix }) => ({
    trained: 2n * prefix * width * attentionBlocks,
    sum: times(2n, prefix, width, attentionBlocks),
  }),
  prompt: ({ width }, { prompt }) => ({ trained: prompt * width, sum: times(prompt, width) }),
}

/**
 * Bytes for weights, gradients and Adam's averages; nothing else is counted.
 * @param {Method} method
 * @param {Shape} shape
 * @param {bigint} trained
 */
export function memory(method, { parameters }, trained) {
  if (method === "full") return parameters * BYTES_TRAINED
  const frozen = method === "qlora" ? quantised(parameters) : parameters * BYTES_FROZEN
  return frozen + trained * BYTES_TRAINED
}

/** Bytes of weights in 4 bits, rounded up. @param {bigint} weights */
function quantised(weights) {
  const { numerator, denominator } = QUANTISED_BITS
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
 * are more), width, and number and width of feed-forward matrices.
 * @param {readonly string[]} cells
 * @returns {Shape}
 */
export function parseShape([parameters, layers, width, feedForward]) {
  const [count, attentionBlocks = count] = numbers(layers)
  const [feedForwardMatrices, feedForwardWidth] = numbers(feedForward)
  return {
    parameters: numbers(parameters)[0],
    layers: count,
    attentionBlocks,
    width: numbers(width)[0],
    feedForwardMatrices,
    feedForwardWidth,
  }
}

/** @param {string} text */
const numbers = (text) => (text.match(/\d[\d,]*/g) ?? []).map((digits) => BigInt(digits.replaceAll(",", "")))
