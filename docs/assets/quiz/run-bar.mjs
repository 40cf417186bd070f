/** The bar over the run of a quiz: the page that it tests, and a menu. */

import { icon } from "../ui/icon.mjs"
import { keysButton } from "../ui/keys.mjs"
import { find, make } from "../ui/make.mjs"
import { runBar } from "../ui/run-bar.mjs"
import { segments } from "../ui/segments.mjs"

/** @type {Shortcut[]} */
export const KEYS = [
  ["1 to 9", "choose that option"],
  ["Enter", "check, then go on"],
]

const SEGMENTS = /** @type {const} */ ({
  open: "open",
  shown: "open",
  correct: "right",
  incorrect: "missed",
})

/**
 * @param {readonly import("../core/run.mjs").State[]} states
 * @param {number} place - of the item on screen, -1 for none
 * @param {{ form?: HTMLFormElement, isAll: boolean, toggleAll: () => void, startOver: () => void }} uses
 */
export function quizBar(states, place, uses) {
  const page = /** @type {HTMLAnchorElement | null} */ (document.querySelector("h1 + p a"))
  const right = states.filter((state) => state === "correct").length
  const missed = states.filter((state) => state === "incorrect").length
  const words = `${right} right, ${missed} missed so far`
  const where = place < 0 ? `${states.length} questions` : `${place + 1} of ${states.length}`
  return runBar(
    make(
      "a",
      { className: "quiet", href: page?.href ?? "./" },
      icon("back"),
      page?.textContent ?? "Back",
    ),
    where,
    [menu(uses)],
    segments(
      states.map((state) => SEGMENTS[state]),
      place,
      `${place < 0 ? where : `Question ${where}`}. ${words}.`,
    ),
  )
}

/** @param {Parameters<typeof quizBar>[2]} uses */
function menu({ form, isAll, toggleAll, startOver }) {
  const links = [...(form?.querySelectorAll(".quiz-item__links a") ?? [])].map((link) =>
    link.cloneNode(true),
  )
  const fold = make(
    "details",
    { className: "menu" },
    make("summary", { className: "icon-btn", ariaLabel: "More" }, icon("dots")),
    make(
      "div",
      { className: "menu__list" },
      entry(isAll ? "One at a time" : "Show all questions", toggleAll),
      entry("Start over", startOver),
      ...links,
      keysButton(KEYS),
    ),
  )
  fold.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return
    fold.open = false
    find(fold, "summary").focus()
  })
  fold.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !fold.contains(relatedTarget)) fold.open = false
  })
  return fold
}

/** @param {string} text @param {() => void} onclick */
const entry = (text, onclick) =>
  make("button", { type: "button", className: "quiet", onclick }, text)
