/** In the list of all items, those that are finished fold to one line. */

import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"

/**
 * @param {readonly HTMLFormElement[]} forms
 * @param {boolean} isList - whether all items are shown
 */
export function lines(forms, isList) {
  for (const form of forms) {
    const { outcome } = form.dataset
    const isFinished = outcome === "correct" || outcome === "incorrect"
    const line = form.querySelector(".quiz-item__line")
    if (isList && isFinished && !line) form.prepend(lineOf(form, outcome === "correct"))
    else if (!(isList && isFinished)) line?.remove()
    if (!isList || !isFinished) delete form.dataset.folded
  }
}

/** @param {HTMLFormElement} form @param {boolean} isRight */
function lineOf(form, isRight) {
  const badge = make(
    "span",
    { className: isRight ? "badge" : "badge badge--no" },
    icon(isRight ? "check" : "cross"),
  )
  const line = make(
    "button",
    { type: "button", className: "quiz-item__line", ariaExpanded: "false" },
    badge,
    make("span", { className: "visually-hidden" }, isRight ? "Right: " : "Missed: "),
    make(
      "span",
      { className: "quiz-item__brief" },
      form.querySelector("legend")?.textContent ?? "",
    ),
    icon("chevron"),
  )
  line.addEventListener("click", () => {
    const isFolded = form.toggleAttribute("data-folded")
    line.ariaExpanded = String(!isFolded)
  })
  form.dataset.folded = ""
  return line
}
