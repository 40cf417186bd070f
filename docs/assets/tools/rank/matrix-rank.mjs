/** `<matrix-rank>`: a weight matrix and its two LoRA matrices, true to scale, at the rank that the reader sets. */

import { make } from "../../ui/make.mjs"
import { draw } from "../../ui/picture.mjs"
import { FROZEN, RANKS, share, SIDE, trained } from "./rank.mjs"

const SQUARE = 160
const START = RANKS.indexOf(16)

export class MatrixRank extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return
    const input = make("input", {
      type: "range",
      min: "0",
      max: `${RANKS.length - 1}`,
      value: `${START}`,
    })
    const output = make("output", { className: "moving__verdict" })
    const a = draw("rect", { x: 250, y: 22, width: SQUARE, class: "amount__trained" })
    const b = draw("rect", { x: 250, y: 22, height: SQUARE, class: "amount__trained" })
    const show = () => {
      const rank = RANKS[Number(input.value)]
      // At least a hair, so that rank 1 can be seen.
      const thin = Math.max(1, (rank / SIDE) * SQUARE)
      a.setAttribute("height", `${thin}`)
      b.setAttribute("y", `${22 + thin + 14}`)
      b.setAttribute("width", `${thin}`)
      input.setAttribute("aria-valuetext", `rank ${rank}`)
      output.replaceChildren(make("strong", {}, `Rank ${rank}: `), sentence(rank))
    }
    input.addEventListener("input", show)
    this.append(
      make("label", { className: "moving__label" }, "Rank ", input),
      drawing(a, b),
      output,
    )
    show()
  }
}

/** @param {number} rank */
const sentence = (rank) =>
  rank === 2048
    ? "LoRA would train as many parameters as W has, and save nothing."
    : `${trained(rank).toLocaleString("en-US")} trained parameters next to ${FROZEN.toLocaleString("en-US")} frozen ones, ${share(rank)}.`

/** @param {SVGElement | Element} a @param {SVGElement | Element} b */
const drawing = (a, b) =>
  draw(
    "svg",
    { viewBox: "0 0 420 282", "aria-hidden": "true" },
    draw("rect", { x: 10, y: 22, width: SQUARE, height: SQUARE, class: "amount__frozen" }),
    draw("text", { x: 10, y: 15 }, "W, frozen: 4,096 × 4,096"),
    draw("text", { x: 250, y: 15 }, "A and B, trained"),
    a,
    b,
  )
