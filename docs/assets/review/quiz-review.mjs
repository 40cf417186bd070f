/** `<quiz-review>`: sessions of what is due, what was missed, a topic, or a mix of what is easily confused. */

import { byItem } from "../core/history.mjs"
import { dueAt, forecast, stillAhead } from "../core/schedule.mjs"
import { scoreItems, weakest } from "../core/score.mjs"
import { drawSession, waiting } from "../core/session-draw.mjs"
import {
  caughtUp,
  fittedSession,
  isOver,
  newSession,
  outcomesOf,
  parseStart,
  withAnswer,
  withoutCurrent,
  withoutLast,
} from "../core/session.mjs"
import { forToday, planUntil, reviewedToday, spread } from "../core/workload.mjs"
import { KEYS } from "../quiz/run-bar.mjs"
import { safariNote } from "../ui/safari-note.mjs"
import * as attempts from "../store/attempts.mjs"
import { newId, notice } from "../store/database.mjs"
import * as persistence from "../store/persistence.mjs"
import * as sessions from "../store/sessions.mjs"
import * as settings from "../store/settings.mjs"
import { listenForKeys } from "../ui/keys.mjs"
import { make } from "../ui/make.mjs"
import { statesOf } from "../ui/segments.mjs"
import { ask } from "./asking.mjs"
import { endPart } from "./end.mjs"
import { readAll } from "./opening.mjs"
import { planPart } from "./plan-part.mjs"
import { fetchQuestions } from "./questions.mjs"
import { returnsIn } from "./sentences.mjs"
import { startPart } from "./start.mjs"

const UNREACHABLE =
  "The questions could not be loaded. Check your connection and try again; your answers are safe."
const NOTHING = "There are no such questions right now. Choose something else."
const SESSION = "#session"
const DAYS = 14

export class QuizReview extends HTMLElement {
  #listening = new AbortController()
  /** @type {Index} */
  #index = /** @type {any} */ (null)
  /** @type {(TopicItem & { isConfusable: boolean })[]} */
  #items = []
  /** @type {Attempt[]} */
  #attempts = []
  /** @type {{ attempts: Attempt[], histories: Histories } | null} what was worked out of them last */
  #sorted = null
  /** @type {ReaderSettings} */
  #settings = /** @type {any} */ ({})
  /** @type {Session | null} */
  #session = null
  /** @type {Map<string, Question>} */
  #questions = new Map()
  /** @type {ReturnType<typeof ask> | null} */
  #asking = null
  #status = make("p", { className: "notice", role: "status", tabIndex: -1 })
  #body = make("div", { className: "review" })

  async connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.replaceChildren(this.#status, this.#body)
    const { index, contents, settings: set, session } = await readAll("review")
    if (signal.aborted) return
    if (!index) {
      this.#show("start")
      return this.#say(UNREACHABLE)
    }
    this.#index = index
    this.#items = index.quizzes.flatMap(({ slug, items }) =>
      items.map((item) => ({
        ...item,
        topic: slug,
        isConfusable: index.confusable.flat().includes(slug),
      })),
    )
    this.#attempts = contents.attempts
    this.#settings = set
    this.#session =
      session &&
      fittedSession(
        caughtUp(session, contents.attempts),
        new Map(this.#items.map((item) => [item.id, item])),
      )
    this.#say(`${contents.warning}${notice()}`)
    listenForKeys(KEYS, (key) => this.#press(key), signal)
    const start = parseStart(location.search)
    if (start) await this.#begin(start.choice, start.size ?? set.sessionSize)
    else if (location.hash === SESSION && this.#session) await this.#resume()
    else this.#offer()
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#status.textContent = sentence
  }

  /** @param {"start" | "asking" | "end"} screen */
  #show(screen) {
    this.dataset.screen = screen
    this.#asking = null
    const address = screen === "asking" ? SESSION : location.hash === SESSION ? "" : location.hash
    history.replaceState(history.state, "", `${location.pathname}${address}`)
  }

  get #histories() {
    if (this.#sorted?.attempts !== this.#attempts)
      this.#sorted = { attempts: this.#attempts, histories: byItem(this.#attempts, Date.now()) }
    return this.#sorted.histories
  }

  get #examDay() {
    return stillAhead(this.#settings.examDay, Date.now())
  }

  /** @returns {Waiting} */
  #waiting() {
    const now = Date.now()
    const histories = this.#histories
    const { due, missed, unseen } = waiting(this.#items, histories, now, this.#examDay)
    const limit = this.#settings.dailyLimit
    const topic =
      weakest(this.#index.quizzes, scoreItems(this.#items, histories, now, this.#examDay))[0]
        ?.topic ?? null
    const session = this.#session
    return {
      due: due.length,
      missed: missed.length,
      unseen: unseen.length,
      limit,
      weakest: topic,
      today: forToday(due.length, limit, reviewedToday(this.#items, histories, now)),
      open:
        session && !isOver(session)
          ? { place: session.attempts.length + 1, size: session.items.length }
          : null,
    }
  }

  #offer() {
    this.#show("start")
    this.#body.replaceChildren(
      ...safariNote(this.#settings.knowsSafari),
      ...this.#start(),
      this.#plan(),
    )
  }

  #start() {
    return startPart(this.#waiting(), this.#settings.sessionSize, {
      begin: (choice, size) => this.#begin(choice, size ?? this.#settings.sessionSize),
      resume: () => this.#resume(),
      setSize: (sessionSize) => this.#set({ sessionSize }),
    })
  }

  #plan() {
    const now = Date.now()
    const histories = this.#histories
    const { dailyLimit: limit, examDay } = this.#settings
    const done = reviewedToday(this.#items, histories, now)
    const counts = spread(forecast(this.#items, histories, now, DAYS, this.#examDay), limit, done)
    const plan = planUntil(this.#examDay, this.#items, histories, now)
    return planPart({ examDay, limit, plan, counts, now }, (changes) => this.#set(changes))
  }

  /** @param {Partial<ReaderSettings>} changes */
  #set(changes) {
    this.#settings = { ...this.#settings, ...changes }
    void settings.put(changes)
    if ("sessionSize" in changes) return
    // The field keeps the focus while what it changes is replaced.
    const next = make("div", {}, ...this.#start(), this.#plan())
    for (const part of [".review__today", ".review__ways", ".review__line", ".review__forecast"]) {
      this.#body.querySelector(part)?.replaceWith(next.querySelector(part) ?? "")
    }
  }

  /** @param {string} choice @param {number} size */
  async #begin(choice, size) {
    const [name, ...slug] = choice.split("-")
    const topic = slug.join("-")
    const items = topic ? this.#items.filter((item) => item.topic === topic) : this.#items
    const plan = { size, now: Date.now(), examDay: this.#examDay, seed: newId() }
    const drawn = drawSession(items, this.#histories, {
      ...plan,
      choice: topic ? "all" : /** @type {SessionPlan["choice"]} */ (name),
    })
    if (drawn.length === 0) {
      this.#offer()
      this.#say(NOTHING)
      return this.#status.focus()
    }
    this.#session = newSession("review", choice, drawn, Date.now())
    await sessions.put(this.#session)
    await this.#resume()
  }

  async #resume() {
    const session = /** @type {Session} */ (this.#session)
    const questions = await fetchQuestions(session.items, this.#index).catch(() => null)
    if (!questions) {
      this.#offer()
      return this.#say(UNREACHABLE)
    }
    this.#say(notice())
    this.#questions = questions
    const place = session.attempts.length
    this.#keep({
      ...session,
      items: session.items.filter(({ id }, at) => at < place || questions.has(id)),
    })
    this.#next()
  }

  /** @param {Session} session */
  #keep(session) {
    this.#session = session
    void (isOver(session) ? sessions.remove("review") : sessions.put(session))
  }

  #next() {
    const session = /** @type {Session} */ (this.#session)
    if (isOver(session)) return this.#end(session)
    const place = session.attempts.length
    const states = statesOf(session.items.length, outcomesOf(session, this.#attempts))
    const question = /** @type {Question} */ (this.#questions.get(session.items[place].id))
    this.#show("asking")
    this.#asking = ask(this.#body, question, states, place, {
      answered: (attempt) => this.#answered(attempt),
      next: () => {
        const now = /** @type {Session} */ (this.#session)
        if (now.attempts.length === place) this.#keep(withoutCurrent(now))
        this.#next()
      },
      undo: (attempt) => this.#undo(attempt),
      leave: () => this.#offer(),
    })
  }

  /** @param {Attempt} attempt */
  #answered(attempt) {
    this.#attempts = [...this.#attempts, attempt]
    this.#keep(withAnswer(/** @type {Session} */ (this.#session), attempt.id))
    const due = dueAt(this.#histories.get(attempt.item) ?? [], attempt.revision, this.#examDay)
    return returnsIn(due ?? attempt.at, attempt.at)
  }

  /** @param {Attempt} attempt */
  async #undo({ id }) {
    await attempts.takeBack(id)
    this.#attempts = this.#attempts.filter((each) => each.id !== id)
    this.#keep(withoutLast(/** @type {Session} */ (this.#session)))
    this.#next()
    this.#say(`Your last answer was undone. ${notice()}`)
  }

  /** @param {Session} session */
  #end(session) {
    const outcomes = outcomesOf(session, this.#attempts)
    const answers = outcomes.map((outcome, place) => ({
      outcome,
      question: this.#questions.get(session.items[place].id),
    }))
    this.#show("end")
    this.#session = null
    this.#say(notice())
    const size = this.#settings.sessionSize
    this.#body.replaceChildren(
      endPart(answers, this.#waiting(), size, (choice, wanted) =>
        this.#begin(choice, wanted ?? size),
      ),
    )
    scrollTo(0, 0)
    this.#body.querySelector("h2")?.focus({ preventScroll: true })
    void persistence.askToPersist()
  }

  /** @param {string} key */
  #press(key) {
    if (!this.#asking) return false
    if (key === "Enter") this.#asking.press()
    else if (/^[1-9]$/.test(key)) this.#asking.choose(Number(key) - 1)
    else return false
    return true
  }
}
