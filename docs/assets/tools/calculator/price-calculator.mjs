/** `<price-calculator>`: the bill of a custom model from the prices that the reader looked up. */

import { find, make } from "../../ui/make.mjs"
import { follow } from "../form.mjs"
import { bill, money } from "./price.mjs"

export class PriceCalculator extends HTMLElement {
  #listening = new AbortController()

  connectedCallback() {
    const form = this.closest("form")
    if (!form) return
    this.#listening = new AbortController()
    this.replaceChildren(make("output", { className: "tool__result" }))
    follow(form, () => this.#show(form), this.#listening.signal)
    this.#show(form)
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  /** @param {HTMLFormElement} form */
  #show(form) {
    const fields = [...form.querySelectorAll("input")]
    const wrong = fields.find(({ validity }) => !validity.valid)
    const output = find(this, "output")
    if (wrong) {
      output.textContent = `${wrong.labels?.[0].firstChild?.textContent?.trim()}: write a number from ${wrong.min} up.`
      return
    }
    /** @type {Prices} */
    const prices = /** @type {any} */ (
      Object.fromEntries(fields.map(({ name, valueAsNumber }) => [name, valueAsNumber]))
    )
    const { training, storage, serving, total } = bill(prices)
    output.textContent = `${money(training)} to train once, ${money(storage)} to store, ${money(serving)} to serve: ${money(total)} in your currency for ${prices.months} months.`
  }
}
