/** `<quiz-tally>`: how many questions of the page are right. */

import { latest, verdict } from "../core/history.mjs"
import { attemptsOn, notice } from "../store/database.mjs"
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
    const forms = [...document.querySelectorAll("form.quiz-item")]
    const verdicts = await Promise.all(forms.map(verdictOn))
    const right = verdicts.filter((verdict) => verdict === "correct").length
    const wrong = verdicts.filter((verdict) => verdict === "incorrect").length
    const open = forms.length - right - wrong
    const rest = open ? `, ${open} not yet answered` : ""
    this.replaceChildren(make("p", {}, `${right} of ${forms.length} right${rest}`))
    if (notice) this.append(make("p", { className: "quiz-item__notice", role: "status" }, notice))
  }
}

/** @type {(form: any) => Promise<Verdict>} */
const verdictOn = async (form) => verdict(latest(await attemptsOn(form.id)), form.dataset.revision)
