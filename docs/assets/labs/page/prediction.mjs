/**
 * Keeps the answer to a prediction back until the lab has run: the item grades and records it as any other,
 * and the page notes it. With "Show the answer now" a reader need not run anything.
 */

import { make } from "../../ui/make.mjs"

/** @param {HTMLElement} part - holds the item @param {AbortSignal} signal - ends with the page */
export function holdBack(part, signal) {
  const form = part.querySelector("form")
  if (!form) return
  const note = make("p", { className: "lab-noted", role: "status" })
  const show = make("button", { type: "button", className: "quiet" }, "Show the answer now")
  const reveal = () => {
    part.removeAttribute("data-held")
    note.remove()
  }
  show.addEventListener("click", reveal)
  document.addEventListener(
    "lab-done",
    () => {
      if (form.dataset.outcome) reveal()
    },
    { signal },
  )
  part.dataset.held = ""
  part.append(note)
  const watch = new MutationObserver(() => {
    const isAnswered = ["correct", "incorrect"].includes(form.dataset.outcome ?? "")
    note.replaceChildren(
      ...(isAnswered ? ["Your prediction is noted. Now run the lab and see. ", show] : []),
    )
  })
  watch.observe(form, { attributes: true, attributeFilter: ["data-outcome"] })
}
