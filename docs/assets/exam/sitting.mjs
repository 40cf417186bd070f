/** A mock exam while it is sat: one question at a time, and nothing about right or wrong. */

import { after, stateOf } from "../core/exam-states.mjs"
import { extent, timeLeft, withMoreTime, withoutPause, withPause, withTime } from "../core/exam.mjs"
import { duration } from "../core/words.mjs"
import { notice } from "../store/database.mjs"
import { button, heading } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { listenForKeys } from "../ui/keys.mjs"
import { find, make } from "../ui/make.mjs"
import { Sheet } from "./answer-sheet.mjs"
import { Answering } from "./answering.mjs"
import { examBar } from "./bar.mjs"
import { clock } from "./clock.mjs"
import { keyLine, KEYS } from "./keys.mjs"
import { questionMap } from "./map.mjs"
import { erasedPanel, pausePanel, submitPanel, timeUpPanel } from "./panels.mjs"

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
  #answering
  #stage = make("div", { className: "exam-stage" })
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
    this.#answering = new Answering({
      exam: () => this.#exam,
      paper: () => this.#paper,
      change: (next) => this.#change(next),
      say: (sentence) => this.#say(sentence),
      focus: () => this.#focus(),
    })
    this.#map = questionMap(exam.items.length, (at) => this.#go(at))
    this.#clock = clock(
      {
        left: () => this.#left,
        pause: () => this.#pause(),
        more: () => this.#more(),
        stop: () => this.#stop(),
        up: () => this.#move("expire"),
        say: (sentence) => this.#say(sentence),
      },
      signal,
    )
    this.#bar = examBar(exam.items.length, this.#clock.element, {
      flag: () => this.#answering.mark("flagged"),
      map: () => this.#map.show(this.#at),
      submit: () => this.#move("ask"),
    })
    this.#build()
    this.#listen(signal)
    this.#show()
  }

  #build() {
    const actions = make(
      "div",
      { className: "exam-actions" },
      make(
        "div",
        { className: "exam-actions__row md-grid" },
        make("div", {}, this.#previous, this.#next),
      ),
    )
    this.#map.element.append(keyLine())
    this.element.append(
      this.#spoken,
      this.#bar.element,
      this.#unsaved,
      make("div", { className: "exam-room" }, this.#stage, this.#map.element),
      actions,
    )
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    this.#answering.listen(this.#stage)
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
    this.#focus()
  }

  /** Another tab may have stopped the clock, or given it more time. */
  #follow() {
    const isPaused = this.#exam.paused !== null
    if (isPaused) this.#move("pause")
    else if (this.#state === "paused" || (this.#state === "expired" && this.#left !== 0))
      this.#move("back")
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
      case "confirming":
        return submitPanel(this.#gaps, (at) => this.#go(at), submit, back)
      case "expired":
        return timeUpPanel(
          this.#gaps,
          submit,
          () => this.#more(),
          () => this.#stop(),
        )
      case "paused":
        return pausePanel(duration(this.#left ?? 0), () => this.#resume())
      case "erased":
        return erasedPanel(() => this.#keep(), this.#leave)
      default:
        return null
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
    const {
      id,
      items: { length },
    } = this.#exam
    history.replaceState(history.state, "", `#exam-${id}/${this.#at + 1}`)
    this.#since = Date.now()
    this.#previous.disabled = this.#at === 0
    this.#next.replaceChildren(
      ...(this.#at === length - 1 ? ["Finish"] : ["Next", icon("forward")]),
    )
    this.#stage.replaceChildren(
      heading(`${this.#name}, question ${this.#at + 1} of ${length}`),
      this.#paper.form,
      this.#answering.element,
    )
  }

  /** @param {string} key */
  #press(key) {
    if (this.#state !== "sitting") return false
    if (key === "n" || key === "Enter") this.#go(this.#at + 1)
    else if (key === "p") this.#go(this.#at - 1)
    else if (key === "f") this.#answering.mark("flagged")
    else if (key === "g") this.#answering.mark("guessed")
    else if (key === "m") this.#map.show(this.#at)
    else return this.#answering.choose(Number(key) - 1)
    return true
  }

  #update() {
    const { items, flagged } = this.#exam
    this.#map.update(
      items.map(({ id }) => ({ extent: this.#extent(id), isFlagged: flagged.includes(id) })),
      this.#at,
    )
    this.#bar.update(this.#at, flagged.includes(this.#item))
    this.#answering.update()
    this.#unsaved.textContent = notice()
    this.#clock.update()
    this.#follow()
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
    this.#focus()
  }

  async #submit() {
    await this.#sheet.submit(this.#withTime((exam) => exam))
    this.#leave()
  }

  #focus() {
    find(this.#stage, "h2").focus()
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#spoken.textContent = sentence
  }
}
