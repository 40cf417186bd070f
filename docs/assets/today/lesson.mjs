/** Defines `<lesson-end>`: a lesson counts as read once its end was on screen or the reader says so. */

import { rememberReturning } from "../store/returning.mjs"
import * as settings from "../store/settings.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { pathOf } from "./lessons.mjs"

/** How long the end stays on screen before it counts: who jumps past it has not read. */
const DWELL = 2_000

class LessonEnd extends HTMLElement {
  #disconnected = new AbortController()
  #stopWaiting = () => {}

  async connectedCallback() {
    this.#disconnected = new AbortController()
    const { signal } = this.#disconnected
    const { read } = await settings.get()
    if (signal.aborted) return
    if (read.includes(pathOf(location.href))) this.#show(true)
    else this.#wait(signal)
  }

  disconnectedCallback() {
    this.#disconnected.abort()
  }

  /** @param {AbortSignal} signal */
  #wait(signal) {
    this.#show(false)
    let timer = 0
    const watch = new IntersectionObserver((entries) => {
      clearTimeout(timer)
      if (entries.at(-1)?.isIntersecting) timer = setTimeout(() => this.#mark(true), DWELL)
    })
    watch.observe(this)
    this.#stopWaiting = () => {
      clearTimeout(timer)
      watch.disconnect()
    }
    signal.addEventListener("abort", this.#stopWaiting)
  }

  /** @param {boolean} isRead */
  async #mark(isRead) {
    this.#stopWaiting()
    const path = pathOf(location.href)
    await settings.change(({ read }) => {
      const others = read.filter((other) => other !== path)
      return { read: isRead ? [...others, path] : others }
    })
    if (isRead) rememberReturning(true)
    this.#show(isRead)
  }

  /** @param {boolean} isRead */
  #show(isRead) {
    const hadFocus = this.contains(document.activeElement)
    const onclick = () => this.#mark(!isRead)
    const button = make(
      "button",
      { type: "button", className: "btn btn--small", onclick },
      isRead ? "Mark as unread" : "Mark as read",
    )
    const words = make(
      "p",
      { role: "status" },
      isRead ? "You have read this lesson. " : "Done with this lesson? ",
    )
    if (isRead) words.append(linkTo("#path", "See your path"))
    this.replaceChildren(words, button)
    if (hadFocus) button.focus()
  }
}

if (!customElements.get("lesson-end")) customElements.define("lesson-end", LessonEnd)
