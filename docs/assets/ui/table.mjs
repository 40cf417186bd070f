/** Tables with heads for columns and rows. */

import { make } from "./make.mjs"

/**
 * @param {string} caption
 * @param {readonly string[]} columns
 * @param {readonly (readonly Cell[])[]} rows - the first cell of each is its head
 */
export const table = (caption, columns, rows) =>
  make(
    "table",
    { className: "figures" },
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...columns.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...rows.map(rowOf)),
  )

/** @param {readonly Cell[]} row */
const rowOf = ([head, ...cells]) =>
  make("tr", {}, make("th", { scope: "row" }, head), ...cells.map((cell) => make("td", {}, cell)))
