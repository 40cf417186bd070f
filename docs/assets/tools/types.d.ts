/* The words of the tools, for the type checker and for people; browsers never load it. */

/** What a row asks for, one list of alternatives a question. */
type Row = readonly (readonly string[])[]

/** A question with all its answers, and the one that the reader chose or "". */
interface Answered {
  words: readonly string[]
  chosen: string
}

/** The first rule that fits, or that can still fit once the open questions are answered. */
interface Choice {
  rule: number
  open: number[]
}

/** The sizes of a published model. */
interface Shape {
  parameters: bigint
  layers: bigint
  /** More than the layers where a decoder also attends to an encoder. */
  attentionBlocks: bigint
  width: bigint
  /** Columns of the query matrix; the output matrix has as many rows. */
  query: bigint
  /** Columns of the key and of the value matrix: fewer where groups of heads share them. */
  keyValue: bigint
  /** Of one feed-forward part. */
  feedForwardMatrices: bigint
  feedForwardWidth: bigint
  /** Numbers in the word embeddings and an output layer of their own. */
  embeddings: bigint
}

type Targets = "query" | "query and value" | "attention" | "all"

interface Settings {
  targets: Targets
  rank: bigint
  bottleneck: bigint
  prefix: bigint
  prompt: bigint
}

type Method = "full" | "lora" | "qlora" | "adapters" | "prefix" | "prompt"

/** A count of numbers, and the sum that gives it in words. */
interface Count {
  trained: bigint
  sum: string
}
type CountOf = (shape: Shape, settings: Settings) => Count

/** What a custom model costs, as the reader found it on the page of prices. */
interface Prices {
  tokens: number
  epochs: number
  /** For 1,000 tokens. */
  trainingPrice: number
  /** For a month. */
  storagePrice: number
  hourPrice: number
  /** In a month. */
  hours: number
  months: number
}

interface Bill {
  training: number
  storage: number
  serving: number
  total: number
}
