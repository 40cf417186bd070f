/** `<quiz-check>`: grades the item in whose form it stands, shows the outcome, records it. */

import { grade, missing, partial } from "../core/grade.mjs"
import { latest, timeOfNext, verdict } from "../core/history.mjs"
import * as attempts from "../store/attempts.mjs"
import { newId, notice } from "../store/database.mjs"
import { find, make } from "../ui/make.mjs"
import { VIEWS } from "./views.mjs"

const VERDICTS = { correct: "Right.", incorrect: "Not right." }

export class QuizCheck extends HTMLElement {
  #listening = new AbortController()
  /** @type {any} */
  #form

  async connectedCallback() {
    this.#form = this.closest("form")
    if (!this.#form) return
    // Else "back" fills the form in again.
    this.#form.autocomplete = "off"
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.#form.addEventListener("submit", this.#check, { signal })
    const history = await attempts.ofItem(this.#form.id)
    if (signal.aborted) return
    const last = latest(history, Date.now())
    const state = this.hasAttribute("anew") ? "unseen" : verdict(last, this.#form.dataset.revision)
    if (last && (state === "correct" || state === "incorrect")) {
      this.#ask(history.length - 1)
      this.#show(last.response, state)
    } else {
      this.#ask(history.length)
      if (state === "changed") this.#say("This question changed since you answered it.")
    }
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  get #view() {
    return VIEWS[this.#form.dataset.interaction]
  }

  get #key() {
    return this.getAttribute("key") ?? ""
  }

  /** @param {number} tries - before */
  #ask(tries) {
    const form = this.#form
    form.reset()
    delete form.dataset.outcome
    for (const words of form.querySelectorAll(".quiz-item__mark")) {
      delete words.parentElement.dataset.mark
      words.remove()
    }
    find(form, "fieldset").disabled = false
    this.#view.arrange?.(form, this.#key, `${form.id} ${tries} `)
    const label = this.#view.label ?? "Check"
    this.replaceChildren(
      make("span", { role: "group", ariaLabel: "How sure are you?" }, "I am ", ...["sure", "unsure", "guessing"].map(radio)),
      make("button", { className: "quiz-item__button" }, label),
      make("output", { tabIndex: -1 }),
    )
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
    if (outcome === "unanswered") {
      form.dataset.outcome = outcome
      this.#say(missing(interaction, this.#key, response))
      this.#view.reveal?.(form)
    } else {
      const confidence = form.elements.confidence.value || null
      this.#show(response, outcome)
      find(this, "output").focus()
      this.#record({ response, outcome, confidence })
    }
  }

  /** @type {Graded} */
  #show(response, outcome) {
    const form = this.#form
    form.dataset.outcome = outcome
    this.#view.fill(form, response)
    this.#view.show?.(form, this.#key)
    find(form, "fieldset").disabled = true
    find(form, ".quiz-item__rationale").open = true
    const words = (this.#view.verdicts ?? VERDICTS)[outcome]
    this.#say(`${words} ${partial(form.dataset.interaction, this.#key, response)}`.trim())
    for (const control of this.querySelectorAll("button, span")) control.remove()
    const onclick = () => this.#retry()
    this.append(make("button", { className: "quiz-item__button", type: "button", onclick }, "Try again"))
  }

  async #retry() {
    const form = this.#form
    const { length } = await attempts.ofItem(form.id)
    this.#ask(length)
    for (const details of form.querySelectorAll("details:not(.quiz-item__scenario)")) {
      details.open = false
    }
    const [, firstControl] = form.elements // after the fieldset
    find(this, "button").focus() // the options may be covered
    firstControl.focus()
  }

  /** @param {any} answer */
  async #record(answer) {
    const { id: item, dataset: { revision } } = this.#form
    const output = find(this, "output")
    const at = timeOfNext(await attempts.ofItem(item), Date.now())
    const detail = { id: newId(), item, revision, at, ...answer }
    output.append(await attempts.add(detail) ? " Saved." : ` ${notice()}`)
    this.dispatchEvent(new CustomEvent("quiz-attempt", { bubbles: true, detail }))
  }

  /** @param {string} sentence */
  #say(sentence) {
    find(this, "output").textContent = sentence
  }
}

/** @type {MakeRadio} */
const radio = (value) => make("label", {}, make("input", { type: "radio", name: "confidence", value }), value)
