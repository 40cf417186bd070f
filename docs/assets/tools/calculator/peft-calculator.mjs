/** `<peft-calculator>`: what a method trains in a model of the page's table or the reader's own, and its memory. */

import { find, make } from "../../ui/make.mjs"
import { follow } from "../form.mjs"
import { fits, memoryBar, trainedBar } from "./bars.mjs"
import { COUNTS, grouped, memory, parseShape, share, size } from "./counts.mjs"

const METHODS = /** @type {Method[]} */ (Object.keys(COUNTS))
const HEAD = ["Method and source", "Trainable parameters", "Memory"]
const OWN = "Your own model"
/** The fields that only some methods read. @type {Record<string, readonly Method[]>} */
const READ_BY = {
  targets: ["lora", "qlora"],
  rank: ["lora", "qlora"],
  bottleneck: ["adapters"],
  prefix: ["prefix"],
  prompt: ["prompt"],
}

export class PeftCalculator extends HTMLElement {
  #listening = new AbortController()
  /** @type {any} */
  #form

  connectedCallback() {
    this.#form = this.closest("form")
    if (!this.#form) return
    this.#listening = new AbortController()
    this.replaceChildren(
      make("output", { className: "tool__result" }),
      make("div", { className: "bars" }),
      make(
        "details",
        {},
        make("summary", {}, "All six methods, with the math"),
        make("div", { className: "tool-rows" }),
      ),
    )
    const names = rowsOf("calculator-shapes").map(([name]) => name.textContent ?? "")
    const { model } = this.#form.elements
    if (model.length === 0) model.append(...[...names, OWN].map((name) => make("option", {}, name)))
    follow(this.#form, () => this.#show(), this.#listening.signal)
    this.#show()
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  #show() {
    const fields = named(this.#form)
    const isOwn = fields.model.value === OWN
    find(this.#form, "fieldset").hidden = !isOwn
    for (const [name, methods] of Object.entries(READ_BY)) {
      fields[name].closest("p").hidden = !methods.includes(fields.method.value)
    }
    const wrong = Object.values(fields).find(
      (field) => !field.validity.valid && (isOwn || !field.closest("fieldset")),
    )
    this.#complain(wrong)
    if (wrong) return
    const cells = isOwn
      ? []
      : rowsOf("calculator-shapes")[fields.model.selectedIndex].map(
          ({ textContent }) => textContent ?? "",
        )
    const shape = isOwn ? ownShape(fields) : parseShape(cells.slice(1))
    this.#tell(
      isOwn ? "Your model" : cells[0],
      shape,
      settingsOf(fields),
      fields.method.value,
      BigInt(fields.bytes.value),
    )
  }

  /** @param {any} field */
  #complain(field) {
    const bars = find(this, ".bars")
    if (!field) return
    bars.replaceChildren()
    find(this, "output").textContent =
      `${field.labels[0].firstChild.textContent.trim()}: write a whole number from ${grouped(BigInt(field.min))} to ${grouped(BigInt(field.max))}.`
  }

  /**
   * @param {string} name
   * @param {Shape} shape
   * @param {Settings} settings
   * @param {Method} method
   * @param {bigint} bytes
   */
  #tell(name, shape, settings, method, bytes) {
    const { trained } = COUNTS[method](shape, settings)
    const needed = memory(method, shape, trained, bytes)
    const frozen = needed - trained * bytes
    const gigabytes = (/** @type {bigint} */ amount) => Number(amount) / 1e9
    const rank = READ_BY.rank.includes(method) ? ` Rank ${settings.rank}.` : ""
    find(this, "output").textContent =
      `${name}: ${grouped(trained)} trainable parameters, at least ${size(needed)}. That ${fits(gigabytes(needed))}.${rank}`
    find(this, ".bars").replaceChildren(
      trainedBar(
        trained,
        shape.parameters,
        `${share(trained, shape.parameters)} of ${grouped(shape.parameters)}. Each mark is a thousand times the one before.`,
      ),
      memoryBar(
        gigabytes(needed),
        gigabytes(frozen),
        `${size(frozen)} for what is frozen, ${size(needed - frozen)} for what is trained. The marks are GPUs.`,
      ),
    )
    find(this, ".tool-rows").replaceChildren(table(shape, settings, bytes))
  }
}

/** The named controls of a form. @param {HTMLFormElement} form @returns {Record<string, any>} */
const named = (form) =>
  Object.fromEntries(
    [...form.querySelectorAll("[name]")].map((control) => [control.getAttribute("name"), control]),
  )

/** @param {Record<string, any>} fields @returns {Settings} */
const settingsOf = ({ targets, rank, bottleneck, prefix, prompt }) => ({
  targets: targets.value,
  rank: BigInt(rank.value),
  bottleneck: BigInt(bottleneck.value),
  prefix: BigInt(prefix.value),
  prompt: BigInt(prompt.value),
})

/** @param {Record<string, any>} fields @returns {Shape} */
function ownShape(fields) {
  const number = (/** @type {string} */ name) => BigInt(fields[name].value)
  return {
    parameters: number("parameters"),
    layers: number("layers"),
    attentionBlocks: number("layers"),
    width: number("width"),
    query: number("query"),
    keyValue: number("keyValue"),
    feedForwardMatrices: number("feedForwardMatrices"),
    feedForwardWidth: number("feedForwardWidth"),
    embeddings: number("embeddings"),
  }
}

/** The cells of each row of a table of the page. @param {string} id */
const rowsOf = (id) =>
  [...document.querySelectorAll(`#${id} tbody tr`)].map(({ children }) => [...children])

/**
 * @param {Shape} shape
 * @param {Settings} settings
 * @param {bigint} bytes
 */
function table(shape, settings, bytes) {
  const known = rowsOf("calculator-methods")
  return make(
    "table",
    {},
    make("thead", {}, make("tr", {}, ...HEAD.map((text) => make("th", { scope: "col" }, text)))),
    make(
      "tbody",
      {},
      ...METHODS.map((method, place) => row(method, known[place], shape, settings, bytes)),
    ),
  )
}

/**
 * @param {Method} method
 * @param {Element[]} known - name, formula, memory and source
 * @param {Shape} shape
 * @param {Settings} settings
 * @param {bigint} bytes
 */
function row(method, [name, formula, rule, source], shape, settings, bytes) {
  const { trained, sum } = COUNTS[method](shape, settings)
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, ...copied(name), line(...copied(source))),
    make(
      "td",
      {},
      make("strong", {}, grouped(trained)),
      ` (${share(trained, shape.parameters)})`,
      line(...copied(formula)),
      line(`= ${sum}`),
    ),
    make(
      "td",
      {},
      make("strong", {}, size(memory(method, shape, trained, bytes))),
      line(...copied(rule)),
    ),
  )
}

/** @param {(Node | string)[]} content */
const line = (...content) => make("span", { className: "tool__line" }, ...content)

/** @param {Element} cell */
const copied = (cell) => [...cell.cloneNode(true).childNodes]
