/** `<method-chooser>`: asks one question after the other and says which row of the page's rules fits so far. */

import { find, make } from "../../ui/make.mjs"
import { follow } from "../form.mjs"
import { choose, parseRule, possible } from "./rules.mjs"

export class MethodChooser extends HTMLElement {
  #listening = new AbortController()
  /** @type {any} */
  #form

  connectedCallback() {
    this.#form = this.closest("form")
    if (!this.#form) return
    this.#listening = new AbortController()
    this.#form.classList.add("tool--talk")
    const { signal } = this.#listening
    follow(this.#form, (event) => this.#show(event), signal)
    this.#form.addEventListener("focusin", unfold, { signal })
    const onclick = () => this.#startAgain()
    this.replaceChildren(
      make("output", { className: "tool__result" }),
      make("button", { className: "tool__button", type: "button", onclick }, "Start again"),
    )
    this.#show()
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  #startAgain() {
    this.#form.reset()
    this.#show()
    find(this.#form, "input").focus()
  }

  /** @param {Event} [event] - the answer that was given */
  #show(event) {
    const rows = [...document.querySelectorAll("#chooser-rules tbody tr")]
    const questions = [...this.#form.querySelectorAll("fieldset")]
    const answers = questions.map(answered)
    const rules = rows.map((row) => parseRule(row.children[1].textContent ?? ""))
    const choice = choose(rules, answers)
    const fitting = possible(rules, answers)
    rows.forEach((row, place) => {
      row.removeAttribute("aria-current")
      row.classList.toggle("tool__out", !fitting.includes(place))
    })
    if (!choice) return
    questions.forEach((question, place) => {
      const { chosen } = answers[place]
      question.hidden = !chosen && place !== choice.open[0]
      // The one that was just answered stays open, so that nothing moves under the pointer.
      const isHere = event?.target instanceof Node && question.contains(event.target)
      question.classList.toggle("tool__answered", chosen !== "" && !isHere)
    })
    const isDecided = choice.open.length === 0
    if (isDecided) rows[choice.rule].setAttribute("aria-current", "true")
    find(this, "output").replaceChildren(
      ...(isDecided
        ? advice(rows[choice.rule], answers)
        : [next(choice.open, fitting.length, rows.length)]),
    )
  }
}

/** An answered question shows all its answers again when it takes the focus. @param {FocusEvent} event */
function unfold({ target }) {
  if (target instanceof Element)
    target.closest(".tool__answered")?.classList.remove("tool__answered")
}

/** @param {Element} fieldset @returns {Answered} */
function answered(fieldset) {
  const inputs = [...fieldset.querySelectorAll("input")]
  return {
    words: inputs.map(({ value }) => value),
    chosen: inputs.find(({ checked }) => checked)?.value ?? "",
  }
}

/** @param {readonly number[]} open @param {number} fitting @param {number} all */
const next = ([first], fitting, all) =>
  `Answer question ${first + 1} next.${fitting < all ? ` ${fitting} of ${all} rows still fit.` : ""}`

/**
 * @param {Element} row
 * @param {readonly Answered[]} answers
 */
function advice(row, answers) {
  const [number, , recommended, otherwise] = row.children
  const given = answers.flatMap(({ chosen }) => chosen || []).join(", ")
  const rest = answers.some(({ chosen }) => chosen === "")
    ? " The other answers would not change this."
    : ""
  return [
    line("Choose ", ...copied(recommended)),
    line("Runner-up: ", ...copied(otherwise)),
    line(`Row ${number.textContent} is the first that fits: ${given}.${rest}`),
  ]
}

/** @param {(Node | string)[]} content */
const line = (...content) => make("span", { className: "tool__line" }, ...content)

/** @param {Element} cell */
const copied = (cell) => [...cell.cloneNode(true).childNodes]
