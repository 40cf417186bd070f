/** The end of a run: the result, what was missed, the next step. */

import { closing, compared } from "../core/run.mjs"
import { counted } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { missedLists } from "../ui/run-end.mjs"
import { linkTo } from "../ui/site.mjs"
import { missedItem } from "./words-of-item.mjs"

/** @typedef {{ form: HTMLFormElement, state: import("../core/run.mjs").State }} Entry */

/**
 * @param {readonly Entry[]} entries
 * @param {{ isPart: boolean, before: number | null, isList: boolean, again: (ids: string[]) => void, startOver: () => void, open: (id: string) => void }} uses
 */
export function resultCard(entries, { isPart, before, isList, again, startOver, open }) {
  const states = entries.map(({ state }) => state)
  const right = states.filter((state) => state === "correct").length
  const missed = entries.filter(({ state }) => state === "incorrect")
  const left = entries.filter(({ state }) => state === "open" || state === "shown")
  const page = /** @type {HTMLAnchorElement | null} */ (document.querySelector("h1 + p a"))
  const over = make(
    "button",
    { type: "button", className: "quiet", onclick: startOver },
    "Start over",
  )
  const title = isPart ? "What you missed" : (page?.textContent ?? "Quiz")
  return make(
    "section",
    { className: "card quiz-result" },
    make(
      "p",
      { className: "quiz-result__score" },
      `${right}`,
      make("small", {}, ` / ${entries.length}`),
    ),
    make(
      "div",
      {},
      make("h2", { tabIndex: -1 }, closing(states, title)),
      make(
        "p",
        {},
        [sentence(missed.length, left.length), isPart ? "" : compared(states, before)].join(" "),
      ),
      make("p", { className: "quiz-result__steps" }, ...steps(missed, left, again), over),
    ),
    make(
      "div",
      { className: "quiz-result__missed" },
      ...(isList ? [] : missedLists(missed.map(({ form }) => missedRow(form, open)))),
    ),
  )
}

/** @param {number} missed @param {number} left */
function sentence(missed, left) {
  const rest = left > 0 ? ` ${counted(left, "question")} not counted or not answered.` : ""
  return `${missed > 0 ? `You missed ${missed}.` : left > 0 ? "You missed none." : "Nothing missed."}${rest}`
}

/**
 * One filled button: what was missed, then what was left, then the way on.
 * @param {readonly Entry[]} missed
 * @param {readonly Entry[]} left
 * @param {(ids: string[]) => void} again
 */
function steps(missed, left, again) {
  /** @param {string} text @param {readonly Entry[]} which */
  const ask = (text, which) =>
    make(
      "button",
      { type: "button", className: "btn", onclick: () => again(which.map(({ form }) => form.id)) },
      text,
    )
  const page = /** @type {HTMLAnchorElement | null} */ (document.querySelector("h1 + p a"))
  const all = [
    ...(missed.length > 0
      ? [
          ask(
            missed.length === 1
              ? "Retry the one you missed"
              : `Retry the ${missed.length} you missed`,
            missed,
          ),
        ]
      : []),
    ...(left.length > 0
      ? [ask(left.length === 1 ? "Answer the one left" : `Answer the ${left.length} left`, left)]
      : []),
    ...(missed.length > 0 && page
      ? [make("a", { className: "btn", href: page.href }, `Read ${page.textContent} again`)]
      : []),
    Object.assign(linkTo("practice/", "Back to practice"), { className: "btn" }),
  ]
  all[0].classList.add("btn--primary")
  return all.slice(0, 2)
}

/** @param {HTMLFormElement} form @param {(id: string) => void} open */
function missedRow(form, open) {
  const href = `#${form.id}`
  const row = missedItem(form, href)
  row.querySelector("a")?.addEventListener("click", (event) => {
    event.preventDefault()
    history.pushState(history.state, "", href)
    open(form.id)
  })
  return row
}
