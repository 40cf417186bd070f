/** `<quiz-run>`: asks the items of its page one at a time, or shows them all, and ends with a result. */

import { nextOpen, nextRun, parseRun, textOfRun, wholeRun } from "../core/run.mjs"
import { notice } from "../store/database.mjs"
import * as tab from "../store/tab.mjs"
import { icon } from "../ui/icon.mjs"
import { listenForKeys } from "../ui/keys.mjs"
import { find, make } from "../ui/make.mjs"
import { lines } from "./lines.mjs"
import { resultCard } from "./result-card.mjs"
import { KEYS, quizBar } from "./run-bar.mjs"

/** @typedef {import("../core/run.mjs").State} State */

export class QuizRun extends HTMLElement {
  #listening = new AbortController()
  /** @type {Map<string, HTMLFormElement>} */
  #forms = new Map()
  /** @type {import("../core/run.mjs").Run} */
  #run = wholeRun([])
  /** The id of the item on screen; "" for the result. */
  #current = ""
  #all = false

  async connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    const forms = /** @type {NodeListOf<HTMLFormElement>} */ (
      document.querySelectorAll("form.quiz-item")
    )
    this.#forms = new Map([...forms].map((form) => [form.id, form]))
    this.#run = parseRun(tab.get(`run ${location.pathname}`), [...this.#forms.keys()])
    if (this.#run.since > 0)
      for (const form of forms) check(form).setAttribute("since", String(this.#run.since))
    await customElements.whenDefined("quiz-check")
    for (const form of forms) this.#prepare(form)
    await Promise.all([...forms].map((form) => check(form).ready))
    if (signal.aborted) return
    for (const name of ["quiz-graded", "quiz-attempt"])
      document.addEventListener(name, () => this.#draw(), { signal })
    for (const name of ["hashchange", "popstate"])
      addEventListener(name, () => this.#openTarget(), { signal })
    listenForKeys(KEYS, (key) => this.#press(key), signal)
    if (!this.#openTarget()) this.#go(this.#begun() || this.#nextAfter(""))
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  /** The item that the reader was at before this script was here, or "". */
  #begun() {
    const id = document.activeElement?.closest("form.quiz-item")?.id ?? ""
    return this.#run.items.includes(id) ? id : ""
  }

  /** @param {HTMLFormElement} form */
  #prepare(form) {
    const element = check(form)
    element.extras = () => [
      make("button", { className: "quiet", type: "button", onclick: () => this.#next() }, "Skip"),
    ]
    element.onward = () => [
      make(
        "button",
        { className: "quiet", type: "button", onclick: () => element.askAgain() },
        "Try again",
      ),
      this.#nextButton(),
    ]
  }

  #nextButton() {
    const isLast = this.#states().filter((state) => state === "open").length === 0
    return make(
      "button",
      { className: "btn btn--primary", type: "button", onclick: () => this.#next() },
      isLast ? "See the result" : "Next question",
      icon("next"),
    )
  }

  /** @returns {State[]} of the run's items */
  #states() {
    return this.#run.items.map((id) => check(this.#form(id)).state)
  }

  /** @param {string} id @returns {HTMLFormElement} */
  #form(id) {
    return /** @type {HTMLFormElement} */ (this.#forms.get(id))
  }

  /** The id of the next open item, "" if there is none. @param {string} id */
  #nextAfter(id) {
    return this.#run.items[nextOpen(this.#states(), this.#run.items.indexOf(id))] ?? ""
  }

  #next() {
    const next = this.#nextAfter(this.#current)
    this.#go(next === this.#current ? "" : next)
    this.#focus()
  }

  /** The item that the address names; false if it names none. */
  #openTarget() {
    const id = location.hash.slice(1)
    if (!this.#forms.has(id)) return false
    if (!this.#run.items.includes(id)) this.#begin(wholeRun([...this.#forms.keys()]))
    // A change of the address comes as two events; the second must not scroll under the reader's hand.
    if (id !== this.#current) this.#go(id)
    return true
  }

  /** @param {string} id */
  #go(id) {
    this.#current = id
    this.#draw()
    lines([...this.#forms.values()], this.#all)
    if (this.#all && id) return this.#form(id).scrollIntoView()
    scrollTo(0, 0)
  }

  /** Where the eyes go, the keys go. */
  #focus() {
    const target = this.#current
      ? this.#form(this.#current).querySelector("legend")
      : this.querySelector("h2")
    if (target instanceof HTMLElement)
      Object.assign(target, { tabIndex: -1 }).focus({ preventScroll: true })
  }

  /** @param {import("../core/run.mjs").Run} run */
  #begin(run) {
    this.#run = run
    tab.put(`run ${location.pathname}`, run.since > 0 ? textOfRun(run) : "")
  }

  /** Ask these items again; what was answered before stays in the history. @param {string[]} items */
  async #again(items) {
    const when = { size: this.#forms.size, now: Date.now() }
    this.#begin(nextRun(this.#run, this.#states(), items, when))
    this.#all = false
    await Promise.all(items.map((id) => check(this.#form(id)).askAgain()))
    if (location.hash) history.replaceState(history.state, "", location.pathname)
    this.#go(items[0])
    this.#focus()
  }

  /** @param {string} key */
  #press(key) {
    if (!this.#current || this.#all) return false
    const current = check(this.#form(this.#current))
    if (key === "Enter") current.press()
    else if (/^[1-9]$/.test(key)) current.choose(Number(key) - 1)
    else return false
    return true
  }

  #toggleAll() {
    this.#all = !this.#all
    this.#go(this.#all ? "" : this.#nextAfter(""))
  }

  #draw() {
    const states = this.#states()
    const { items } = this.#run
    this.dataset.view = this.#all ? "all" : this.#current ? "one" : "result"
    for (const form of this.#forms.values())
      form.toggleAttribute("data-away", !this.#all && form.id !== this.#current)
    const isOver = this.#all ? states.every((state) => state !== "open") : !this.#current
    this.replaceChildren(
      quizBar(states, this.#all ? -1 : items.indexOf(this.#current), {
        form: this.#forms.get(this.#current),
        isAll: this.#all,
        toggleAll: () => this.#toggleAll(),
        startOver: () => this.#again([...this.#forms.keys()]),
      }),
      make(
        "p",
        { className: "quiz-item__unsaved", role: "status", hidden: notice() === "" },
        notice(),
      ),
      ...(isOver ? [this.#result(states)] : []),
    )
  }

  /** @param {State[]} states */
  #result(states) {
    const { items, since, before } = this.#run
    return resultCard(
      items.map((id, place) => ({ form: this.#form(id), state: states[place] })),
      {
        isPart: since > 0 && items.length < this.#forms.size,
        before,
        isList: this.#all,
        again: (ids) => this.#again(ids),
        startOver: () => this.#again([...this.#forms.keys()]),
        open: (id) => {
          this.#go(id)
          this.#focus()
        },
      },
    )
  }
}

/** @param {HTMLFormElement} form @returns {import("./quiz-check.mjs").QuizCheck} */
const check = (form) => find(form, "quiz-check")
