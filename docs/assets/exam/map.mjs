/** The map of a mock exam: every question, and how far the reader is with it. */

import { button, folded } from "../ui/controls.mjs"
import { find, make } from "../ui/make.mjs"

/**
 * @param {number} count
 * @param {(at: number) => void} go - called with the place of the question that the reader wants
 */
export function questionMap(count, go) {
  const buttons = Array.from({ length: count }, (_, at) => button("", () => go(at), "quiz-exam__place"))
  const list = make("ol", { className: "quiz-exam__places" }, ...buttons.map((each) => make("li", {}, each)))
  const element = folded("", list)
  element.classList.add("quiz-exam__map")
  element.open = matchMedia("(min-width: 60em)").matches

  return {
    element,

    /** @param {number} at */
    show(at) {
      element.open = true
      buttons[at].focus()
    },

    /** @param {readonly string[][]} words - of each question @param {number} current */
    update(words, current) {
      const answered = words.filter(([extent]) => extent === "answered").length
      const flagged = words.filter((each) => each.includes("flagged")).length
      find(element, "summary").textContent =
        `Question map: ${answered} of ${count} answered${flagged ? `, ${flagged} flagged` : ""}`
      buttons.forEach((each, at) => {
        each.ariaCurrent = at === current ? "true" : null
        each.dataset.extent = words[at][0]
        const here = at === current ? ["current"] : []
        each.replaceChildren(make("b", {}, `${at + 1}`), ...[...words[at], ...here].flatMap((word) => [" ", make("span", {}, word)]))
      })
    },
  }
}
