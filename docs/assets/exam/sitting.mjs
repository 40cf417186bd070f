/** A mock exam while it is sat: one question at a time, and nothing about right or wrong. */

import { after, stateOf } from "../core/exam-states.mjs"
import { extent, timeLeft, withMark, withMoreTime, withoutPause, withPause, withResponse, withStruck, withTime } from "../core/exam.mjs"
import { duration } from "../core/words.mjs"
import { notice } from "../store/database.mjs"
import { button, heading } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { listenForKeys } from "../ui/keys.mjs"
import { find, make } from "../ui/make.mjs"
import { Sheet } from "./answer-sheet.mjs"
import { examBar } from "./bar.mjs"
import { clock } from "./clock.mjs"
import { keyLine, KEYS } from "./keys.mjs"
import { questionMap } from "./map.mjs"
import { options, optionToStrike, showStruck } from "./options.mjs"
import { erasedPanel, pausePanel, submitPanel, timeUpPanel } from "./panels.mjs"
import { fill, responseOn } from "./questions.mjs"

const ELSEWHERE = "This exam was submitted in another tab."

export class Sitting {
  element = make("section", { className: "exam-sitting" })
  #name
  #papers
  #at
  #leave
  #sheet
  #state
  #since = Date.now()
  #stage = make("div", { className: "exam-stage" })
  #answer = make("div", { className: "exam-answer" })
  #spoken = make("p", { className: "visually-hidden", role: "status" })
  #unsaved = make("p", { className: "exam-notice", role: "status" })
  #previous = button([icon("back"), "Previous"], () => this.#go(this.#at - 1))
  #next = button("", () => this.#go(this.#at + 1), "btn btn--primary")
  #map
  #clock
  #bar

  /**
   * @param {Exam} exam
   * @param {Papers} papers
   * @param {number} at - the place to start from
   * @param {string} name - of the exam
   * @param {(said?: string) => void} leave - called when it is over
   * @param {AbortSignal} signal - ends it
   */
  constructor(exam, papers, at, name, leave, signal) {
    /** @param {() => void} act */
    const unlessEnded = (act) => () => signal.aborted || act()
    this.#name = name
    this.#papers = papers
    this.#at = at
    this.#leave = unlessEnded(leave)
    this.#sheet = new Sheet(exam, papers, {
      changed: unlessEnded(() => this.#update()),
      over: unlessEnded(() => leave(this.#exam.handedIn === null ? "" : ELSEWHERE)),
      erased: unlessEnded(() => this.#move("erase")),
    })
    this.#state = stateOf(exam, this.#left)
    this.#map = questionMap(exam.items.length, (at) => this.#go(at))
    this.#clock = clock({
      left: () => this.#left,
      pause: () => this.#pause(),
      more: () => this.#more(),
      stop: () => this.#stop(),
      up: () => this.#move("expire"),
      say: (sentence) => this.#say(sentence),
    }, signal)
    this.#bar = examBar(exam.items.length, this.#clock.element, {
      flag: () => this.#mark("flagged"),
      map: () => this.#map.show(this.#at),
      submit: () => this.#move("ask"),
    })
    this.#build()
    this.#listen(signal)
    this.#show()
  }

  #build() {
    const actions = make("div", { className: "exam-actions" },
      make("div", { className: "exam-actions__row md-grid" }, make("div", {}, this.#previous, this.#next)))
    this.#map.element.append(keyLine())
    this.element.append(this.#spoken, this.#bar.element, this.#unsaved,
      make("div", { className: "exam-room" }, this.#stage, this.#map.element), actions)
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    for (const name of ["change", "click", "drop"]) this.#stage.addEventListener(name, () => this.#read())
    for (const name of ["click", "contextmenu"]) this.#stage.addEventListener(name, (event) => this.#strike(event))
    this.#stage.addEventListener("submit", (event) => event.preventDefault())
    listenForKeys(KEYS, (key) => this.#press(key), signal)
    addEventListener("focus", () => this.#sheet.look(), { signal })
    document.addEventListener("visibilitychange", () => this.#see(), { signal })
  }

  /** Time in another tab is not time on the question. */
  #see() {
    if (document.visibilityState === "visible") {
      this.#since = Date.now()
      void this.#sheet.look()
    } else if (this.#state === "sitting") this.#change((exam) => exam)
  }

  get #exam() {
    return this.#sheet.exam
  }

  get #left() {
    return timeLeft(this.#exam, Date.now())
  }

  get #item() {
    return this.#exam.items[this.#at].id
  }

  get #paper() {
    return /** @type {Paper} */ (this.#papers.get(this.#item))
  }

  /** Change the exam, and add the time that the question on the page has taken. @param {(exam: Exam) => Exam} next */
  #change(next) {
    void this.#sheet.change(this.#withTime(next))
  }

  /** @param {(exam: Exam) => Exam} next @returns {(exam: Exam) => Exam} */
  #withTime(next) {
    const [id, spent] = [this.#item, this.#state === "sitting" ? Date.now() - this.#since : 0]
    this.#since = Date.now()
    return (exam) => withTime(next(exam), id, spent)
  }

  /** @param {import("../core/exam-states.mjs").ExamEvent} event */
  #move(event) {
    const next = after(this.#state, event)
    if (next === this.#state) return
    const isLeft = this.#state === "sitting" && event !== "erase"
    const withTimeSpent = this.#withTime((exam) => exam)
    this.#state = next
    if (isLeft) void this.#sheet.change(withTimeSpent)
    this.#show()
    find(this.#stage, "h2").focus()
  }

  /** Another tab may have stopped the clock, or given it more time. */
  #follow() {
    const isPaused = this.#exam.paused !== null
    if (isPaused) this.#move("pause")
    else if (this.#state === "paused" || (this.#state === "expired" && this.#left !== 0)) this.#move("back")
  }

  #show() {
    this.element.dataset.state = this.#state
    const panel = this.#panel()
    if (panel) this.#stage.replaceChildren(panel)
    else this.#ask()
    this.#update()
  }

  /** Null while a question is on the page. */
  #panel() {
    const submit = () => this.#submit()
    const back = () => this.#move("back")
    switch (this.#state) {
      case "confirming": return submitPanel(this.#gaps, (at) => this.#go(at), submit, back)
      case "expired": return timeUpPanel(this.#gaps, submit, () => this.#more(), () => this.#stop())
      case "paused": return pausePanel(duration(this.#left ?? 0), () => this.#resume())
      case "erased": return erasedPanel(() => this.#keep(), this.#leave)
      default: return null
    }
  }

  /** @param {number} at */
  #go(at) {
    if (at < 0 || !["sitting", "confirming"].includes(this.#state)) return
    if (at >= this.#exam.items.length) return this.#move("ask")
    if (this.#state === "sitting") this.#change((exam) => exam)
    this.#at = at
    this.#state = after(this.#state, "back")
    this.#show()
    scrollTo(0, 0)
    find(this.#stage, "h2").focus({ preventScroll: true })
  }

  #ask() {
    const { id, items: { length } } = this.#exam
    history.replaceState(history.state, "", `#exam-${id}/${this.#at + 1}`)
    this.#since = Date.now()
    this.#previous.disabled = this.#at === 0
    this.#next.replaceChildren(...(this.#at === length - 1 ? ["Finish"] : ["Next", icon("forward")]))
    this.#stage.replaceChildren(heading(`${this.#name}, question ${this.#at + 1} of ${length}`), this.#paper.form, this.#answer)
  }

  #read() {
    if (!this.#paper.form.isConnected) return
    const id = this.#item
    const response = responseOn(this.#paper)
    if (isSame(response, this.#exam.responses[id])) return
    const struck = (this.#exam.struck[id] ?? []).filter((option) => !response.includes(option))
    this.#change((exam) => withStruck(withResponse(exam, id, response), id, struck))
  }

  /** @param {Event} event */
  #strike(event) {
    const option = optionToStrike(event)
    if (option === undefined) return
    event.preventDefault()
    const id = this.#item
    const struck = this.#exam.struck[id] ?? []
    const others = struck.filter((other) => other !== option)
    this.#change((exam) => withStruck(exam, id, others.length < struck.length ? others : [...struck, option]))
  }

  #withdraw() {
    const id = this.#item
    fill(this.#paper, [])
    this.#say("Your answer is cleared.")
    this.#change((exam) => withMark(withResponse(exam, id, []), "guessed", id, false))
    find(this.#stage, "h2").focus()
  }

  /** @param {"flagged" | "guessed"} list */
  #mark(list) {
    if (this.#state !== "sitting") return
    const id = this.#item
    const isOn = !this.#exam[list].includes(id)
    this.#say(`${isOn ? "" : "No longer "}${list === "flagged" ? "flagged" : "marked as a guess"}.`.replace(/^./, (letter) => letter.toUpperCase()))
    this.#change((exam) => withMark(exam, list, id, isOn))
  }

  /** @param {string} key */
  #press(key) {
    if (this.#state !== "sitting") return false
    if (key === "n" || key === "Enter") this.#go(this.#at + 1)
    else if (key === "p") this.#go(this.#at - 1)
    else if (key === "f") this.#mark("flagged")
    else if (key === "g") this.#mark("guessed")
    else if (key === "m") this.#map.show(this.#at)
    else return this.#choose(Number(key) - 1)
    return true
  }

  /** @param {number} at */
  #choose(at) {
    const option = options(this.#paper.form)[at]
    option?.focus()
    option?.click()
    return option !== undefined
  }

  #update() {
    const { items, responses, flagged, struck } = this.#exam
    this.#map.update(items.map(({ id }) => ({ extent: this.#extent(id), isFlagged: flagged.includes(id) })), this.#at)
    this.#bar.update(this.#at, flagged.includes(this.#item))
    // Another tab may have answered it.
    if (!isSame(responseOn(this.#paper), responses[this.#item])) fill(this.#paper, responses[this.#item] ?? [])
    showStruck(this.#paper.form, struck[this.#item] ?? [])
    this.#updateAnswer()
    this.#unsaved.textContent = notice()
    this.#clock.update()
    this.#follow()
  }

  /** What the learner can do about the answer, once there is one. */
  #updateAnswer() {
    const hasAnswer = this.#extent(this.#item) !== "unanswered"
    this.#answer.hidden = !hasAnswer
    const isGuess = this.#exam.guessed.includes(this.#item)
    const guess = this.#answer.querySelector("input")
    if (guess) guess.checked = isGuess
    else this.#answer.append(
      make("label", { className: "filter" },
        make("input", { type: "checkbox", checked: isGuess, onchange: () => this.#mark("guessed") }), "I am guessing"),
      button("Clear my answer", () => this.#withdraw(), "quiet"))
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

  #pause() {
    this.#change((exam) => withPause(exam, Date.now()))
  }

  #resume() {
    this.#change((exam) => withoutPause(exam, Date.now()))
  }

  #keep() {
    this.#change((exam) => exam)
    this.#move("back")
  }

  #more() {
    this.#change((exam) => withMoreTime(exam, Date.now()))
    this.#say("10 minutes more.")
  }

  #stop() {
    this.#change((exam) => ({ ...exam, deadline: null }))
    this.#say("The timer is off.")
    find(this.#stage, "h2").focus()
  }

  async #submit() {
    await this.#sheet.submit(this.#withTime((exam) => exam))
    this.#leave()
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#spoken.textContent = sentence
  }
}

/** @param {readonly string[]} one @param {readonly string[]} [other] */
const isSame = (one, other = []) => one.join() === other.join()
