/** `<live-lab name="peft">`: the bench of one lab, where the reader sets knobs, runs and compares. */

import { make } from "../../ui/make.mjs"
import { BASE_PARAMETERS, LABS, say } from "../study/catalog.mjs"
import { FEWEST_PICKS, writePicks } from "../study/raters.mjs"
import { readAddress, writeAddress } from "./address.mjs"
import { askBox } from "./ask.mjs"
import { Curve } from "./curve.mjs"
import { knobGroup, ownTextBox, settingsOf } from "./knobs.mjs"
import { holdBack } from "./prediction.mjs"
import { openRanking } from "./ranking.mjs"
import { Runner } from "./runner.mjs"
import { toElement, trainedCells, trainedWords } from "./shapes.mjs"
import { stagesPart } from "./stages.mjs"
import { clearMarks, markRecorded, pointsTable, samplesTable } from "./tables.mjs"

/** @typedef {import("./curve.mjs").Point} Point */

const EVERYTHING = { isBaseTrained: true, added: 0 }

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
  /** Controls that a teacher leaves out. @type {Set<string>} */
  #hidden = new Set()
  #startedAt = 0
  #quarter = 0
  #isFast = true
  #curve = new Curve()
  #ranking = make("div", { className: "lab-ranking" })
  /** The reader's picks, for as long as seed and rater stay. @type {readonly number[]} */
  #picks = []
  /** @type {import("../study/raters.mjs").Rater} */
  #rater = "rule"
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
    const { settings, seed, picks, hidden, faults } = readAddress(this.#lab, location.search)
    this.#settings = settings
    this.#seed = seed
    this.#picks = picks
    this.#rater = picks.length ? "reader" : "rule"
    this.#seedBox.value = `${seed}`
    this.#hidden = hidden
    this.#fillForm()
    this.replaceChildren(
      make(
        "div",
        { className: "lab-bench" },
        this.#form,
        make(
          "div",
          { className: "lab-bench__view" },
          this.#status,
          this.#ranking,
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

  #fillForm() {
    const { knobs, own, rater } = LABS[this.#lab]
    /** @type {Record<string, string | number>} */
    const values = { ...this.#settings, rater: this.#rater }
    const groups = [...knobs, ...(rater ? [rater.knob] : [])].map((knob) => {
      const group = knobGroup(knob, values[knob.name])
      group.hidden = this.#hidden.has(knob.name)
      return group
    })
    const seedLine = make(
      "p",
      { className: "lab-seed" },
      make("label", {}, "Seed ", this.#seedBox),
      this.#link,
    )
    seedLine.hidden = this.#hidden.has("seed")
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
    clearMarks(document)
    const ownText = String(new FormData(this.#form).get("own") ?? "")
    history.replaceState(history.state, "", this.#address())
    this.#runner.start({
      lab: this.#lab,
      settings: this.#settings,
      seed: this.#seed,
      ownText,
      rater: this.#rater,
      picks: this.#picks,
    })
    this.#showCurve()
    this.#curve.loadRecorded()
  }

  /** The address of a run with what is set here. */
  #address() {
    return writeAddress(location.href, this.#settings, this.#seed, writePicks(this.#picks))
  }

  #readForm() {
    const { knobs, rater } = LABS[this.#lab]
    const before = `${this.#rater} ${this.#seed}`
    this.#settings = settingsOf(knobs, this.#form)
    this.#seed = Number(this.#seedBox.value)
    if (rater) this.#rater = /** @type {any} */ (settingsOf([rater.knob], this.#form)).rater
    if (`${this.#rater} ${this.#seed}` !== before) this.#picks = []
  }

  #showCurve() {
    const { rater } = LABS[this.#lab]
    if (rater && this.#rater === "reader")
      this.#curve.show(this.#points, { ...this.#settings, ...rater.recorded }, rater.notRecorded)
    else this.#curve.show(this.#points, this.#settings, "with these settings")
  }

  /** @param {readonly number[]} picks */
  #trainOn(picks) {
    this.#picks = picks
    this.#startedAt = performance.now()
    history.replaceState(history.state, "", this.#address())
    this.#runner.rank(picks)
  }

  /** Shows what the knobs would train, and the recorded runs once they are here. */
  #preview() {
    if (["running", "paused", "ranking"].includes(this.#runner.state)) return
    this.#readForm()
    const trained = LABS[this.#lab].trained?.(this.#settings) ?? EVERYTHING
    this.#cells.replaceChildren(
      toElement(trainedCells(trained, BASE_PARAMETERS)),
      make("p", { className: "lab-hint" }, trainedWords(trained, BASE_PARAMETERS)),
    )
    this.#hideUnused()
    if (!this.#points.length) this.#showCurve()
  }

  /** @param {any} data - from the worker */
  #take(data) {
    if ("isFast" in data) this.#isFast = data.isFast
    if (data.point) this.#addPoint(data.point)
    if (data.stages && !this.#after.hasChildNodes())
      this.#after.append(stagesPart(data.stages, this.#settings.method, this.#rater))
    if (data.toRank)
      openRanking(this.#ranking, { duels: data.toRank, fewest: FEWEST_PICKS }, (picks) =>
        this.#trainOn(picks),
      )
    if (data.end) this.#finish(data.end)
    if (data.asked) this.#answer(data.fault ?? `The tuned model: ${data.answer || "(nothing)"}`)
  }

  /** Knobs that are for the stated rule mean nothing when the reader compares. */
  #hideUnused() {
    const { rater } = LABS[this.#lab]
    for (const name of Object.keys(rater?.recorded ?? {})) {
      const group = this.#form.querySelector(`[name=${name}]`)?.closest("fieldset")
      if (group) group.hidden = this.#rater === "reader" || this.#hidden.has(name)
    }
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
    this.#showCurve()
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
  #finish({ result, samples, canBeAsked }) {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1)
    const { curve, measures, verdict } = LABS[this.#lab]
    const broken = Object.values(result).some((value) => !Number.isFinite(value))
    const words = curve.measures.map(
      (name) => `${measures[name].label}: ${say(result[name], measures[name].scale)}.`,
    )
    if (verdict) words.push(verdict(result))
    if (broken) words.push("Training has broken the model: some results are no longer numbers.")
    this.#say(`Done in ${seconds} s. ${words.filter(Boolean).join(" ")}`)
    this.dataset.result = JSON.stringify({ ...result, points: this.#points })
    this.#progress.value = 1
    this.#after.append(
      pointsTable(this.#lab, this.#points),
      make("h3", {}, "The same text, before and after"),
      samplesTable(this.#lab, samples),
    )
    if (canBeAsked) this.#offerToAsk()
    if (this.#rater === "rule") markRecorded(document, this.#lab, this.#settings, result)
    this.dispatchEvent(new CustomEvent("lab-done", { bubbles: true }))
  }

  #offerToAsk() {
    const { form, answer } = askBox(LABS[this.#lab].ask, (asked) => this.#runner.ask(asked))
    this.#answer = answer
    this.#after.append(form)
  }

  /** @param {import("./runner.mjs").State} state @param {string} sentence */
  #show(state, sentence) {
    const isRunning = ["running", "paused", "ranking"].includes(state)
    const hadFocus = [this.#run, this.#stop].some((one) => one === document.activeElement)
    if (state !== "ranking") this.#ranking.replaceChildren()
    this.dataset.state = state
    this.#run.disabled = isRunning
    this.#stop.disabled = !isRunning
    if (!isRunning) this.#run.textContent = this.#points.length ? "Run again" : "Run"
    if (state === "running" && !sentence) this.#say("Loading the model.")
    if (sentence)
      this.#say(
        state === "failed" || state === "stopped"
          ? `${sentence} The recorded results below stay.`
          : sentence,
      )
    // A button that is gone or disabled gives its focus up, soon or at once; the page stays where it is.
    if ((hadFocus || document.activeElement === document.body) && state !== "ranking")
      (isRunning ? this.#stop : this.#run).focus({ preventScroll: true })
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#status.textContent = sentence
  }

  async #copyLink() {
    this.#readForm()
    const address = this.#address()
    const isCopied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    )
    this.#say(isCopied ? "The link is copied." : `The link to this run: ${address}`)
  }
}
