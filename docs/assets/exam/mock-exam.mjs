/** `<quiz-exam>`: a mock exam from its start to its result. */

import { candidates, draw, matching } from "../core/exam-draw.mjs"
import { fitted, newExam, whileOpen, wholeTime } from "../core/exam.mjs"
import { byItem } from "../core/history.mjs"
import { newId, notice } from "../store/database.mjs"
import * as everything from "../store/everything.mjs"
import * as exams from "../store/exams.mjs"
import { goTo, heading, mainButton } from "../ui/controls.mjs"
import { find, make } from "../ui/make.mjs"
import { fetchIndex } from "../ui/site.mjs"
import { choiceIn, examIn } from "./address.mjs"
import { changesOf } from "./changes.mjs"
import { fetchPapers } from "./questions.mjs"
import { resultScreen } from "./result.mjs"
import { Sitting } from "./sitting.mjs"
import { startScreen } from "./start.mjs"

const ALL_GONE = "None of that exam's questions are in the guide anymore, so it cannot continue."

/** @typedef {import("./start.mjs").NewExam} NewExam */

export class QuizExam extends HTMLElement {
  #connected = new AbortController()
  #screen = new AbortController()
  /** @type {Index | null} */
  #index = null
  /** So that an exam goes on without a network. @type {{ exam?: string, papers: Papers | null }} */
  #loaded = { papers: null }

  connectedCallback() {
    const status = make("p", { className: "exam-notice", role: "status" })
    this.replaceChildren(status, make("div"))
    this.#connected = new AbortController()
    const { signal } = this.#connected
    addEventListener("hashchange", () => this.#open(), { signal })
    void this.#open("", false)
  }

  disconnectedCallback() {
    this.#connected.abort()
    this.#screen.abort()
  }

  /** The page's heading. */
  get #name() {
    return document.querySelector("h1")?.firstChild?.textContent?.trim() || "Mock exam"
  }

  /** Show what the address names. @param {string} [said] - what the learner must know */
  async #open(said = "", isMoved = true) {
    this.#screen.abort()
    const { signal } = (this.#screen = new AbortController())
    const { id, place } = examIn(location)
    const contents = await everything.read()
    const all = contents.exams.toSorted((one, other) => one.started - other.started)
    const index = (this.#index ??= await fetchIndex())
    const exam = all.find((exam) => exam.id === id)
    const papers = index && exam && (await this.#fetch(exam, index))
    if (signal.aborted) return

    const show = (/** @type {HTMLElement} */ screen) =>
      this.#show(screen, [said, contents.warning, notice()], isMoved)
    if (!index || (exam?.handedIn === null && !papers)) return show(this.#unreachable())
    if (!exam) return this.#offer({ ...contents, exams: all }, index, show)
    if (exam.handedIn === null && papers)
      return this.#sit(exam, papers, place, signal, said, isMoved)
    const uses = { retry: () => this.#open(), leave: () => this.#go() }
    show(resultScreen(exam, { ...contents, exams: all }, index, papers ?? null, uses))
  }

  /**
   * The start of an exam; a link may start one at once.
   * @param {Contents} contents
   * @param {Index} index
   * @param {(screen: HTMLElement) => void} show
   */
  #offer({ exams, attempts }, index, show) {
    const settings = index.exam
    const all = candidates(index)
    const histories = byItem(attempts, Date.now())
    const wanted = (/** @type {ExamChoice} */ choice) => matching(all, choice, histories)
    const start = (/** @type {NewExam} */ { choice, size, isTimed }) => {
      const items = draw(wanted(choice), index.blueprint, size, newId(), attempts, exams)
      const time = isTimed ? wholeTime(items.length, settings) : null
      return this.#start(items, time, index)
    }
    const { size, choice, isStart } = choiceIn(location, settings.sizes)
    if (isStart) history.replaceState(null, "", location.pathname)
    if (isStart && wanted(choice).length > 0) return start({ choice, size, isTimed: true })
    show(
      startScreen(
        exams,
        attempts,
        { index, settings, choice, size, wanted },
        {
          start,
          open: ({ id }) => this.#go(`#exam-${id}`),
          discard: (exam) => this.#discard(exam),
        },
      ),
    )
  }

  /** Null if a page cannot be had. @param {Pick<Exam, "id" | "items">} exam @param {Index} index */
  async #fetch(exam, index) {
    if (this.#loaded.exam !== exam.id || !this.#loaded.papers) {
      const papers = await fetchPapers(exam, index.quizzes).catch(() => null)
      this.#loaded = { exam: exam.id, papers }
    }
    return this.#loaded.papers
  }

  /**
   * @param {Exam} before - as it was stored, perhaps by an earlier version of the guide
   * @param {Papers} papers
   * @param {number} place - from 1; NaN for the first that is open
   * @param {AbortSignal} signal
   */
  async #sit(before, papers, place, signal, said = "", isMoved = true) {
    const now = (/** @type {Exam} */ exam) => fitted(exam, papers)
    const changes = changesOf(before, now(before))
    const exam = changes ? await exams.change(before, whileOpen(now)) : before
    if (signal.aborted) return
    if (exam.items.length === 0) return this.#discard(exam, ALL_GONE)
    const open = exam.items.findIndex(({ id }) => !exam.responses[id])
    const at = Math.min(
      Number.isNaN(place) ? Math.max(open, 0) : Math.max(place - 1, 0),
      exam.items.length - 1,
    )
    const { element } = new Sitting(
      exam,
      papers,
      at,
      this.#name,
      (said) => this.#open(said),
      signal,
    )
    this.#show(element, [said, changes], isMoved)
  }

  /** The theme, which listens to the browser's own ways, would load the page again. */
  #go(address = location.pathname) {
    history.pushState(null, "", address)
    return this.#open()
  }

  /** @param {Item[]} items @param {number | null} time @param {Index} index */
  async #start(items, time, index) {
    const id = newId()
    this.#show(make("section", { className: "exam-loading" }), ["Loading the questions…"], false)
    const papers = await this.#fetch({ id, items }, index)
    if (!papers) return this.#show(this.#unreachable(), [], true)
    await exams.put(newExam(id, items, Date.now(), time))
    await this.#go(`#exam-${id}/1`)
  }

  /** @param {Exam} exam */
  async #discard({ id }, said = "The exam was discarded.") {
    await exams.remove(id)
    await this.#open(said)
  }

  #unreachable() {
    return make(
      "section",
      { className: "exam-panel card" },
      heading("The questions could not be loaded"),
      make("p", {}, "Perhaps there is no network. What you answered is safe."),
      mainButton("Try again", () => this.#open()),
    )
  }

  /** @param {HTMLElement} screen @param {readonly string[]} sentences @param {boolean} isMoved */
  #show(screen, sentences, isMoved) {
    const [status, stage] = this.children
    status.textContent = sentences.filter(Boolean).join(" ")
    stage.replaceChildren(screen)
    if (isMoved && screen.querySelector("h2")) goTo(find(screen, "h2"))
  }
}
