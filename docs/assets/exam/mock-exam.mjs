/** `<quiz-exam>`: a mock exam from its start to its result. */

import { draw } from "../core/exam-draw.mjs"
import { fitted, newExam, whileOpen, wholeTime } from "../core/exam.mjs"
import { counted } from "../core/words.mjs"
import { newId, notice } from "../store/database.mjs"
import * as everything from "../store/everything.mjs"
import * as exams from "../store/exams.mjs"
import { heading, mainButton } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { fetchIndex } from "../ui/site.mjs"
import { fetchPapers } from "./questions.mjs"
import { resultScreen } from "./result.mjs"
import { Sitting } from "./sitting.mjs"
import { startScreen } from "./start.mjs"

/** Names the exam on the screen, and the place of its question from 1. */
const ADDRESS = /^#exam-([a-z0-9-]+)(?:\/(\d+))?$/
const ALL_GONE = "None of the questions of that exam is in the guide any more."

export class QuizExam extends HTMLElement {
  #connected = new AbortController()
  #screen = new AbortController()
  /** @type {Index | null} */
  #index = null
  /** Kept, so that an exam goes on without a network. @type {{ exam?: string, papers: Papers | null }} */
  #loaded = { papers: null }

  connectedCallback() {
    const status = make("p", { className: "quiz-item__notice", role: "status" })
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

  /** Show what the address names. @param {string} [said] - what the reader must be told */
  async #open(said = "", isMoved = true) {
    this.#screen.abort()
    const { signal } = (this.#screen = new AbortController())
    const [, id, place] = ADDRESS.exec(location.hash) ?? []
    const { attempts, exams, warning } = await everything.read()
    const all = exams.toSorted((one, other) => one.started - other.started)
    const index = (this.#index ??= await fetchIndex())
    const exam = all.find((exam) => exam.id === id)
    const papers = index && exam && (await this.#fetch(exam, index))
    if (signal.aborted) return

    const show = (/** @type {HTMLElement} */ screen) => this.#show(screen, [said, warning, notice()], isMoved)
    if (!index || (exam?.handedIn === null && !papers)) return show(this.#unreachable())
    const size = exam ? 0 : sizeToStart(index.exam.sizes)
    if (size > 0) return this.#start(draw(index, size, newId(), attempts, all), true, index)
    if (!exam) {
      return show(startScreen(all, attempts, index, {
        start: (size, isTimed) => this.#start(draw(index, size, newId(), attempts, all), isTimed, index),
        open: ({ id }) => this.#go(`#exam-${id}`),
        discard: (exam) => this.#discard(exam),
      }))
    }
    if (exam.handedIn === null && papers) return this.#sit(exam, papers, Number(place), signal, said, isMoved)
    const uses = { retry: () => this.#open(), leave: () => this.#go() }
    show(resultScreen(exam, attempts, index, papers ?? null, uses))
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
    const changes = changed(before, now(before))
    const exam = changes ? await exams.change(before, whileOpen(now)) : before
    if (signal.aborted) return
    if (exam.items.length === 0) return this.#discard(exam, ALL_GONE)
    const open = exam.items.findIndex(({ id }) => !exam.responses[id])
    const at = Math.min(Number.isNaN(place) ? Math.max(open, 0) : Math.max(place - 1, 0), exam.items.length - 1)
    const { element } = new Sitting(exam, papers, at, (said) => this.#open(said), signal)
    this.#show(element, [said, changes], isMoved)
  }

  /** The theme, which listens to the browser's own ways, would load the page anew. */
  #go(address = location.pathname) {
    history.pushState(null, "", address)
    return this.#open()
  }

  /** @param {Item[]} items @param {boolean} isTimed @param {Index} index */
  async #start(items, isTimed, index) {
    const id = newId()
    this.#show(make("section"), ["Loading the questions…"], false)
    const papers = await this.#fetch({ id, items }, index)
    if (!papers) return this.#show(this.#unreachable(), [], true)
    const time = isTimed ? wholeTime(items.length, index.exam) : null
    await exams.put(newExam(id, items, Date.now(), time))
    await this.#go(`#exam-${id}/1`)
  }

  /** @param {Exam} exam */
  async #discard({ id }, said = "The exam was discarded.") {
    await exams.remove(id)
    await this.#open(said)
  }

  #unreachable() {
    return make("section", {},
      heading("The questions could not be loaded"),
      make("p", {}, "Perhaps there is no network. What you answered is safe."),
      mainButton("Try again", () => this.#open()),
    )
  }

  /** @param {HTMLElement} screen @param {readonly string[]} sentences @param {boolean} isMoved */
  #show(screen, sentences, isMoved) {
    const [status, stage] = /** @type {any} */ (this.children)
    status.textContent = sentences.filter(Boolean).join(" ")
    stage.replaceChildren(screen)
    if (isMoved) screen.querySelector("h2")?.focus()
  }
}

/** How many questions a link such as `?questions=10&start=1` starts at once, or 0. It does so once. @param {readonly number[]} sizes */
function sizeToStart(sizes) {
  const wanted = new URLSearchParams(location.search)
  if (!wanted.has("start")) return 0
  history.replaceState(null, "", location.pathname)
  const size = Number(wanted.get("questions"))
  return sizes.includes(size) ? size : 0
}

/** What the guide changed of an exam since it was stored, in words. @param {Exam} before @param {Exam} now */
function changed(before, now) {
  const gone = before.items.length - now.items.length
  const kept = new Set(now.items.map(({ id, revision }) => `${id} ${revision}`))
  const anew = before.items.filter(({ id, revision }) => !kept.has(`${id} ${revision}`)).length - gone
  return [
    gone && `${counted(gone, "question")} of this exam ${gone === 1 ? "is" : "are"} no longer in the guide and ${gone === 1 ? "was" : "were"} left out.`,
    anew && `${counted(anew, "question")} changed since you started: please answer ${anew === 1 ? "it" : "them"} anew.`,
  ].filter(Boolean).join(" ")
}
