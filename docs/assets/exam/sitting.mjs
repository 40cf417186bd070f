/** A mock exam while it is sat: one question at a time, and nothing about right or wrong. */

import { extent, timeLeft, withFlag, withMoreTime, withResponse } from "../core/exam.mjs"
import { notice } from "../store/database.mjs"
import { button, heading, mainButton, row } from "../ui/controls.mjs"
import { find, make } from "../ui/make.mjs"
import { Sheet } from "./answer-sheet.mjs"
import { clock } from "./clock.mjs"
import { confirmPanel, erasedPanel, timeUpPanel } from "./decisions.mjs"
import { questionMap } from "./map.mjs"
import { fill, responseOn } from "./questions.mjs"
import { listenForKeys, shortcutHelp } from "./shortcuts.mjs"

const ELSEWHERE = "This exam was handed in in another tab."

export class Sitting {
  element = make("section", { className: "quiz-exam__sitting" })
  #stage = make("div", { className: "quiz-exam__stage" })
  #spoken = make("p", { className: "quiz-item__spoken", role: "status" })
  #unkept = make("p", { className: "quiz-item__notice", role: "status" })
  #sheet
  #papers
  #at
  #leave
  #map
  #clock

  /**
   * @param {Exam} exam
   * @param {Papers} papers
   * @param {number} at - the place to start from
   * @param {(said?: string) => void} leave - called when it is over
   * @param {AbortSignal} signal - ends it
   */
  constructor(exam, papers, at, leave, signal) {
    /** @param {() => void} act */
    const unlessEnded = (act) => () => signal.aborted || act()
    this.#papers = papers
    this.#at = at
    this.#leave = unlessEnded(leave)
    this.#sheet = new Sheet(exam, papers, {
      changed: unlessEnded(() => this.#update()),
      over: unlessEnded(() => leave(this.#exam.handedIn === null ? "" : ELSEWHERE)),
      erased: unlessEnded(() => this.#erased()),
    })
    this.#map = questionMap(exam.items.length, (at) => this.#go(at))
    this.#clock = clock({
      left: () => timeLeft(this.#exam, Date.now()),
      more: () => this.#more(),
      stop: () => this.#stop(),
      up: () => this.#timeUp(),
      tell: (sentence) => this.#tell(sentence),
    }, signal)
    const bar = make("div", { className: "quiz-exam__bar" }, this.#clock.element, button("Hand in…", () => this.#confirm()))
    this.element.append(this.#spoken, this.#unkept, bar, this.#stage, this.#map.element, shortcutHelp())
    this.#listen(signal)
    this.#ask()
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    for (const name of ["change", "click", "drop"]) this.#stage.addEventListener(name, () => this.#answer())
    this.#stage.addEventListener("submit", (event) => event.preventDefault())
    listenForKeys((key) => this.#press(key), signal)
    const look = () => document.visibilityState === "visible" && this.#sheet.look()
    addEventListener("focus", look, { signal })
    document.addEventListener("visibilitychange", look, { signal })
  }

  get #exam() {
    return this.#sheet.exam
  }

  get #item() {
    return this.#exam.items[this.#at].id
  }

  get #paper() {
    return /** @type {Paper} */ (this.#papers.get(this.#item))
  }

  /** Whether a question is on the page, rather than something to decide. */
  get #isAsking() {
    return this.#paper.form.isConnected
  }

  /** @param {number} at */
  #go(at) {
    if (at < 0) return
    if (at >= this.#exam.items.length) return this.#confirm()
    this.#at = at
    this.#ask()
    find(this.#stage, "h2").focus()
  }

  #ask() {
    const at = this.#at
    const { id, items: { length } } = this.#exam
    history.replaceState(history.state, "", `#exam-${id}/${at + 1}`)
    const before = button("Previous", () => this.#go(at - 1))
    before.disabled = at === 0
    const after = mainButton(at === length - 1 ? "Check and hand in" : "Next", () => this.#go(at + 1))
    const flag = button("", () => this.#flag(), "quiz-exam__flag")
    this.#stage.replaceChildren(heading(`Question ${at + 1} of ${length}`), this.#paper.form, row(before, after, flag))
    this.#update()
  }

  #answer() {
    if (!this.#isAsking) return
    const id = this.#item
    const response = responseOn(this.#paper)
    if (!isSame(response, this.#exam.responses[id])) void this.#sheet.change((exam) => withResponse(exam, id, response))
  }

  #flag() {
    const id = this.#item
    const isFlagged = !this.#exam.flagged.includes(id)
    this.#tell(isFlagged ? "Flagged." : "No longer flagged.")
    void this.#sheet.change((exam) => withFlag(exam, id, isFlagged))
  }

  /** @param {string} key */
  #press(key) {
    if (!this.#isAsking) return
    if (key === "n") this.#go(this.#at + 1)
    if (key === "p") this.#go(this.#at - 1)
    if (key === "f") this.#flag()
    if (key === "m") this.#map.show(this.#at)
    const [option] = [...this.#paper.form.querySelectorAll("input")].slice(Number(key) - 1, Number(key))
    option?.focus()
    option?.click()
  }

  #update() {
    const { items, responses, flagged } = this.#exam
    const words = items.map(({ id }) => [this.#extent(id), ...(flagged.includes(id) ? ["flagged"] : [])])
    this.#map.update(words, this.#at)
    // Another tab may have answered it.
    if (!isSame(responseOn(this.#paper), responses[this.#item])) fill(this.#paper, responses[this.#item] ?? [])
    const flag = this.#stage.querySelector(".quiz-exam__flag")
    if (flag) flag.textContent = flagged.includes(this.#item) ? "Remove the flag" : "Flag for later"
    this.#unkept.textContent = notice()
    this.#clock.update()
  }

  /** @param {string} id */
  #extent(id) {
    return extent(this.#papers.get(id)?.key ?? "", this.#exam.responses[id])
  }

  get #gaps() {
    const { items, flagged } = this.#exam
    const places = [...items.keys()]
    return {
      unanswered: places.filter((at) => this.#extent(items[at].id) === "unanswered"),
      incomplete: places.filter((at) => this.#extent(items[at].id) === "incomplete"),
      flagged: places.filter((at) => flagged.includes(items[at].id)),
    }
  }

  /** @param {HTMLElement} panel */
  #decide(panel) {
    this.#stage.replaceChildren(panel)
    find(panel, "h2").focus()
  }

  #confirm() {
    this.#decide(confirmPanel(this.#gaps, (at) => this.#go(at), () => this.#handIn(), () => this.#go(this.#at)))
  }

  #timeUp() {
    if (this.#stage.querySelector(".quiz-exam__up")) return
    const panel = timeUpPanel(this.#gaps, () => this.#handIn(), () => this.#more(), () => this.#stop())
    panel.classList.add("quiz-exam__up")
    this.#decide(panel)
  }

  #erased() {
    const keep = () => {
      void this.#sheet.change((exam) => exam)
      this.#go(this.#at)
    }
    this.#decide(erasedPanel(keep, this.#leave))
  }

  #more() {
    void this.#sheet.change((exam) => withMoreTime(exam, Date.now()))
    this.#tell("10 minutes more.")
    if (!this.#isAsking) this.#go(this.#at)
  }

  #stop() {
    void this.#sheet.change((exam) => ({ ...exam, deadline: null }))
    this.#tell("The timer is off.")
    this.#go(this.#at)
  }

  async #handIn() {
    await this.#sheet.handIn()
    this.#leave()
  }

  /** @param {string} sentence */
  #tell(sentence) {
    this.#spoken.textContent = sentence
  }
}

/** @param {readonly string[]} one @param {readonly string[]} [other] */
const isSame = (one, other = []) => one.join() === other.join()
