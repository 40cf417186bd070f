/** `<quiz-progress>`: what the reader's answers say, and how to keep them. */

import { notice } from "../store/database.mjs"
import { make } from "../ui/make.mjs"
import { current } from "./current.mjs"
import { keepingPart } from "./keeping.mjs"
import { showMarks } from "./marks.mjs"
import { report } from "./report.mjs"

const UNREACHABLE =
  "The list of questions could not be loaded, so there are no scores to show. Your progress is safe."

export class QuizProgress extends HTMLElement {
  connectedCallback() {
    const status = make("p", { className: "notice", role: "status", tabIndex: -1 })
    this.replaceChildren(status, make("div", { className: "progress" }))
    void this.#show("")
  }

  /** @param {string} result - of what the reader has just done */
  async #show(result) {
    const [contents, index] = await current()
    const [status, body] = /** @type {any} */ (this.children)
    const parts = index ? report(index, contents, Date.now()) : [make("p", {}, UNREACHABLE)]
    const keeping = await keepingPart(contents, (sentence) => this.#changed(sentence))
    body.replaceChildren(...parts, keeping)
    status.textContent = [result, contents.warning, notice()].join(" ").trim()
    // The control that was pressed is no longer there.
    if (result) status.focus()
  }

  /** @param {string} sentence */
  #changed(sentence) {
    void this.#show(sentence)
    void showMarks()
  }
}
