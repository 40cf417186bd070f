/** Stage 1 of RLHF by hand: pairs of answers, one at a time, and the reader's picks. */

import { make } from "../../ui/make.mjs"

/**
 * @typedef {{ asked: string, fact: string, answers: string[] }} Duel
 * @typedef {{ duels: readonly Duel[], fewest: number }} Task - pairs, and how many of them are enough to train on
 * @typedef {(picks: readonly number[]) => void} Use
 */

/**
 * Shows the pairs in a part of the page.
 *
 * @param {HTMLElement} part @param {Task} task
 * @param {Use} train - gets 0 or 1 for each pair, the better answer
 */
export function openRanking(part, task, train) {
  const { duels } = task
  /** @param {readonly number[]} picks */
  const show = (picks) => {
    const isOver = picks.length === duels.length
    part.replaceChildren(
      ...(isOver
        ? [make("p", {}, `You have compared all ${duels.length} pairs.`)]
        : pairParts(duels, picks, show)),
      foot(task, picks, show, train),
    )
    /** @type {HTMLElement | null} */
    const next = part.querySelector(isOver ? ".btn--primary" : ".lab-duel__answer")
    next?.focus()
  }
  show([])
}

/** The next pair: question, two answers, the fact. @param {readonly Duel[]} duels @param {readonly number[]} picks @param {Use} show */
function pairParts(duels, picks, show) {
  const { asked, fact, answers } = duels[picks.length]
  const buttons = answers.map((answer, i) => {
    const button = make(
      "button",
      { type: "button", className: "btn lab-duel__answer" },
      make("span", { className: "lab-hint" }, `Answer ${"AB"[i]}: `),
      make("span", { className: "lab-say" }, answer),
    )
    button.setAttribute("aria-describedby", "lab-duel lab-duel-fact")
    button.addEventListener("click", () => show([...picks, i]))
    return button
  })
  return [
    make(
      "p",
      { id: "lab-duel" },
      make("strong", {}, `Pair ${picks.length + 1} of ${duels.length}. `),
      "Which answer is better? ",
      make("span", { className: "lab-say" }, asked),
    ),
    make("div", { className: "lab-duel" }, ...buttons),
    make("p", { className: "lab-hint", id: "lab-duel-fact" }, `The fact, if you need it: ${fact}`),
  ]
}

/** The way back, and on. @param {Task} task @param {readonly number[]} picks @param {Use} show @param {Use} train */
function foot({ duels, fewest }, picks, show, train) {
  const back = make("button", { type: "button", className: "quiet" }, "Back one pair")
  back.addEventListener("click", () => show(picks.slice(0, -1)))
  const isOver = picks.length === duels.length
  const go = make(
    "button",
    { type: "button", className: isOver ? "btn btn--primary" : "btn" },
    `Train on these ${picks.length} picks`,
  )
  go.addEventListener("click", () => train(picks))
  return make(
    "div",
    { className: "lab-ranking__foot" },
    ...(picks.length ? [back] : []),
    ...(picks.length >= fewest ? [go] : []),
  )
}
