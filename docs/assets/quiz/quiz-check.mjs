/** `<quiz-check>`: grades the item in whose form it stands, shows the outcome, records it. */

import { grade, missing, partial } from "../core/grade.mjs"
import { latest, timeOfNext, verdict } from "../core/history.mjs"
import * as attempts from "../store/attempts.mjs"
import { newId, notice } from "../store/database.mjs"
import * as tab from "../store/tab.mjs"
import { icon } from "../ui/icon.mjs"
import { find, make } from "../ui/make.mjs"
import { actions, output, sayHow, sureness } from "./answering.mjs"
import { hideHelp, ownMixUps, watchHelp } from "./help.mjs"
import { unmark } from "./mark.mjs"
import { reportResponse } from "./report.mjs"
import { VIEWS } from "./views.mjs"

const VERDICTS = { correct: "Right.", incorrect: "Not quite." }
const NOT_COUNTED = "The answer is open, so this question is not counted."

/** Milliseconds in which a second click is part of the first. */
const ONE_CLICK = 400

export class QuizCheck extends HTMLElement {
  #listening = new AbortController()
  /** @type {any} */
  #form
  #steadyUntil = 0
  /** @type {(value?: unknown) => void} */
  #tellReady = () => {}

  /** Resolves once the item says how it stands. */
  ready = new Promise((resolve) => (this.#tellReady = resolve))

  /** The buttons beside Check; whoever asks several items after another sets them. @type {() => Node[]} */
  extras = () => []

  /** The buttons once it is graded. @type {() => Node[]} */
  onward = () => [
    make(
      "button",
      { className: "btn", type: "button", onclick: () => this.askAgain() },
      "Try again",
    ),
  ]

  async connectedCallback() {
    this.#form = this.closest("form")
    if (!this.#form) return
    // Else "back" fills the form in again.
    this.#form.autocomplete = "off"
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.#form.addEventListener("submit", this.#check, { signal })
    this.addEventListener("click", this.#steady, { capture: true, signal })
    watchHelp(this.#form, () => this.#peek(), signal)
    const history = await attempts.ofItem(this.#form.id)
    try {
      if (signal.aborted) return
      this.#open(history)
      this.#form.addEventListener("input", () => this.#sayProgress(), { signal })
    } finally {
      this.#tellReady()
    }
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  /** @returns {"open" | "correct" | "incorrect" | "shown"} "shown" where the answer was opened first */
  get state() {
    const { outcome, peeked } = this.#form.dataset
    if (outcome !== "correct" && outcome !== "incorrect") return "open"
    return peeked === undefined ? outcome : "shown"
  }

  get #view() {
    return VIEWS[this.#form.dataset.interaction]
  }

  get #key() {
    return this.getAttribute("key") ?? ""
  }

  /** @param {Attempt[]} history */
  #open(history) {
    const since = Number(this.getAttribute("since") ?? 0)
    const last = latest(
      history.filter(({ at }) => at >= since),
      Date.now(),
    )
    const isAnew = this.hasAttribute("ask-again") || this.closest("[data-ask-again]")
    const state = isAnew ? "unseen" : verdict(last, this.#form.dataset.revision)
    if (last && (state === "correct" || state === "incorrect")) {
      this.#ask(history.length - 1)
      this.#show(last.response, state)
    } else {
      const wasPressed = this.querySelector("[data-waits=pressed]") !== null
      this.#ask(history.length)
      if (state === "changed") this.#say("This question changed since you answered it.")
      if (wasPressed) this.press()
    }
    // Where the browser does not keep the place of what is below.
    const target = document.querySelector("form.quiz-item:target")
    if (target && (target.compareDocumentPosition(this) & Node.DOCUMENT_POSITION_FOLLOWING) === 0)
      target.scrollIntoView()
  }

  /** A new try, which counts like the first. */
  async askAgain() {
    this.#steadyUntil = 0
    const { length } = await attempts.ofItem(this.#form.id)
    this.#form.reset()
    this.#ask(length)
    this.dispatchEvent(new CustomEvent("quiz-graded", { bubbles: true }))
    this.#form.querySelector("fieldset :is(input, select, textarea, button)")?.focus()
  }

  /** Presses the button that leads on, as Enter does. */
  press() {
    find(this, ".actions .btn--primary")?.click()
  }

  /** Chooses what has this place, from 0; false if there is nothing to choose. @param {number} place */
  choose(place) {
    const judges = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("button[value]"))
    if (judges.length > 0) judges[place]?.click()
    else this.#view.choose?.(this.#form, place)
  }

  /** The second click of two does nothing, also where another button is in its place; keys have no clicks. @param {MouseEvent} event */
  #steady = (event) => {
    if (event.detail === 0 || (event.detail === 1 && performance.now() > this.#steadyUntil)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  /** What was chosen before this script was here stays. @param {number} tries - before */
  #ask(tries) {
    const form = this.#form
    delete form.dataset.outcome
    delete form.dataset.peeked
    unmark(form)
    hideHelp(form)
    reportResponse(form, [])
    find(form, "fieldset").disabled = false
    output(form).replaceChildren()
    this.#view.arrange?.(form, this.#key, `${form.id} ${tries} `)
    const check = make("button", { className: "btn btn--primary" }, this.#view.label ?? "Check")
    this.replaceChildren(
      ...(this.#view.judge ? [] : [sureness(form.id)]),
      actions(...this.extras(), check),
    )
    this.#sayProgress()
  }

  /** How far the answer is, and what it lacks. */
  #sayProgress() {
    const form = this.#form
    if (this.state !== "open" || this.#view.judge) return
    const response = this.#view.read(form, null)
    const lacks = missing(form.dataset.interaction, this.#key, response)
    sayHow(form, response.some(Boolean) ? this.#view.progress?.(form, this.#key) : "")
    if (form.dataset.outcome) this.#say("")
    delete form.dataset.outcome
    find(this, ".actions .btn--primary").ariaDisabled = `${lacks !== ""}`
    find(this, ".actions__note").textContent = response.some(Boolean) ? lacks : ""
  }

  /** The answer was opened before there was one. */
  #peek() {
    if (this.state !== "open" || this.#view.judge) return
    this.#form.dataset.peeked = ""
    this.#say(NOT_COUNTED)
  }

  /** @param {SubmitEvent} event */
  #check = (event) => {
    event.preventDefault()
    // Enter may come before the button is there.
    if (!event.submitter) return
    const form = this.#form
    const { interaction } = form.dataset
    const response = this.#view.read(form, event.submitter)
    const outcome = grade(interaction, this.#key, response)
    if (outcome === "unanswered") return this.#refuse(missing(interaction, this.#key, response))
    const confidence = find(this, ":checked")?.value ?? null
    this.#show(response, outcome)
    this.#steadyUntil = performance.now() + ONE_CLICK
    output(form).focus()
    this.dispatchEvent(new CustomEvent("quiz-graded", { bubbles: true }))
    if (this.state !== "shown") this.#record({ response, outcome, confidence })
  }

  /** @param {string} sentence - what is missing */
  #refuse(sentence) {
    const form = this.#form
    form.dataset.outcome = "unanswered"
    this.#say(sentence)
    output(form).focus()
    if (!this.#view.judge) return
    this.#view.reveal?.(form)
    this.replaceChildren(actions(...this.#view.judge()))
    this.#steadyUntil = performance.now() + ONE_CLICK
  }

  /** @type {Graded} */
  #show(response, outcome) {
    const form = this.#form
    form.dataset.outcome = outcome
    this.#view.fill(form, response)
    this.#view.show?.(form, this.#key)
    reportResponse(form, this.#view.judge ? [] : response)
    find(form, "fieldset").disabled = true
    ownMixUps(form, outcome === "correct" ? [] : (this.#view.missteps?.(form, this.#key) ?? []))
    this.#sayVerdict(outcome, response)
    this.replaceChildren(actions(...this.onward()))
  }

  /** @param {"correct" | "incorrect"} outcome @param {string[]} response */
  #sayVerdict(outcome, response) {
    const form = this.#form
    const answer =
      this.#view.verdict?.(form, this.#key) ??
      partial(form.dataset.interaction, this.#key, response)
    const words = (this.#view.verdicts ?? VERDICTS)[outcome]
    const badge = make(
      "span",
      { className: outcome === "correct" ? "badge" : "badge badge--no" },
      icon(outcome === "correct" ? "check" : "cross"),
    )
    output(form).replaceChildren(
      badge,
      make(
        "span",
        {},
        make("span", { className: `quiz-item__${outcome}` }, words),
        " ",
        ...(outcome === "correct" ? [] : [answer].flat()),
        ...(this.state === "shown" ? [make("small", {}, ` ${NOT_COUNTED}`)] : []),
      ),
    )
  }

  /** @param {any} answer */
  async #record(answer) {
    const {
      id: item,
      dataset: { revision },
    } = this.#form
    const at = timeOfNext(await attempts.ofItem(item), Date.now())
    const detail = { id: newId(), item, revision, at, ...answer }
    const isSaved = await attempts.add(detail)
    tab.put(item, "")
    if (!isSaved)
      this.prepend(
        make(
          "p",
          { className: "quiz-item__unsaved", role: "alert" },
          make("strong", {}, "Your answer could not be saved."),
          ` ${notice()}`,
        ),
      )
    this.dataset.recorded = detail.id
    this.dispatchEvent(new CustomEvent("quiz-attempt", { bubbles: true, detail }))
  }

  /** @param {string} sentence */
  #say(sentence) {
    output(this.#form).replaceChildren(sentence)
  }
}
