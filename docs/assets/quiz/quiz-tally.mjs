/** `<quiz-tally>`: how many questions of the page are right. */

import { latest, verdict } from "../core/history.mjs"
import * as attempts from "../store/attempts.mjs"
import { notice } from "../store/database.mjs"
import { make } from "../ui/make.mjs"

export class QuizTally extends HTMLElement {
  connectedCallback() {
    document.addEventListener("quiz-attempt", this)
    this.handleEvent()
  }

  disconnectedCallback() {
    document.removeEventListener("quiz-attempt", this)
  }

  async handleEvent() {
    /** @type {NodeListOf<HTMLFormElement>} */
    const all = document.querySelectorAll("form.quiz-item")
    const forms = [...all]
    const histories = await attempts.ofItems(forms.map(({ id }) => id))
    const verdicts = forms.map(({ id, dataset }) => verdict(latest(histories.get(id) ?? [], Date.now()), dataset.revision))
    const right = verdicts.filter((verdict) => verdict === "correct").length
    const wrong = verdicts.filter((verdict) => verdict === "incorrect").length
    const open = forms.length - right - wrong
    const rest = open ? `, ${open} not yet answered` : ""
    this.replaceChildren(make("p", {}, `${right} of ${forms.length} right${rest}`))
    if (notice()) this.append(make("p", { className: "quiz-item__notice", role: "status" }, notice()))
  }
}
