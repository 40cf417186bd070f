/** The chart of a lab: this run over the recorded runs with the same settings. */

import { make } from "../../ui/make.mjs"
import { LABS } from "../study/catalog.mjs"
import { curveChart } from "./chart.mjs"
import { toElement } from "./shapes.mjs"

/** @typedef {{ step: number, steps: number, values: Record<string, number> }} Point */

const NARROWEST = 280
const USUAL_STEPS = 200

export class Curve {
  element = make("div", { className: "lab-drawing" })
  /** @type {readonly Point[]} */
  #points = []
  /** @type {Record<string, string | number>} */
  #settings = {}
  /** @type {any} */
  #recorded = null
  #lab = ""
  #note = ""

  /** Starts with an empty chart. @param {string} lab */
  open(lab) {
    this.#lab = lab
    new ResizeObserver(() => this.#draw()).observe(this.element)
  }

  /**
   * @param {readonly Point[]} points
   * @param {Record<string, string | number>} settings - of the recorded runs behind them
   * @param {string} note - which recorded runs these are
   */
  show(points, settings, note) {
    this.#points = points
    this.#settings = settings
    this.#note = note
    this.#draw()
  }

  /** Fetches the recorded runs, once; without them the run is drawn alone. */
  async loadRecorded() {
    this.#recorded ??= await fetch(new URL(`../recorded/${this.#lab}.json`, import.meta.url))
      .then((answer) => answer.json())
      .catch(() => null)
    this.#draw()
  }

  #draw() {
    const { curve, measures } = LABS[this.#lab]
    const key = JSON.stringify(this.#settings)
    const position = this.#recorded?.positions.find(
      (/** @type {any} */ one) => JSON.stringify(one.settings) === key,
    )
    const lines = curve.measures.map((name) => ({
      label: curve.measures.length > 1 ? lineLabel(measures[name]) : "this run",
      points: this.#points
        .filter(({ values }) => name in values)
        .map(({ step, values }) => /** @type {[number, number]} */ ([step, values[name]])),
      band: position?.curve[name] && { steps: position.curve.steps, ...position.curve[name] },
    }))
    const steps = this.#points[0]?.steps ?? position?.curve.steps.at(-1) ?? USUAL_STEPS
    const width = Math.max(NARROWEST, this.element.clientWidth)
    const note = position
      ? [
          make(
            "p",
            { className: "lab-hint" },
            `Shaded: range of five recorded runs ${this.#note}, dashes their mean.`,
          ),
        ]
      : []
    this.element.replaceChildren(
      toElement(curveChart({ title: curve.title, scale: curve.scale, steps, lines, width })),
      ...note,
    )
  }
}

/** The part before the comma: "Quality, by a careful rater" is a long name for a line. @param {import("../study/catalog.mjs").Measure} measure */
const lineLabel = ({ label, line }) => line ?? label.split(",")[0].toLowerCase()
