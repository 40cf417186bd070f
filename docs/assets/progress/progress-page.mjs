/** `<quiz-progress>`: what the reader's answers tell, and the keeping of them. */

import { notice } from "../store/database.mjs"
import { make } from "../ui/make.mjs"
import { current } from "./current.mjs"
import { keepingControls } from "./export-import.mjs"
import { showMarks } from "./marks.mjs"

const UNREACHABLE = "The list of questions could not be loaded, so there are no scores to show. Your progress is safe."

export class QuizProgress extends HTMLElement {
  connectedCallback() {
    const status = make("p", { className: "quiz-item__notice", role: "status", tabIndex: -1 })
    this.replaceChildren(status, make("div"))
    void this.#show("")
  }

  /** @param {string} result - of what the reader has just done */
  async #show(result) {
    // The home page defines this element too, and needs nothing of the report.
    const [[kept, index], { report }] = await Promise.all([current(), import("./report.mjs")])
    const [status, body] = /** @type {any} */ (this.children)
    const parts = index ? report(index, kept, Date.now()) : [make("p", {}, UNREACHABLE)]
    const controls = keepingControls(kept.snapshot !== null, (sentence) => this.#changed(sentence))
    body.replaceChildren(...parts, make("h2", {}, "Keep your progress"), controls)
    status.replaceChildren([result, kept.warning, notice()].join(" ").trim())
    // The control that was pressed has just been made anew.
    if (result) status.focus()
  }

  /** @param {string} sentence */
  #changed(sentence) {
    void this.#show(sentence)
    void showMarks()
  }
}
