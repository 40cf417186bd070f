/** `<offline-reading>`: says whether the whole guide is kept on this device, and has it kept where the reader asks. */

import { rememberWish } from "../store/offline.mjs"
import { button } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"

const ABSENT = "This browser cannot keep the guide for offline reading."
const KEPT = "The whole guide is kept on this device."
const UNKEPT = "So far, this device keeps the pages that you opened."
const UNDER_WAY = "The guide is being kept. You can read on."
const FAILED =
  "Not all of the guide could be kept. Check your connection and the free space on this device, then try again."

class OfflineReading extends HTMLElement {
  #listening = new AbortController()
  #words = make("p", { role: "status" })
  #button = button("Keep the whole guide for offline reading", () => this.#ask())
  #isAsked = false

  connectedCallback() {
    const { serviceWorker } = navigator
    this.replaceChildren(this.#words)
    if (!serviceWorker) {
      this.#words.textContent = ABSENT
      return
    }
    this.#listening = new AbortController()
    const { signal } = this.#listening
    serviceWorker.addEventListener("message", ({ data }) => this.#show(data), { signal })
    void this.#post("is all kept?")
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  /** @param {unknown} answer - of the worker */
  #show(answer) {
    if (answer === "all is kept" || answer === "all is kept now") {
      this.#words.textContent = KEPT
      this.replaceChildren(this.#words)
    } else if (answer === "not all is kept") {
      this.#words.textContent = this.#isAsked ? FAILED : UNKEPT
      this.#button.disabled = false
      this.replaceChildren(this.#words, this.#button)
    }
  }

  #ask() {
    this.#isAsked = true
    this.#button.disabled = true
    this.#words.textContent = UNDER_WAY
    this.#post("keep all")
  }

  /** @param {string} message */
  async #post(message) {
    const { active, scope } = await navigator.serviceWorker.ready
    if (message === "keep all") rememberWish(new URL(scope).pathname, "asked")
    active?.postMessage(message)
  }
}

customElements.get("offline-reading") ?? customElements.define("offline-reading", OfflineReading)
