/** `<study-topics>`: what the reader knows of each topic, and the order of the topics. */

import { counted, topicLine } from "../core/words.mjs"
import { bar } from "../ui/bar.mjs"
import { make } from "../ui/make.mjs"
import { reader } from "./reader.mjs"

const WEAKEST = "Weakest first"
const COURSE = "Course order"

export class StudyTopics extends HTMLElement {
  /** In the order of the guide. @type {HTMLElement[]} */
  #cards = []
  /** @type {Map<string, Counts>} */
  #counts = new Map()

  async connectedCallback() {
    const known = await reader()
    if (!this.isConnected || !known?.isReturning) return
    this.#cards = [...document.querySelectorAll(".topics > li")].map(
      (card) => /** @type {HTMLElement} */ (card),
    )
    this.#counts = new Map(known.standing.topics.map((topic) => [topic.slug, topic]))
    for (const card of this.#cards) show(card, this.#countsOf(card))
    showModes(known.standing)
    this.replaceChildren(
      make(
        "div",
        { className: "filters", role: "group", ariaLabel: "Order of topics" },
        this.#filter(WEAKEST),
        this.#filter(COURSE),
      ),
    )
    this.#arrange(WEAKEST)
  }

  /** @param {string} order */
  #filter(order) {
    const onclick = () => this.#arrange(order)
    return make("button", { type: "button", className: "filter", onclick }, order)
  }

  /** @param {string} order */
  #arrange(order) {
    for (const button of this.querySelectorAll("button"))
      button.ariaPressed = String(button.textContent === order)
    const cards =
      order === COURSE
        ? this.#cards
        : this.#cards.toSorted(
            (one, other) => weakness(this.#countsOf(one)) - weakness(this.#countsOf(other)),
          )
    document.querySelector(".topics")?.append(...cards)
  }

  /** @param {HTMLElement} card */
  #countsOf = ({ dataset }) => this.#counts.get(dataset.quiz ?? "")
}

/** Topics that were not started come last. @param {Counts | undefined} counts */
function weakness(counts) {
  const answered = counts ? counts.right + counts.missed : 0
  return counts && answered > 0 ? counts.right / answered : 2
}

/** @param {HTMLElement} card @param {Counts | undefined} counts */
function show(card, counts) {
  const line = card.querySelector("p")
  if (!counts || !line || counts.seen === 0) return
  const { right, missed, due, unseen } = counts
  line.replaceChildren(
    make("span", {}, topicLine(counts)),
    due > 0
      ? make("span", { className: "chip" }, `${due} due`)
      : make("span", { className: "soft" }, "nothing due"),
  )
  line.before(
    bar(
      { right, missed, all: counts.questions },
      `${right} right, ${missed} missed, ${unseen} new`,
    ),
  )
}

/** @param {ReaderState} standing */
function showModes({ exam, due, missed, cards }) {
  const chips = {
    exam: exam ? [`In progress: ${exam.place} of ${exam.size}`] : [],
    review: [due > 0 ? `${due} due` : "", missed > 0 ? `${missed} missed` : ""],
    cards: [
      cards.due > 0 ? `${cards.due} due` : "",
      cards.known > 0 ? `${counted(cards.known, "card")} known` : "",
    ],
  }
  for (const [mode, words] of Object.entries(chips)) {
    const shown = words.filter(Boolean)
    const foot = document.querySelector(`[data-mode="${mode}"] .mode__foot`)
    if (shown.length > 0)
      foot?.replaceChildren(...shown.map((each) => make("span", { className: "chip" }, each)))
  }
}
