/** The bar that stays while a mock exam is sat: clock, place, flag, map, Submit. */

import { button, unseen } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"
import { mapIcon } from "./icons.mjs"

/**
 * @param {number} count - of questions
 * @param {HTMLElement} clock
 * @param {{ flag: () => void, map: () => void, submit: () => void }} acts
 */
export function examBar(count, clock, { flag, map, submit }) {
  const place = make("p", { className: "exam-bar__place" })
  const flagging = button("", flag, "exam-bar__button exam-bar__flag")
  const element = make(
    "div",
    { className: "exam-bar" },
    make(
      "div",
      { className: "exam-bar__row md-grid" },
      clock,
      place,
      flagging,
      button(
        [mapIcon(), wide("Map"), unseen(" of questions")],
        map,
        "exam-bar__button exam-bar__map",
      ),
      button("Submit", submit, "exam-bar__button exam-bar__submit"),
    ),
  )

  return {
    element,

    /** @param {number} at @param {boolean} isFlagged */
    update(at, isFlagged) {
      place.replaceChildren(make("b", {}, `${at + 1}`), wide(" of "), narrow("/"), `${count}`)
      flagging.classList.toggle("exam-bar__button--on", isFlagged)
      flagging.replaceChildren(
        icon("flag"),
        wide(isFlagged ? "Flagged" : "Flag"),
        unseen(isFlagged ? ": remove the flag" : " this question"),
      )
    },
  }
}

/** @param {string} text */
const wide = (text) => make("span", { className: "exam-bar__wide" }, text)

/** @param {string} text */
const narrow = (text) => make("span", { className: "exam-bar__narrow" }, text)
