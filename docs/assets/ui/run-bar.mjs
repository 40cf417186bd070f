/** The bar over a run of questions or cards. */

import { make } from "./make.mjs"

/**
 * @param {HTMLElement} back - where the run was started from
 * @param {string} where - which of how many
 * @param {readonly Node[]} end - what else can be done
 * @param {HTMLElement} segments
 */
export const runBar = (back, where, end, segments) =>
  make(
    "div",
    { className: "runbar" },
    make(
      "div",
      { className: "runbar__row" },
      back,
      make("b", {}, where),
      make("span", { className: "runbar__end" }, ...end),
    ),
    segments,
  )
