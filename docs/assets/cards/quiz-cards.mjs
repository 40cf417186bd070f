/** `<quiz-cards>`: terms of the glossary and open questions as flashcards, one after the other. */

import { byItem, timeOfNext } from "../core/history.mjs"
import { dueAt, stillAhead } from "../core/schedule.mjs"
import { drawSession } from "../core/session-draw.mjs"
import {
  fittedSession,
  isOver,
  newSession,
  outcomesOf,
  withAgain,
  withAnswer,
  withoutAgain,
  withoutLast,
} from "../core/session.mjs"
import { readAll } from "../review/opening.mjs"
import { returnsIn } from "../review/sentences.mjs"
import * as attempts from "../store/attempts.mjs"
import { newId, notice } from "../store/database.mjs"
import * as sessions from "../store/sessions.mjs"
import * as settings from "../store/settings.mjs"
import { listenForKeys } from "../ui/keys.mjs"
import { make } from "../ui/make.mjs"
import { statesOf } from "../ui/segments.mjs"
import { cardItems, fetchCards } from "./deck.mjs"
import { deckFilters, endPart } from "./end.mjs"
import { cardPart, roundBar } from "./round.mjs"

const SIZE = 20
const UNREACHABLE =
  "The cards could not be loaded. Check your connection and try again; your answers are safe."
/** @type {Shortcut[]} */
const KEYS = [
  ["Space", "turn the card"],
  ["1", "missed"],
  ["2", "had it"],
]

export class QuizCards extends HTMLElement {
  #listening = new AbortController()
  /** @type {Index | null} */
  #index = null
  /** @type {Attempt[]} */
  #attempts = []
  /** @type {string | null} */
  #examDay = null
  /** @type {Session | null} */
  #session = null
  /** @type {Map<string, import("./deck.mjs").Card>} */
  #cards = new Map()
  #isReverse = false
  #isTurned = false
  #status = make("p", { className: "notice", role: "status" })
  #body = make("div", { className: "flash" })

  async connectedCallback() {
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.replaceChildren(this.#status, this.#body)
    const { index, contents, settings: set, session } = await readAll("cards")
    if (signal.aborted) return
    if (!index) return this.#say(UNREACHABLE)
    this.#index = index
    this.#attempts = contents.attempts
    this.#examDay = stillAhead(set.examDay, Date.now())
    this.#isReverse = set.definitionFirst
    this.#say(`${contents.warning}${notice()}`)
    listenForKeys(KEYS, (key) => this.#press(key), signal)
    const known = new Map(cardItems(index).map((item) => [item.id, item]))
    const open = session && fittedSession(session, known)
    if (open && !isOver(open)) await this.#show(open)
    else await this.#begin("both")
  }

  disconnectedCallback() {
    this.#listening.abort()
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#status.textContent = sentence
  }

  get #histories() {
    return byItem(this.#attempts, Date.now())
  }

  /** @param {string} choice - "both", "terms", or "open"; with "-all" also what is not due */
  async #begin(choice) {
    const [deck, isAll] = choice.split("-")
    const items = cardItems(/** @type {Index} */ (this.#index)).filter(({ topic }) =>
      [topic, "both"].includes(deck),
    )
    const drawn = drawSession(items, this.#histories, {
      choice: isAll ? "all" : "due",
      size: SIZE,
      now: Date.now(),
      examDay: this.#examDay,
      seed: newId(),
    })
    await this.#show(newSession("cards", choice, drawn, Date.now()))
  }

  /** @param {Session} session */
  async #show(session) {
    const cards = await fetchCards(session.items, /** @type {Index} */ (this.#index)).catch(
      () => null,
    )
    if (!cards) return this.#say(UNREACHABLE)
    this.#cards = cards
    const { length } = session.attempts
    const items = session.items.filter(({ id }, place) => place < length || cards.has(id))
    await this.#keep({ ...session, items })
    this.#draw()
  }

  /** @param {Session} session */
  #keep(session) {
    this.#session = session
    return isOver(session) ? sessions.remove("cards") : sessions.put(session)
  }

  #draw() {
    const session = /** @type {Session} */ (this.#session)
    const hadFocus = this.contains(document.activeElement)
    const filters = deckFilters(session.choice, (choice) => this.#begin(choice))
    if (isOver(session)) {
      const [deck] = session.choice.split("-")
      const end = endPart(
        session,
        outcomesOf(session, this.#attempts),
        this.#cards,
        () => this.#begin(session.choice),
        () => this.#begin(`${deck}-all`),
      )
      this.#body.replaceChildren(...end, filters)
      this.#body.querySelector("h2")?.focus()
      return
    }
    const place = session.attempts.length
    const { id, revision } = session.items[place]
    const card = /** @type {import("./deck.mjs").Card} */ (this.#cards.get(id))
    const states = statesOf(session.items.length, outcomesOf(session, this.#attempts))
    const uses = {
      grade: (/** @type {"correct" | "incorrect"} */ outcome) => this.#grade(outcome),
      turn: () => this.#turn(),
      swap: () => this.#swap(),
      undo: place > 0 ? () => this.#undo() : null,
    }
    this.#body.replaceChildren(
      roundBar(states, place, this.#isReverse, uses),
      ...cardPart(card, this.#isReverse, this.#isTurned, this.#whenAgain(id, revision), uses),
      filters,
    )
    if (hadFocus)
      /** @type {HTMLElement} */ (this.#body.querySelector(".flip__turn")).focus({
        preventScroll: true,
      })
  }

  /** @param {string} id @param {string} revision */
  #whenAgain(id, revision) {
    const now = Date.now()
    const attempt = attemptOn({ id, revision }, "correct", this.#histories.get(id) ?? [], now)
    const due = dueAt([...(this.#histories.get(id) ?? []), attempt], revision, this.#examDay)
    return returnsIn(due ?? now, now)
  }

  #turn() {
    this.#isTurned = !this.#isTurned
    this.#draw()
  }

  #swap() {
    this.#isReverse = !this.#isReverse
    this.#isTurned = false
    void settings.put({ definitionFirst: this.#isReverse })
    this.#draw()
  }

  /** @param {"correct" | "incorrect"} outcome */
  async #grade(outcome) {
    const session = /** @type {Session} */ (this.#session)
    const item = session.items[session.attempts.length]
    if (!this.#isTurned || !item) return
    this.#isTurned = false
    const attempt = attemptOn(item, outcome, this.#histories.get(item.id) ?? [], Date.now())
    this.#attempts = [...this.#attempts, attempt]
    const answered = withAnswer(session, attempt.id)
    const kept = this.#keep(outcome === "correct" ? answered : withAgain(answered, item))
    this.#draw()
    if (!(await attempts.add(attempt))) this.#say(notice())
    await kept
    this.dispatchEvent(new CustomEvent("quiz-attempt", { bubbles: true, detail: attempt }))
  }

  async #undo() {
    const session = /** @type {Session} */ (this.#session)
    const last = session.attempts.at(-1)
    if (!last) return
    const wasMissed = outcomesOf(session, this.#attempts).at(-1) !== "correct"
    this.#attempts = this.#attempts.filter(({ id }) => id !== last)
    this.#isTurned = false
    const before = withoutLast(session)
    const kept = this.#keep(wasMissed ? withoutAgain(before) : before)
    this.#draw()
    await attempts.takeBack(last)
    await kept
  }

  /** @param {string} key */
  #press(key) {
    if (!this.#session || isOver(this.#session)) return false
    if (key === "Space") this.#turn()
    else if (this.#isTurned && (key === "1" || key === "2"))
      void this.#grade(key === "2" ? "correct" : "incorrect")
    else return false
    return true
  }
}

/**
 * @param {Item} item
 * @param {"correct" | "incorrect"} outcome
 * @param {readonly Attempt[]} history
 * @param {number} now
 * @returns {Attempt}
 */
const attemptOn = ({ id, revision }, outcome, history, now) => ({
  id: newId(),
  item: id,
  revision,
  response: [outcome],
  outcome,
  confidence: null,
  at: timeOfNext(history, now),
})
