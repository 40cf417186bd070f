/** `<live-lab name="peft">`: the bench of one lab, where the reader sets knobs, runs and compares. */

import { make } from "../../ui/make.mjs"
import { LABS, say } from "../study/catalog.mjs"
import { readAddress, writeAddress } from "./address.mjs"
import { curveChart } from "./chart.mjs"
import { knobGroup, ownTextBox, settingsOf } from "./knobs.mjs"
import { holdBack } from "./prediction.mjs"
import { Runner } from "./runner.mjs"
import { toElement, trainedCells } from "./shapes.mjs"
import { stagesPart } from "./stages.mjs"
import { markRecorded, pointsTable, samplesTable } from "./tables.mjs"

/** @typedef {{ step: number, steps: number, values: Record<string, number> }} Point */

const ALL_NUMBERS = 75312

export class LiveLab extends HTMLElement {
  #listening = new AbortController()
  #runner = new Runner({ state: (state, sentence) => this.#show(state, sentence), data: (data) => this.#take(data) })
  /** @type {Point[]} */
  #points = []
  /** @type {Record<string, string | number>} */
  #settings = {}
  #seed = 0
  #startedAt = 0
  #quarter = 0
  #isFast = true
  /** @type {Promise<any> | undefined} */
  #recorded

  // The parts that change.
  #run = make("button", { className: "btn btn--primary" }, "Run")
  #stop = make("button", { type: "button", className: "btn", disabled: true }, "Stop")
  #seedBox = make("input", { type: "number", name: "seed", min: "0", max: "9999", step: "1", required: true })
  #link = make("button", { type: "button", className: "quiet" }, "Copy a link to this run")
  #cells = make("div", {})
  #status = make("p", { className: "lab-status", role: "status" })
  #progress = make("progress", { max: 1, value: 0, ariaLabel: "Training steps done" })
  #chart = make("div", { className: "lab-drawing" })
  #after = make("div", { className: "lab-after" })
  #answer = make("output", { className: "lab-answer" })
  #form = make("form", { className: "lab-bench__knobs" })

  get #lab() {
    return this.getAttribute("name") ?? ""
  }

  connectedCallback() {
    const lab = LABS[this.#lab]
    if (!lab) return
    this.#listening = new AbortController()
    const { signal } = this.#listening
    const { settings, seed, hidden, faults } = readAddress(this.#lab, location.search)
    this.#settings = settings
    this.#seedBox.value = `${seed}`
    this.#fillForm(hidden)
    this.replaceChildren(
      make("div", { className: "lab-bench" }, this.#form,
        make("div", { className: "lab-bench__view" }, this.#status, this.#progress, make("p", { className: "lab-chart-title" }, lab.curve.title), this.#chart)),
      this.#after,
    )
    this.#status.textContent = faults.join(" ") || "Ready. Set the knobs and press Run."
    this.#form.addEventListener("submit", (event) => this.#begin(event), { signal })
    this.#form.addEventListener("change", () => this.#preview(), { signal })
    this.#stop.addEventListener("click", () => this.#runner.stop(), { signal })
    this.#link.addEventListener("click", () => this.#copyLink(), { signal })
    document.addEventListener("visibilitychange", () => this.#runner.pause(document.hidden), { signal })
    new ResizeObserver(() => this.#draw()).observe(this.#chart)
    for (const part of document.querySelectorAll(".lab-predict")) holdBack(/** @type {HTMLElement} */ (part), signal)
    this.#preview()
  }

  disconnectedCallback() {
    this.#listening.abort()
    this.#runner.leave()
  }

  /** @param {Set<string>} hidden - controls that a teacher leaves out */
  #fillForm(hidden) {
    const { knobs, own } = LABS[this.#lab]
    const groups = knobs.map((knob) => {
      const group = knobGroup(knob, this.#settings[knob.name])
      group.hidden = hidden.has(knob.name)
      return group
    })
    const seedLine = make("p", { className: "lab-seed" }, make("label", {}, "Seed ", this.#seedBox), this.#link)
    seedLine.hidden = hidden.has("seed")
    this.#form.replaceChildren(...groups, ...(own ? [ownTextBox(own)] : []), make("div", { className: "lab-go" }, this.#run, this.#stop), this.#cells, seedLine)
  }

  /** @param {SubmitEvent} event */
  #begin(event) {
    event.preventDefault()
    this.#readForm()
    this.#points = []
    this.#quarter = 0
    this.#startedAt = performance.now()
    this.#after.replaceChildren()
    const ownText = String(new FormData(this.#form).get("own") ?? "")
    history.replaceState(history.state, "", writeAddress(location.href, this.#settings, this.#seed))
    this.#runner.start({ lab: this.#lab, settings: this.#settings, seed: this.#seed, ownText })
    this.#loadRecorded()
  }

  #readForm() {
    this.#settings = settingsOf(LABS[this.#lab].knobs, this.#form)
    this.#seed = Number(this.#seedBox.value)
  }

  /** Shows what the knobs would train, and the recorded runs once they are here. */
  #preview() {
    if (this.#runner.state === "running" || this.#runner.state === "paused") return
    this.#readForm()
    this.#showTrained(LABS[this.#lab].trained?.(this.#settings) ?? ALL_NUMBERS)
    if (!this.#points.length) this.#draw()
  }

  /** @param {number} trained */
  #showTrained(trained) {
    const all = Math.max(ALL_NUMBERS, trained)
    const share = (trained / all) * 100
    this.#cells.replaceChildren(
      toElement(trainedCells(trained, all)),
      make("p", { className: "lab-hint" }, `Trained: ${trained.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} numbers (${share >= 10 ? Math.round(share) : share.toFixed(1)}%).`),
    )
  }

  async #loadRecorded() {
    this.#recorded ??= fetch(new URL(`../recorded/${this.#lab}.json`, import.meta.url)).then((answer) => answer.json()).catch(() => null)
    await this.#recorded
    this.#draw()
  }

  async #draw() {
    const { curve, measures } = LABS[this.#lab]
    const recorded = await this.#recorded
    const key = JSON.stringify(this.#settings)
    const position = recorded?.positions.find((/** @type {any} */ one) => JSON.stringify(one.settings) === key)
    const lines = curve.measures.map((name) => ({
      label: curve.measures.length > 1 ? shortLabel(measures[name].label) : "this run",
      points: this.#points.filter(({ values }) => name in values).map(({ step, values }) => /** @type {[number, number]} */ ([step, values[name]])),
      band: position?.curve[name] && { steps: position.curve.steps, ...position.curve[name] },
    }))
    const steps = this.#points[0]?.steps ?? position?.curve.steps.at(-1) ?? 200
    const width = Math.max(280, this.#chart.clientWidth)
    this.#chart.replaceChildren(toElement(curveChart({ title: curve.title, scale: curve.scale, steps, lines, width })))
    if (position) this.#chart.append(make("p", { className: "lab-hint" }, "Gray: range of five recorded runs with these settings, dashes their mean."))
  }

  /** @param {any} data - from the worker */
  #take(data) {
    if ("isFast" in data) this.#isFast = data.isFast
    if (data.point) this.#addPoint(data.point)
    if (data.stages && !this.#after.hasChildNodes()) this.#after.append(stagesPart(data.stages, this.#settings.method))
    if (data.end) this.#finish(data.end)
    if (data.asked) this.#answer.textContent = data.fault ?? `The tuned model: ${data.answer || "(nothing)"}`
  }

  /** @param {Point} point */
  #addPoint(point) {
    this.#points.push(point)
    this.#progress.value = point.step / point.steps
    const quarter = Math.floor((point.step / point.steps) * 4)
    if (this.#points.length === 1) {
      this.dataset.firstPoint = `${Math.round(performance.now() - this.#startedAt)}`
      this.#say(this.#isFast ? `Training, ${point.steps} steps.` : `Training, ${point.steps} steps. WebAssembly is off here, so it takes about ten times as long.`)
    } else if (quarter > this.#quarter && quarter < 4) this.#say(`Training, ${quarter * 25}% done.`)
    this.#quarter = quarter
    this.#draw()
  }

  /** @param {any} end */
  #finish({ numbers, result, samples, canBeAsked }) {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1)
    const { curve, measures } = LABS[this.#lab]
    const broken = Object.values(result).some((value) => !Number.isFinite(value))
    const words = curve.measures.map((name) => `${measures[name].label}: ${say(result[name], measures[name].scale)}.`)
    this.#say(`Done in ${seconds} s. ${words.join(" ")}${broken ? " Training has broken the model: some results are no longer numbers." : ""}`)
    this.dataset.result = JSON.stringify({ ...result, points: this.#points })
    this.#progress.value = 1
    this.#showTrained(numbers)
    this.#after.append(
      pointsTable(this.#lab, this.#points),
      make("h3", {}, "The same text, before and after"),
      samplesTable(this.#lab, samples),
      ...(canBeAsked ? [this.#askForm()] : []),
    )
    markRecorded(document, this.#lab, this.#settings, result)
    this.dispatchEvent(new CustomEvent("lab-done", { bubbles: true }))
  }

  #askForm() {
    const { ask } = LABS[this.#lab]
    const box = make("input", { type: "text", maxLength: 200, placeholder: ask.example, autocomplete: "off", spellcheck: false })
    const form = make("form", { className: "lab-ask" },
      make("label", {}, make("span", {}, ask.label), box),
      make("button", { className: "btn" }, "Ask"),
      this.#answer,
    )
    this.#answer.textContent = ""
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.#runner.ask(box.value || ask.example)
    })
    return form
  }

  /** @param {import("./runner.mjs").State} state @param {string} sentence */
  #show(state, sentence) {
    const isRunning = state === "running" || state === "paused"
    this.dataset.state = state
    this.#run.disabled = isRunning
    this.#stop.disabled = !isRunning
    this.#run.textContent = this.#points.length ? "Run again" : "Run"
    if (state === "running" && !sentence) this.#say("Loading the model.")
    if (sentence) this.#say(state === "failed" || state === "stopped" ? `${sentence} The recorded results below stay.` : sentence)
    if (!isRunning && document.activeElement === document.body) this.#run.focus()
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#status.textContent = sentence
  }

  async #copyLink() {
    this.#readForm()
    const address = writeAddress(location.href, this.#settings, this.#seed)
    const isCopied = await navigator.clipboard?.writeText(address).then(() => true, () => false)
    this.#say(isCopied ? "The link is copied." : `The link to this run: ${address}`)
  }
}

/** The part before the comma: "Quality, by a careful rater" is a long name for a line. @param {string} label */
const shortLabel = (label) => label.split(",")[0].toLowerCase()
