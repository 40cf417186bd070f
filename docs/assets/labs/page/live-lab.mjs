/** `<live-lab name="peft">`: the bench of one lab, where the reader sets knobs, runs and compares. */

import { make } from "../../ui/make.mjs"
import { LABS, say } from "../study/catalog.mjs"
import { readAddress, writeAddress } from "./address.mjs"
import { askBox } from "./ask.mjs"
import { Curve } from "./curve.mjs"
import { knobGroup, ownTextBox, settingsOf } from "./knobs.mjs"
import { holdBack } from "./prediction.mjs"
import { Runner } from "./runner.mjs"
import { toElement, trainedCells } from "./shapes.mjs"
import { stagesPart } from "./stages.mjs"
import { markRecorded, pointsTable, samplesTable } from "./tables.mjs"

/** @typedef {import("./curve.mjs").Point} Point */

const ALL_NUMBERS = 75312

export class LiveLab extends HTMLElement {
  #listening = new AbortController()
  #runner = new Runner({
    state: (state, sentence) => this.#show(state, sentence),
    data: (data) => this.#take(data),
  })
  /** @type {Point[]} */
  #points = []
  /** @type {Record<string, string | number>} */
  #settings = {}
  #seed = 0
  #startedAt = 0
  #quarter = 0
  #isFast = true
  #curve = new Curve()
  /** @type {(sentence: string) => void} */
  #answer = () => {}

  // The parts that change.
  #run = make("button", { className: "btn btn--primary" }, "Run")
  #stop = make("button", { type: "button", className: "btn", disabled: true }, "Stop")
  #seedBox = make("input", {
    type: "number",
    name: "seed",
    min: "0",
    max: "9999",
    step: "1",
    required: true,
  })
  #link = make("button", { type: "button", className: "quiet" }, "Copy a link to this run")
  #cells = make("div", {})
  #status = make("p", { className: "lab-status", role: "status" })
  #progress = make("progress", { max: 1, value: 0, ariaLabel: "Training steps done" })
  #after = make("div", { className: "lab-after" })
  #form = make("form", { className: "lab-bench__knobs" })

  get #lab() {
    return this.getAttribute("name") ?? ""
  }

  connectedCallback() {
    const lab = LABS[this.#lab]
    if (!lab) return
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.#curve.open(this.#lab)
    const { settings, seed, hidden, faults } = readAddress(this.#lab, location.search)
    this.#settings = settings
    this.#seedBox.value = `${seed}`
    this.#fillForm(hidden)
    this.replaceChildren(
      make(
        "div",
        { className: "lab-bench" },
        this.#form,
        make(
          "div",
          { className: "lab-bench__view" },
          this.#status,
          this.#progress,
          make("p", { className: "lab-chart-title" }, lab.curve.title),
          this.#curve.element,
        ),
      ),
      this.#after,
    )
    this.#status.textContent = faults.join(" ") || "Ready. Choose the settings and press Run."
    this.#form.addEventListener("submit", (event) => this.#begin(event), { signal })
    this.#form.addEventListener("change", () => this.#preview(), { signal })
    this.#stop.addEventListener("click", () => this.#runner.stop(), { signal })
    this.#link.addEventListener("click", () => this.#copyLink(), { signal })
    document.addEventListener("visibilitychange", () => this.#runner.pause(document.hidden), {
      signal,
    })
    for (const part of document.querySelectorAll(".lab-predict"))
      holdBack(/** @type {HTMLElement} */ (part), signal)
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
    const seedLine = make(
      "p",
      { className: "lab-seed" },
      make("label", {}, "Seed ", this.#seedBox),
      this.#link,
    )
    seedLine.hidden = hidden.has("seed")
    this.#form.replaceChildren(
      ...groups,
      ...(own ? [ownTextBox(own)] : []),
      make("div", { className: "lab-go" }, this.#run, this.#stop),
      this.#cells,
      seedLine,
    )
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
    this.#curve.show(this.#points, this.#settings)
    this.#curve.loadRecorded()
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
    if (!this.#points.length) this.#curve.show([], this.#settings)
  }

  /** @param {number} trained */
  #showTrained(trained) {
    const all = Math.max(ALL_NUMBERS, trained)
    const share = (trained / all) * 100
    this.#cells.replaceChildren(
      toElement(trainedCells(trained, all)),
      make(
        "p",
        { className: "lab-hint" },
        `Trained: ${trained.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} numbers (${share >= 10 ? Math.round(share) : share.toFixed(1)}%).`,
      ),
    )
  }

  /** @param {any} data - from the worker */
  #take(data) {
    if ("isFast" in data) this.#isFast = data.isFast
    if (data.point) this.#addPoint(data.point)
    if (data.stages && !this.#after.hasChildNodes())
      this.#after.append(stagesPart(data.stages, this.#settings.method))
    if (data.end) this.#finish(data.end)
    if (data.asked) this.#answer(data.fault ?? `The tuned model: ${data.answer || "(nothing)"}`)
  }

  /** @param {Point} point */
  #addPoint(point) {
    this.#points.push(point)
    this.#progress.value = point.step / point.steps
    const quarter = Math.floor((point.step / point.steps) * 4)
    if (this.#points.length === 1)
      this.dataset.firstPoint = `${Math.round(performance.now() - this.#startedAt)}`
    if (this.#runner.state === "running") this.#tellProgress(point.steps, quarter)
    this.#quarter = quarter
    this.#curve.show(this.#points, this.#settings)
  }

  /** At the start and at each quarter; the progress bar tells the rest. @param {number} steps @param {number} quarter */
  #tellProgress(steps, quarter) {
    const slowly = this.#isFast
      ? ""
      : " WebAssembly is off here, so it takes about ten times as long."
    if (this.#points.length === 1) this.#say(`Training, ${steps} steps.${slowly}`)
    else if (quarter > this.#quarter && quarter < 4) this.#say(`Training, ${quarter * 25}% done.`)
  }

  /** @param {any} end */
  #finish({ numbers, result, samples, canBeAsked }) {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1)
    const { curve, measures } = LABS[this.#lab]
    const broken = Object.values(result).some((value) => !Number.isFinite(value))
    const words = curve.measures.map(
      (name) => `${measures[name].label}: ${say(result[name], measures[name].scale)}.`,
    )
    this.#say(
      `Done in ${seconds} s. ${words.join(" ")}${broken ? " Training has broken the model: some results are no longer numbers." : ""}`,
    )
    this.dataset.result = JSON.stringify({ ...result, points: this.#points })
    this.#progress.value = 1
    this.#showTrained(numbers)
    this.#after.append(
      pointsTable(this.#lab, this.#points),
      make("h3", {}, "The same text, before and after"),
      samplesTable(this.#lab, samples),
    )
    if (canBeAsked) this.#offerToAsk()
    markRecorded(document, this.#lab, this.#settings, result)
    this.dispatchEvent(new CustomEvent("lab-done", { bubbles: true }))
  }

  #offerToAsk() {
    const { form, answer } = askBox(LABS[this.#lab].ask, (asked) => this.#runner.ask(asked))
    this.#answer = answer
    this.#after.append(form)
  }

  /** @param {import("./runner.mjs").State} state @param {string} sentence */
  #show(state, sentence) {
    const isRunning = state === "running" || state === "paused"
    this.dataset.state = state
    this.#run.disabled = isRunning
    this.#stop.disabled = !isRunning
    this.#run.textContent = this.#points.length ? "Run again" : "Run"
    if (state === "running" && !sentence) this.#say("Loading the model.")
    if (sentence)
      this.#say(
        state === "failed" || state === "stopped"
          ? `${sentence} The recorded results below stay.`
          : sentence,
      )
    if (!isRunning && document.activeElement === document.body) this.#run.focus()
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#status.textContent = sentence
  }

  async #copyLink() {
    this.#readForm()
    const address = writeAddress(location.href, this.#settings, this.#seed)
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    )
    this.#say(isCopied ? "The link is copied." : `The link to this run: ${address}`)
  }
}
