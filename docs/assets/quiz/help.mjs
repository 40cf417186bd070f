/** Hints, the answer and why, and the learner's own mix-up. */

import { icon } from "../ui/icon.mjs"
import { find } from "../ui/make.mjs"

const OPEN_ANSWER = "Show the answer instead"

/**
 * Let the folds of *form* say what they do, and call *peek* when the answer is opened.
 * @param {HTMLFormElement} form
 * @param {() => void} peek
 * @param {AbortSignal} signal
 */
export function watchHelp(form, peek, signal) {
  for (const hint of form.querySelectorAll(".quiz-item__hint")) {
    const summary = find(hint, "summary")
    const words = summary.textContent.trim()
    const say = () =>
      summary.replaceChildren(
        icon("bulb"),
        /** @type {any} */ (hint).open ? words.replace("Show", "Hide") : words,
      )
    hint.addEventListener("toggle", say, { signal })
    say()
  }
  const answer = find(form, ".quiz-item__rationale")
  find(answer, "summary").replaceChildren(icon("eye"), OPEN_ANSWER)
  answer.addEventListener("toggle", () => answer.open && peek(), { signal })
}

/** @param {HTMLFormElement} form */
export function hideHelp(form) {
  for (const fold of form.querySelectorAll("details")) fold.open = false
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (
    form.querySelectorAll(".quiz-item__mix-ups, .quiz-item__beliefs, .quiz-item__beliefs li")
  ))
    part.hidden = false
}

/**
 * Open the explanation with the learner's own mix-ups alone.
 * @param {HTMLFormElement} form
 * @param {readonly string[]} missteps - selectors of the reasons for what was chosen and is wrong
 */
export function ownMixUps(form, missteps) {
  find(form, ".quiz-item__rationale").open = true
  const own = new Set(
    missteps.map((selector) =>
      form.querySelector(`.quiz-item__whys ${selector}`)?.getAttribute("data-misconception"),
    ),
  )
  const entries = /** @type {HTMLElement[]} */ ([
    ...form.querySelectorAll(".quiz-item__beliefs li"),
  ])
  for (const entry of entries) entry.hidden = !own.has(entry.dataset.belief)
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (
    form.querySelectorAll(".quiz-item__mix-ups, .quiz-item__beliefs")
  )) {
    part.hidden = entries.every(({ hidden }) => hidden)
    if (part.matches("p")) part.textContent = "You may be thinking:"
  }
}
