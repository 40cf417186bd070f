/**
 * Turns the recorded results into what pages show: a chart of each lab as an SVG file, once for wide screens
 * and once for phones, and a table of every setting as a piece of HTML.
 */

import { LABS, say } from "../../../docs/assets/labs/study/catalog.mjs"
import { rangeChart } from "../../../docs/assets/labs/page/chart.mjs"
import { isStarted, readFile, writeFile } from "./files.mjs"
import { PICTURES } from "./pictures.mjs"

/**
 * @typedef {{ mean: number, spread: number, low: number, high: number }} Summary
 * @typedef {{ settings: Record<string, string | number>, numbers: number, result: Record<string, Summary> }} Position
 * @typedef {{ positions: Position[] }} Recorded
 */

const WIDTHS = { "only-wide": 680, "only-narrow": 320 }

/** @param {string} text */
const escape = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** @param {import("../../../docs/assets/labs/page/chart.mjs").Shape | string} shape @returns {string} */
function toText(shape) {
  if (typeof shape === "string") return escape(shape)
  const [tag, attributes, ...children] = shape
  const list = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(`${value}`)}"`)
    .join("")
  return children.length
    ? `<${tag}${list}>${children.map(toText).join("")}</${tag}>`
    : `<${tag}${list}/>`
}

/** @param {string} lab @param {Recorded} recorded */
export function recordedChart(lab, recorded) {
  const { knobs, measures } = LABS[lab]
  const picture = PICTURES[lab]
  const knob = /** @type {import("../../../docs/assets/labs/study/catalog.mjs").Knob} */ (
    knobs.find(({ name }) => name === picture.across)
  )
  const lines = picture.lines.map(({ label, measure, settings }) => ({
    label,
    values: knob.values.map(
      ([value]) => resultAt(recorded, { ...settings, [knob.name]: value })[measure],
    ),
  }))
  const chart = {
    title: picture.title,
    scale: measures[picture.lines[0].measure].scale,
    under: knob.label.toLowerCase(),
    across: knob.values.map(([, label]) => label),
    lines,
  }
  return Object.entries(WIDTHS)
    .map(([name, width]) => {
      const [tag, attributes, ...children] = rangeChart({ ...chart, width })
      return toText([tag, { ...attributes, class: `lab-chart ${name}` }, ...children])
    })
    .join("\n")
}

/** @param {Recorded} recorded @param {Record<string, string | number>} wanted */
function resultAt({ positions }, wanted) {
  const position = positions.find(({ settings }) =>
    Object.entries(wanted).every(([name, value]) => settings[name] === value),
  )
  if (!position) throw new RangeError(`nothing is recorded for ${JSON.stringify(wanted)}`)
  return position.result
}

/** A lab's table as HTML; long ones are folded. @param {string} lab @param {Recorded} recorded */
export function recordedTable(lab, { positions }) {
  const { knobs, measures } = LABS[lab]
  const heads = [
    ...knobs.map(({ label }) => label),
    "Trained parameters",
    ...Object.values(measures).map(({ label }) => label),
  ]
  const rows = positions.map(({ settings, numbers, result }) => {
    const [first, ...others] = [
      ...knobs.map(
        ({ name, values }) => values.find(([value]) => value === settings[name])?.[1] ?? "",
      ),
      numbers.toLocaleString("en-US"),
      ...Object.entries(measures).map(([name, { scale }]) =>
        name in result
          ? `${say(result[name].mean, scale)}\u00a0±\u00a0${say(result[name].spread, scale)}`
          : "–",
      ),
    ]
    const cells = others.map(
      (text, i) => `<td data-label="${escape(heads[i + 1])}">${escape(text)}</td>`,
    )
    return `<tr data-settings="${escape(settingsText(settings))}"><th scope="row" data-label="${escape(heads[0])}">${escape(first)}</th>${cells.join("")}</tr>`
  })
  const caption = "Recorded results: mean of five runs ± their spread (standard deviation)"
  const table = [
    '<div class="lab-table">',
    '<table class="lab-results">',
    `<caption>${caption}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${escape(head)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows,
    "</tbody>",
    "</table>",
    "</div>",
  ]
  const summary = `<summary>All ${rows.length} recorded settings as a table</summary>`
  return (
    rows.length > MOST_ROWS_OPEN
      ? ['<details class="lab-fold">', summary, ...table, "</details>"]
      : table
  ).join("\n")
}

const MOST_ROWS_OPEN = 6

/** @param {Record<string, string | number>} settings */
const settingsText = (settings) =>
  new URLSearchParams(
    Object.entries(settings).map(([name, value]) => [name, `${value}`]),
  ).toString()

if (isStarted(import.meta.url)) {
  for (const lab of Object.keys(LABS)) {
    const recorded = JSON.parse(readFile(`recorded/${lab}.json`).toString())
    writeFile(`../diagrams/lab-${lab}.svg`, `${recordedChart(lab, recorded)}\n`)
    writeFile(`../diagrams/lab-${lab}-table.html`, `${recordedTable(lab, recorded)}\n`)
  }
}
