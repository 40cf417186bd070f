/** `<early-stopping>`: the two loss curves of the page's table, cut where the reader stops the run. */

import { make } from "../../ui/make.mjs"
import { draw } from "../../ui/picture.mjs"
import { best, verdict } from "./stopping.mjs"

const WIDTH = 420
const HEIGHT = 200
const LEFT = 16
const MOST = 2.4

export class EarlyStopping extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return
    const [training, validation] = lossesOf(document.querySelectorAll("#stopping-losses tbody tr"))
    if (!training?.length) return
    const x = (/** @type {number} */ at) => LEFT + (at / (training.length - 1)) * (WIDTH - 2 * LEFT)
    const input = make("input", {
      type: "range",
      min: "1",
      max: `${training.length}`,
      value: `${best(validation) + 1}`,
    })
    const output = make("output", { className: "moving__verdict" })
    const line = draw("line", { y1: 0, y2: HEIGHT, class: "amount__mark" })
    const dot = draw("circle", { r: 6, class: "moving__dot" })
    const show = () => {
      const at = Number(input.value) - 1
      for (const end of ["x1", "x2"]) line.setAttribute(end, `${x(at)}`)
      dot.setAttribute("cx", `${x(at)}`)
      dot.setAttribute("cy", `${y(validation[at])}`)
      input.setAttribute("aria-valuetext", `after epoch ${at + 1}`)
      output.replaceChildren(
        make("strong", {}, `Stop after epoch ${at + 1}: `),
        `training loss ${training[at].toFixed(2)}, validation loss ${validation[at].toFixed(2)}. ${verdict(validation, at)}`,
      )
    }
    input.addEventListener("input", show)
    this.append(
      make("label", { className: "moving__label" }, "Stop the run after epoch ", input),
      draw(
        "svg",
        { viewBox: `0 0 ${WIDTH} ${HEIGHT + 26}`, "aria-hidden": "true" },
        curve(validation, x, "moving__validation"),
        curve(training, x, "moving__training"),
        line,
        dot,
        draw(
          "text",
          { x: WIDTH - LEFT, y: y(validation.at(-1) ?? 0) - 12, "text-anchor": "end" },
          "validation loss",
        ),
        draw(
          "text",
          { x: WIDTH - LEFT, y: y(training.at(-1) ?? 0) - 26, "text-anchor": "end" },
          "training loss",
        ),
        draw("line", { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT, class: "amount__mark" }),
        draw("text", { x: WIDTH - LEFT, y: HEIGHT + 20, "text-anchor": "end" }, "epochs"),
      ),
      output,
    )
    show()
  }
}

/** @param {number} loss */
const y = (loss) => HEIGHT * (1 - loss / MOST)

/** @param {readonly number[]} losses @param {(at: number) => number} x @param {string} name */
const curve = (losses, x, name) =>
  draw("polyline", {
    points: losses.map((loss, at) => `${x(at)},${y(loss)}`).join(" "),
    fill: "none",
    class: name,
  })

/** The losses that each row tells: epoch, training, validation. @param {Iterable<Element>} rows */
function lossesOf(rows) {
  const cells = [...rows].map(({ children }) =>
    [...children].map(({ textContent }) => Number(textContent)),
  )
  return [cells.map(([, training]) => training), cells.map(([, , validation]) => validation)]
}
