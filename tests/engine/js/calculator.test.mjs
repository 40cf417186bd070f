import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import test from "node:test"
import {
  COUNTS,
  grouped,
  memory,
  parseShape,
  share,
  size,
} from "../../../docs/assets/tools/calculator/counts.mjs"
import { bill, money } from "../../../docs/assets/tools/calculator/price.mjs"
import { RANKS, share as shareOfRank, trained } from "../../../docs/assets/tools/rank/rank.mjs"
import { verdict } from "../../../docs/assets/tools/stopping/stopping.mjs"

const PAGE = readFileSync(new URL("../../../docs/build/calculator.md", import.meta.url), "utf8")

/** The cells of each row of the page's table with that id. @param {string} id */
function rows(id) {
  const [, table] = PAGE.split(`id="${id}"`)
  const lines = table
    .split("</div>")[0]
    .trim()
    .split("\n")
    .filter((line) => line.startsWith("| "))
  return lines.slice(2).map((line) => line.slice(2, -2).split(" | "))
}

const SHAPES = Object.fromEntries(
  rows("calculator-shapes").map(([name, ...cells]) => [name, parseShape(cells)]),
)
const SETTINGS = { targets: "query and value", rank: 4n, bottleneck: 64n, prefix: 10n, prompt: 5n }

const BYTES = 12n
const count = (method, model, settings) =>
  COUNTS[method](SHAPES[model], { ...SETTINGS, ...settings }).trained

/** What the papers report, or, where they round, within what it lies. */
const reported = [
  [
    "LoRA of rank 16 on query and value of Llama 3.1 8B, as PEFT prints it",
    "lora",
    "Llama 3.1 8B",
    { rank: 16n },
    6_815_744n,
  ],
  [
    "LoRA of rank 16 on all linear layers of Llama 3.1 8B",
    "lora",
    "Llama 3.1 8B",
    { rank: 16n, targets: "all" },
    41_943_040n,
  ],
  [
    "LoRA of rank 16 on query and value of Llama 3.3 70B",
    "lora",
    "Llama 3.3 70B",
    { rank: 16n },
    32_768_000n,
  ],
  [
    "LoRA of rank 16 on all linear layers of Llama 3.3 70B",
    "lora",
    "Llama 3.3 70B",
    { rank: 16n, targets: "all" },
    207_093_760n,
  ],
  [
    "LoRA of rank 16 on query and value of Qwen3 32B",
    "lora",
    "Qwen3 32B",
    { rank: 16n },
    19_922_944n,
  ],
  ["a prefix of ten for Llama 3.1 8B", "prefix", "Llama 3.1 8B", {}, 655_360n],
  ["LoRA of rank 4 on query and value of GPT-3", "lora", "GPT-3 175B", {}, 18_874_368n],
  [
    "LoRA of rank 8 on one kind of matrix, the same budget",
    "lora",
    "GPT-3 175B",
    { targets: "query", rank: 8n },
    18_874_368n,
  ],
  ["LoRA of rank 1, 4.7M in table 4", "lora", "GPT-3 175B", { rank: 1n }, 4_718_592n],
  ["LoRA of rank 8, 37.7M in table 4", "lora", "GPT-3 175B", { rank: 8n }, 37_748_736n],
  [
    "LoRA of rank 2 on all of attention",
    "lora",
    "GPT-3 175B",
    { targets: "attention", rank: 2n },
    18_874_368n,
  ],
  ["a soft prompt of five tokens for T5-XXL", "prompt", "T5-XXL (1.1)", {}, 20_480n],
]

for (const [name, method, model, settings, trained] of reported) {
  test(`${name} is ${grouped(trained)}`, () => {
    assert.equal(count(method, model, settings), trained)
  })
}

test("QLoRA trains what LoRA trains", () => {
  assert.equal(
    count("qlora", "LLaMA 65B", { rank: 64n, targets: "all" }),
    count("lora", "LLaMA 65B", { rank: 64n, targets: "all" }),
  )
})

test("LoRA on GPT-3 leaves about 10,000 times fewer, in a file of about 35 MB", () => {
  const trained = count("lora", "GPT-3 175B", {})

  const times = 175e9 / Number(trained)
  assert.ok(times > 9_000 && times < 10_000, `${times}`)
  assert.equal((trained * 2n) / 1024n ** 2n, 36n)
})

test("LoRA beside a frozen GPT-3 takes about 350 GB", () => {
  assert.equal(
    size(memory("lora", SHAPES["GPT-3 175B"], count("lora", "GPT-3 175B", {}), BYTES)),
    "350 GB",
  )
})

test("full fine-tuning of a 65B model takes more than 780 GB, QLoRA less than 48 GB", () => {
  const shape = SHAPES["LLaMA 65B"]
  const trained = count("qlora", "LLaMA 65B", { rank: 64n, targets: "all" })

  const full = memory("full", shape, shape.parameters, BYTES)
  assert.ok(full > 780_000_000_000n && full < 790_000_000_000n, `${full}`)
  assert.ok(memory("qlora", shape, trained, BYTES) < 48_000_000_000n)
  assert.ok(memory("lora", shape, trained, BYTES) > 48_000_000_000n)
})

test("adapters of BERT large lie around 3.6%", () => {
  const { parameters } = SHAPES["BERT large"]

  const percent = [64n, 256n].map(
    (bottleneck) =>
      (Number(count("adapters", "BERT large", { bottleneck })) / Number(parameters)) * 100,
  )
  assert.ok(percent[0] < 3.6 && percent[1] > 3.6, `${percent}`)
})

test("a prefix of GPT-2 medium is about 0.1%", () => {
  assert.equal(
    share(count("prefix", "GPT-2 medium", {}), SHAPES["GPT-2 medium"].parameters),
    "0.14%",
  )
})

test("the parameters of GPT-2 medium follow from its configuration", () => {
  const [words, places, width, layers] = [50_257n, 1_024n, 1_024n, 24n]

  const layer = 12n * width * width + 13n * width
  assert.equal(
    SHAPES["GPT-2 medium"].parameters,
    (words + places) * width + layers * layer + 2n * width,
  )
})

test("the parameters of today's models follow from their configurations", () => {
  for (const [model, words, normsOfHeads] of /** @type {const} */ ([
    ["Llama 3.1 8B", 128_256n, 0n],
    ["Llama 3.3 70B", 128_256n, 0n],
    ["Qwen3 8B", 151_936n, 256n],
    ["Qwen3 32B", 151_936n, 256n],
  ])) {
    const {
      parameters,
      layers,
      width,
      query,
      keyValue,
      feedForwardMatrices,
      feedForwardWidth,
      embeddings,
    } = SHAPES[model]
    const layer =
      2n * width * query +
      2n * width * keyValue +
      feedForwardMatrices * width * feedForwardWidth +
      2n * width +
      normsOfHeads
    assert.equal(embeddings, 2n * words * width)
    assert.equal(parameters, layers * layer + embeddings + width, model)
  }
})

test("QLoRA leaves the embeddings of Llama 3.1 8B in 16 bits: 5.7 GB of weights", () => {
  assert.equal(size(memory("qlora", SHAPES["Llama 3.1 8B"], 0n, BYTES)), "5.7 GB")
})

test("full fine-tuning of Llama 3.1 8B takes 96, 128 or 145 GB", () => {
  const { parameters } = SHAPES["Llama 3.1 8B"]

  assert.deepEqual(
    [12n, 16n, 18n].map((bytes) => size(memory("full", SHAPES["Llama 3.1 8B"], parameters, bytes))),
    ["96.4 GB", "128 GB", "145 GB"],
  )
})

test("counts are exact where a double is not", () => {
  const shape = { ...SHAPES["GPT-3 175B"], width: 2n ** 53n + 1n }

  assert.equal(COUNTS.prompt(shape, { ...SETTINGS, prompt: 3n }).trained, 3n * (2n ** 53n + 1n))
})

test("each sum, worked out, is the count beside it", () => {
  for (const [model, shape] of Object.entries(SHAPES)) {
    for (const targets of /** @type {const} */ (["query", "query and value", "attention", "all"])) {
      for (const [method, countOf] of Object.entries(COUNTS)) {
        if (method === "full") continue
        const { trained, sum } = countOf(shape, { ...SETTINGS, targets })
        const expression = sum.replaceAll(/,| matrices| modules/g, "").replaceAll("×", "*")
        assert.equal(
          BigInt(Function(`return ${expression}`)()),
          trained,
          `${model} ${method} ${sum}`,
        )
      }
    }
  }
})

test("sizes have three digits and a unit", () => {
  assert.deepEqual([999n, 1_000n, 999_499n, 999_500n, 782_400_000_000n].map(size), [
    "999 bytes",
    "1 kB",
    "999 kB",
    "1 MB",
    "782 GB",
  ])
})

test("quantized weights are 4 bits and 0.127, rounded up to a byte", () => {
  assert.equal(
    memory("qlora", { ...SHAPES["BERT base"], parameters: 64n * 256n, embeddings: 0n }, 0n, BYTES),
    8_452n,
  )
  assert.equal(
    memory("qlora", { ...SHAPES["BERT base"], parameters: 1n, embeddings: 0n }, 0n, BYTES),
    1n,
  )
})

/** The cases of the page's table of worked values, in its order. */
const worked = [
  ["full", "GPT-3 175B", {}],
  ["lora", "GPT-3 175B", {}],
  ["full", "LLaMA 65B", {}],
  ["qlora", "LLaMA 65B", { rank: 64n, targets: "all" }],
  ["lora", "Llama 3.1 8B", { rank: 16n }],
  ["qlora", "Llama 3.1 8B", { rank: 16n, targets: "all" }],
  ["adapters", "BERT large", { bottleneck: 128n }],
  ["prefix", "GPT-2 medium", {}],
  ["prompt", "T5-XXL (1.1)", {}],
]

test("the page's worked values are the calculator's", () => {
  const expected = worked.map(([method, model, settings]) => {
    const trained = count(method, model, settings)
    const shape = SHAPES[model]
    return [
      `${grouped(trained)} (${share(trained, shape.parameters)})`,
      size(memory(method, shape, trained, BYTES)),
    ]
  })

  assert.deepEqual(
    rows("calculator-cases").map(([, trained, bytes]) => [trained, bytes]),
    expected,
  )
  assert.deepEqual(
    rows("calculator-cases").map(([name]) => name.split(",")[0]),
    worked.map(([, model]) => model),
  )
})

test("the page has a formula for each method, in the calculator's order", () => {
  assert.equal(rows("calculator-methods").length, Object.keys(COUNTS).length)
  assert.deepEqual(
    rows("calculator-methods").map(([name]) => name),
    ["Full fine-tuning", "LoRA", "QLoRA", "Adapters", "Prefix tuning", "Prompt tuning"],
  )
})

test("the page's worked bill is the price calculator's", () => {
  const { training, storage, serving, total } = bill({
    tokens: 1_000_000,
    epochs: 2,
    trainingPrice: 0.004,
    storagePrice: 2,
    hourPrice: 20,
    hours: 100,
    months: 6,
  })

  assert.deepEqual([training, storage, serving, total].map(money), [
    "8.00",
    "12.00",
    "12,000.00",
    "12,020.00",
  ])
  for (const amount of [training, storage, serving]) assert.ok(PAGE.includes(`= ${money(amount)}`))
})

test("the page on PEFT says of each rank what the moving picture says", () => {
  const peft = readFileSync(new URL("../../../docs/methods/peft.md", import.meta.url), "utf8")

  for (const rank of [1, 8, 16, 64, 256, 2048]) {
    assert.ok(RANKS.includes(rank))
    assert.ok(
      peft.includes(
        `| ${rank} | ${trained(rank).toLocaleString("en-US")} | ${shareOfRank(rank)} |`,
      ),
      `${rank} ${shareOfRank(rank)}`,
    )
  }
})

test("early stopping keeps the epoch with the lowest validation loss", () => {
  const losses = [2, 1.3, 1.2, 1.4]

  assert.deepEqual(
    [0, 2, 3].map((at) => verdict(losses, at).split(".")[0]),
    ["Too early", "The version to keep", "Too late"],
  )
})
