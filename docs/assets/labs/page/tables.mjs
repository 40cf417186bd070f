/** The tables of a run: before and after, the numbers behind the chart, and its place among recorded runs. */

import { make } from "../../ui/make.mjs"
import { LABS, say } from "../study/catalog.mjs"

/** @typedef {{ asked: string, expected: string, before: string, after: string, unplugged?: string }} Sample */

/** @param {string} lab @param {readonly Sample[]} samples */
export function samplesTable(lab, samples) {
  const hasUnplugged = samples.some(({ unplugged }) => unplugged)
  const heads = [
    "The model reads",
    LABS[lab].expects,
    "Before",
    "After this run",
    ...(hasUnplugged ? ["Unplugged again"] : []),
  ]
  const rows = samples.map(({ asked, expected, before, after, unplugged }) => {
    const isRight = matches(after, expected)
    const verdict = make(
      "span",
      { className: isRight ? "chip chip--right" : "chip chip--wrong" },
      isRight ? "✓ right" : "✕ wrong",
    )
    const cells = [expected, before, after, ...(hasUnplugged ? [unplugged ?? ""] : [])].map(
      (text) => make("td", {}, make("span", { className: "lab-say" }, text || "(nothing)")),
    )
    cells[2].append(" ", verdict)
    heads.slice(1).forEach((head, i) => (cells[i].dataset.label = head))
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, make("span", { className: "lab-say" }, asked)),
      ...cells,
    )
  })
  return wrap("Before and after, word for word", heads, rows)
}

/** A word fits if it begins the answer; an answer fits word for word. @param {string} given @param {string} expected */
const matches = (given, expected) => given === expected || given.includes(expected)

/** @param {string} lab @param {readonly { step: number, values: Record<string, number> }[]} points */
export function pointsTable(lab, points) {
  const { curve, measures } = LABS[lab]
  const names = curve.measures.filter((name) => points.some(({ values }) => name in values))
  const heads = ["Training step", ...names.map((name) => measures[name]?.label ?? name)]
  const rows = points.map(({ step, values }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, `${step}`),
      ...names.map((name) => make("td", {}, say(values[name], measures[name].scale))),
    ),
  )
  return make(
    "details",
    { className: "lab-fold" },
    make("summary", {}, "The numbers behind this chart"),
    wrap("This run, step by step", heads, rows),
  )
}

/** @param {string} caption @param {readonly string[]} heads @param {HTMLElement[]} rows */
const wrap = (caption, heads, rows) =>
  make(
    "div",
    { className: "lab-table" },
    make(
      "table",
      { className: "lab-results" },
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...rows),
    ),
  )

/** Takes the results of an earlier run out of the recorded table. @param {ParentNode} page */
export function clearMarks(page) {
  for (const old of page.querySelectorAll(".lab-table [data-run]")) {
    old.removeAttribute("data-run")
    for (const note of old.querySelectorAll(".lab-now")) note.remove()
  }
}

/**
 * Marks the recorded row with these settings and writes this run's results into it.
 *
 * @param {ParentNode} page @param {string} lab @param {Record<string, string | number>} settings @param {Record<string, number>} result
 */
export function markRecorded(page, lab, settings, result) {
  const wanted = new URLSearchParams(
    Object.entries(settings).map(([name, value]) => [name, `${value}`]),
  ).toString()
  for (const row of page.querySelectorAll(".lab-table tr[data-settings]")) {
    if (row.getAttribute("data-settings") !== wanted) continue
    row.setAttribute("data-run", "")
    Object.entries(LABS[lab].measures).forEach(([name, { scale }], i, all) => {
      const cell = row.children[row.children.length - all.length + i]
      if (name in result)
        cell.append(
          make("span", { className: "lab-now" }, ` this run: ${say(result[name], scale)}`),
        )
    })
  }
}
