/**
 * Runs every lab at every position of its knobs with five seeds and writes recorded/LAB.json: mean, spread and
 * range of each result, and of each point of the curve. `node record.mjs [LAB…]`; all labs take ten minutes.
 */

import { LABS, positions } from "../../../docs/assets/labs/study/catalog.mjs"
import { mean, spread } from "../../../docs/assets/labs/engine/math.mjs"
import { isStarted, openMachine, readHalves, writeFile } from "./files.mjs"

const SEEDS = [1, 2, 3, 4, 5]

/** To four digits. @param {number} x */
const short = (x) => Number(x.toPrecision(4))

/** @param {readonly number[]} values - one for each seed */
const summary = (values) => ({
  mean: short(mean(values)),
  spread: short(spread(values)),
  low: short(Math.min(...values)),
  high: short(Math.max(...values)),
})

/**
 * @param {string} lab
 * @param {Record<string, string | number>} settings
 * @param {Record<"weights" | "policy", Uint16Array>} files
 */
export async function recordPosition(lab, settings, files, seeds = SEEDS) {
  const { run } = await import(`../../../docs/assets/labs/experiments/${lab}.mjs`)
  const runs = []
  for (const seed of seeds) {
    const experiment = run({ machine: await openMachine(), ...files, settings, seed })
    const points = []
    let next = experiment.next()
    for (; !next.done; next = experiment.next()) if (next.value.values) points.push(next.value)
    runs.push({ points, ...next.value })
  }
  const names = Object.keys(LABS[lab].measures).filter((name) => name in runs[0].result)
  const steps = runs[0].points.map(({ step }) => step)
  const measured = LABS[lab].curve.measures.filter((name) => name in runs[0].points[0].values)
  return {
    settings,
    numbers: runs[0].numbers,
    result: Object.fromEntries(
      names.map((name) => [name, summary(runs.map(({ result }) => result[name]))]),
    ),
    curve: {
      steps,
      ...Object.fromEntries(
        measured.map((name) => [
          name,
          curveOf(runs.map(({ points }) => points.map(({ values }) => values[name]))),
        ]),
      ),
    },
  }
}

/** @param {readonly (readonly number[])[]} runs - values at each point of each run */
function curveOf(runs) {
  const points = runs[0].map((_, i) => summary(runs.map((values) => values[i])))
  return {
    mean: points.map((point) => point.mean),
    low: points.map((point) => point.low),
    high: points.map((point) => point.high),
  }
}

async function main() {
  const files = { weights: readHalves("base.bin"), policy: readHalves("policy.bin") }
  const asked = process.argv.slice(2)
  for (const lab of asked.length ? asked : Object.keys(LABS)) {
    const recorded = []
    for (const settings of positions(lab)) {
      recorded.push(await recordPosition(lab, settings, files))
      console.log(lab, JSON.stringify(settings), JSON.stringify(recorded.at(-1).result))
    }
    const lines = recorded.map((position) => `    ${JSON.stringify(position)}`).join(",\n")
    writeFile(
      `recorded/${lab}.json`,
      `{\n  "lab": "${lab}",\n  "seeds": ${JSON.stringify(SEEDS)},\n  "positions": [\n${lines}\n  ]\n}\n`,
    )
  }
}

if (isStarted(import.meta.url)) await main()
