/** `<peft-calculator>`: what each method trains in a model of the page's table, and its memory. */

import { find, make } from "../../ui/make.mjs"
import { follow } from "../form.mjs"
import { COUNTS, grouped, memory, parseShape, share, size } from "./counts.mjs"

const METHODS = /** @type {Method[]} */ (Object.keys(COUNTS))
const HEAD = ["Method and source", "Numbers trained", "Memory"]

export class PeftCalculator extends HTMLElement {
  #listening = new AbortController()
  /** @type {any} */
  #form

  connectedCallback() {
    this.#form = this.closest("form")
    if (!this.#form) return
    this.#listening = new AbortController()
    follow(this.#form, () => this.#show(), this.#listening.signal)
    this.replaceChildren(make("output", { className: "tool__result" }), make("div", { className: "tool-rows" }))
    const names = rowsOf("calculator-shapes").map(([name]) => name.textContent ?? "")
    const { model } = this.#form.elements
    if (model.length === 0) model.append(...names.map((name) => make("option", {}, name)))
    this.#show()
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  #show() {
    const { model, targets, ...fields } = named(this.#form)
    const wrong = Object.values(fields).find((field) => !field.validity.valid)
    if (wrong) {
      const [label] = wrong.labels
      find(this, "output").textContent = `${label.firstChild.textContent.trim()}: write a whole number from ${wrong.min} to ${wrong.max}.`
      find(this, "div").replaceChildren()
      return
    }
    const cells = rowsOf("calculator-shapes")[model.selectedIndex].map(({ textContent }) => textContent ?? "")
    const shape = parseShape(cells.slice(1))
    const amounts = Object.entries(fields).map(([name, { value }]) => [name, BigInt(value)])
    const settings = { targets: targets.value, ...Object.fromEntries(amounts) }
    const { trained } = COUNTS.lora(shape, settings)
    find(this, "output").textContent =
      `${cells[0]} has ${grouped(shape.parameters)} parameters. LoRA trains ${grouped(trained)} numbers beside them.`
    find(this, "div").replaceChildren(table(shape, settings))
  }
}

/** The named controls of a form. @param {HTMLFormElement} form @returns {Record<string, any>} */
const named = (form) =>
  Object.fromEntries([...form.querySelectorAll("[name]")].map((control) => [control.getAttribute("name"), control]))

/** The cells of each row of a table of the page. @param {string} id */
const rowsOf = (id) => [...document.querySelectorAll(`#${id} tbody tr`)].map(({ children }) => [...children])

/**
 * @param {Shape} shape
 * @param {Settings} settings
 */
function table(shape, settings) {
  const known = rowsOf("calculator-methods")
  return make("table", {},
    make("thead", {}, make("tr", {}, ...HEAD.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...METHODS.map((method, place) => row(method, known[place], shape, settings))),
  )
}

/**
 * @param {Method} method
 * @param {Element[]} known - name, formula, memory and source
 * @param {Shape} shape
 * @param {Settings} settings
 */
function row(method, [name, formula, rule, source], shape, settings) {
  const { trained, sum } = COUNTS[method](shape, settings)
  return make("tr", {},
    make("th", { scope: "row" }, ...copied(name), line(...copied(source))),
    make("td", {},
      make("strong", {}, grouped(trained)), ` (${share(trained, shape.parameters)})`,
      line(...copied(formula)), line(`= ${sum}`)),
    make("td", {}, make("strong", {}, size(memory(method, shape, trained))), line(...copied(rule))),
  )
}

/** @param {(Node | string)[]} content */
const line = (...content) => make("span", { className: "tool__line" }, ...content)

/** @param {Element} cell */
const copied = (cell) => [...cell.cloneNode(true).childNodes]
