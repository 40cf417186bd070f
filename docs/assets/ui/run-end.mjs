/** The end of a run: what was missed, and where to go from here. */

import { folded } from "./controls.mjs"
import { icon } from "./icon.mjs"
import { make } from "./make.mjs"
import { linkTo } from "./site.mjs"

/** So many are read; the others are there for those who look for them. */
const SHOWN = 8
/** Not worth a fold of their own. */
const FEW = 2

/** @param {readonly Node[]} rows - what each entry says */
export function missedLists(rows) {
  if (rows.length === 0) return []
  const rest = rows.slice(SHOWN)
  if (rest.length <= FEW) return [list(rows)]
  return [list(rows.slice(0, SHOWN)), folded(`${rest.length} more`, list(rest))]
}

/** The lists under their heading; nothing where nothing was missed. @param {readonly Node[]} rows */
export const missedPart = (rows) =>
  rows.length > 0 ? [make("h3", {}, "What you missed"), ...missedLists(rows)] : []

/** @param {readonly Node[]} rows */
const list = (rows) =>
  make(
    "ul",
    { className: "missed-list" },
    ...rows.map((row) =>
      make("li", {}, make("span", { className: "badge badge--no" }, icon("cross")), row),
    ),
  )

/** @param {HTMLElement} first - what leads on */
export function nextSteps(first) {
  const back = linkTo("practice/", "Enough for today")
  back.className = "btn"
  return make("p", { className: "steps" }, first, back)
}
