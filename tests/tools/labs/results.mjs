/**
 * Turns the recorded results into what pages show: a chart of each lab as an SVG file, once for wide screens
 * and once for phones, and the rows of all tables in recorded/tables.json.
 */

import { LABS, say } from "../../../docs/assets/labs/experiments/labs.mjs"
import { rangeChart } from "../../../docs/assets/labs/page/chart.mjs"
import { isStarted, readFile, writeFile } from "./files.mjs"

/**
 * @typedef {{ mean: number, spread: number, low: number, high: number }} Summary
 * @typedef {{ settings: Record<string, string | number>, numbers: number, result: Record<string, Summary> }} Position
 * @typedef {{ positions: Position[] }} Recorded
 */

const WIDTHS = { "only-wide": 680, "only-narrow": 320 }

/** @param {string} text */
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** @param {import("../../../docs/assets/labs/page/chart.mjs").Shape | string} shape @returns {string} */
function toText(shape) {
  if (typeof shape === "string") return escape(shape)
  const [tag, attributes, ...children] = shape
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(`${value}`)}"`).join("")
  return children.length ? `<${tag}${list}>${children.map(toText).join("")}</${tag}>` : `<${tag}${list}/>`
}

/** @param {string} lab @param {Recorded} recorded */
export function recordedChart(lab, recorded) {
  const { knobs, measures, picture } = LABS[lab]
  const knob = /** @type {import("../../../docs/assets/labs/experiments/labs.mjs").Knob} */ (knobs.find(({ name }) => name === picture.across))
  const lines = picture.lines.map(({ label, measure, settings }) => ({
    label, values: knob.values.map(([value]) => resultAt(recorded, { ...settings, [knob.name]: value })[measure]),
  }))
  const chart = { title: picture.title, scale: measures[picture.lines[0].measure].scale, under: knob.label.toLowerCase(), across: knob.values.map(([, label]) => label), lines }
  return Object.entries(WIDTHS).map(([name, width]) => {
    const [tag, attributes, ...children] = rangeChart({ ...chart, width })
    return toText([tag, { ...attributes, class: `lab-chart ${name}` }, ...children])
  }).join("\n")
}

/** @param {Recorded} recorded @param {Record<string, string | number>} wanted */
function resultAt({ positions }, wanted) {
  const position = positions.find(({ settings }) => Object.entries(wanted).every(([name, value]) => settings[name] === value))
  if (!position) throw new RangeError(`nothing is recorded for ${JSON.stringify(wanted)}`)
  return position.result
}

/** Head and rows of a lab's table, in words. @param {string} lab @param {Recorded} recorded */
export function recordedTable(lab, { positions }) {
  const { knobs, measures } = LABS[lab]
  const head = [...knobs.map(({ label }) => label), "Numbers trained", ...Object.values(measures).map(({ label }) => label)]
  const rows = positions.map(({ settings, numbers, result }) => ({
    settings: new URLSearchParams(Object.entries(settings).map(([name, value]) => [name, `${value}`])).toString(),
    cells: [
      ...knobs.map(({ name, values }) => values.find(([value]) => value === settings[name])?.[1] ?? ""),
      numbers.toLocaleString("en-US"),
      ...Object.entries(measures).map(([name, { scale }]) => (name in result ? `${say(result[name].mean, scale)} ± ${say(result[name].spread, scale)}` : "–")),
    ],
  }))
  return { heads: knobs.length, head, rows }
}

if (isStarted(import.meta.url)) {
  /** @type {Record<string, ReturnType<typeof recordedTable>>} */
  const tables = {}
  for (const lab of Object.keys(LABS)) {
    const recorded = JSON.parse(readFile(`recorded/${lab}.json`).toString())
    writeFile(`../diagrams/lab-${lab}.svg`, `${recordedChart(lab, recorded)}\n`)
    tables[lab] = recordedTable(lab, recorded)
  }
  writeFile("recorded/tables.json", `${JSON.stringify(tables, null, 1)}\n`)
}
