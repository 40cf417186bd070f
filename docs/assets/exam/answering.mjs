/** The answer to the question on the page: read, ruled out, withdrawn, or marked by the learner. */

import { extent, withMark, withResponse, withStruck } from "../core/exam.mjs"
import { button } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { options, optionToStrike, showStruck } from "./options.mjs"
import { fill, responseOn } from "./questions.mjs"

export class Answering {
  /** What the learner can do about the answer, once there is one. */
  element = make("div", { className: "exam-answer" })
  #guess = make("input", { type: "checkbox", onchange: () => this.mark("guessed") })
  #sitting

  /**
   * @param {object} sitting
   * @param {() => Exam} sitting.exam
   * @param {() => Paper} sitting.paper - of the question on the page
   * @param {(next: (exam: Exam) => Exam) => void} sitting.change
   * @param {(sentence: string) => void} sitting.say
   * @param {() => void} sitting.focus - on the question
   */
  constructor(sitting) {
    this.#sitting = sitting
    this.element.append(
      make("label", { className: "filter" }, this.#guess, "I am guessing"),
      button("Clear my answer", () => this.#withdraw(), "quiet"),
    )
  }

  /** @param {HTMLElement} stage - where the question is */
  listen(stage) {
    for (const name of ["change", "click", "drop"]) stage.addEventListener(name, () => this.#read())
    for (const name of ["click", "contextmenu"])
      stage.addEventListener(name, (event) => this.#strike(event))
    stage.addEventListener("submit", (event) => event.preventDefault())
  }

  /** @param {"flagged" | "guessed"} list */
  mark(list) {
    const { id } = this.#paper
    const isOn = !this.#exam[list].includes(id)
    const words =
      list === "flagged"
        ? ["Flagged.", "No longer flagged."]
        : ["Marked as a guess.", "No longer a guess."]
    this.#sitting.say(words[isOn ? 0 : 1])
    this.#sitting.change((exam) => withMark(exam, list, id, isOn))
  }

  /** Choose the option at this place, from 0; false if there is none. @param {number} at */
  choose(at) {
    const option = options(this.#paper.form)[at]
    option?.focus()
    option?.click()
    return option !== undefined
  }

  update() {
    const { id, key, form } = this.#paper
    const { responses, struck, guessed } = this.#exam
    // Another tab may have answered it.
    if (!isSame(responseOn(this.#paper), responses[id])) fill(this.#paper, responses[id] ?? [])
    showStruck(form, struck[id] ?? [])
    this.element.hidden = extent(key, responses[id]) === "unanswered"
    this.#guess.checked = guessed.includes(id)
  }

  get #exam() {
    return this.#sitting.exam()
  }

  get #paper() {
    return this.#sitting.paper()
  }

  #read() {
    const { id, form } = this.#paper
    if (!form.isConnected) return
    const response = responseOn(this.#paper)
    if (isSame(response, this.#exam.responses[id])) return
    const struck = (this.#exam.struck[id] ?? []).filter((option) => !response.includes(option))
    this.#sitting.change((exam) => withStruck(withResponse(exam, id, response), id, struck))
  }

  /** @param {Event} event */
  #strike(event) {
    const option = optionToStrike(event)
    if (option === undefined) return
    event.preventDefault()
    const { id } = this.#paper
    const struck = this.#exam.struck[id] ?? []
    const others = struck.filter((other) => other !== option)
    this.#sitting.change((exam) =>
      withStruck(exam, id, others.length < struck.length ? others : [...struck, option]),
    )
  }

  #withdraw() {
    const { id } = this.#paper
    fill(this.#paper, [])
    this.#sitting.say("Your answer is cleared.")
    this.#sitting.change((exam) => withMark(withResponse(exam, id, []), "guessed", id, false))
    this.#sitting.focus()
  }
}

/** @param {readonly string[]} one @param {readonly string[]} [other] */
const isSame = (one, other = []) => one.join() === other.join()
