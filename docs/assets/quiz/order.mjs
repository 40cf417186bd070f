/** Steps to put in order by buttons or by dragging, some perhaps to be left out. */

import { unsolved } from "../core/shuffle.mjs"
import { find, make } from "../ui/make.mjs"
import { mark } from "./mark.mjs"

/** @type {Arrange} */
export function arrange(form, key, seed) {
  if (!form.querySelector("[role=status]")) prepare(form)
  delete list(form).dataset.touched
  place(form, unsolved(ids(steps(form)), key.split(" "), seed))
}

/** @type {OfForm<string[]>} */
export const read = (form) => ("touched" in list(form).dataset ? ids(inList(form)) : [])

/** @type {Fill} */
export function fill(form, response) {
  if (response.length === 0) return
  place(form, response)
  list(form).dataset.touched = ""
}

/** @type {Show} */
export function show(form, key) {
  for (const step of steps(form)) {
    const right = key.split(" ").indexOf(step.dataset.step)
    const words = right < 0 ? "does not belong" : `belongs at ${right + 1}`
    mark(step, inList(form).indexOf(step) === right, words)
  }
}

/** @type {OfForm<any>} */
const list = (form) => find(form, ".quiz-item__steps")

/** @type {OfForm<any[]>} */
const steps = (form) => [...form.querySelectorAll("fieldset li")]

/** @type {OfForm<any[]>} */
const inList = (form) => [...list(form).children]

/** @type {(steps: any[]) => string[]} */
const ids = (steps) => steps.map(({ dataset }) => dataset.step)

/** @type {Listeners} */
const MOVES = {
  "Move up": (step) => step.previousElementSibling?.before(step),
  "Move down": (step) => step.nextElementSibling?.after(step),
  "Leave out": (step, form) => find(form, ".quiz-item__out").append(step),
  "Put back": (step, form) => list(form).append(step),
}

/** @type {OfForm} */
function prepare(form) {
  const names = Object.keys(MOVES).slice(0, list(form).dataset.take ? 4 : 2)
  for (const step of steps(form)) {
    const text = step.textContent.trim()
    const moves = names.map((name) => button(name, `${name}: ${text}`))
    step.replaceChildren(
      make("span", { className: "quiz-item__step" }, ...step.childNodes),
      make("span", { className: "quiz-item__moves" }, ...moves),
    )
    step.dataset.text = text
    step.draggable = true
  }
  Object.assign(find(form, "fieldset"), dragging(form))
  form.addEventListener("click", ({ target }) => press(form, target))
  list(form).before(make("p", { className: "quiz-item__spoken", role: "status" }))
  if (names.length > 2) {
    list(form).after(make("p", {}, "Left out:"), make("ul", { className: "quiz-item__out" }))
  }
}

/** @type {MakeButton} */
const button = (name, ariaLabel) =>
  make("button", { className: "quiz-item__button", type: "button", name, ariaLabel }, name.replace("Move ", ""))

/** All others go into the second list. @type {OfForm<void, [readonly string[]]>} */
function place(form, ids) {
  const all = steps(form)
  find(form, ".quiz-item__out")?.append(...all)
  for (const id of ids) list(form).append(...all.filter(({ dataset }) => dataset.step === id))
  limit(form)
}

/** Not `disabled`, which would lose the focus. @type {OfForm} */
function limit(form) {
  for (const step of steps(form)) {
    const [up, down] = step.querySelectorAll("button")
    up.ariaDisabled = `${!step.previousElementSibling}`
    down.ariaDisabled = `${!step.nextElementSibling}`
  }
}

/** @type {OfForm<void, [any]>} */
function press(form, target) {
  const button = target.closest("li button:not([aria-disabled=true])")
  if (!button) return
  const step = button.closest("li")
  MOVES[button.name](step, form)
  tell(form, step)
  // Leaving out hides the button that did it, and shows its opposite.
  const buttons = [...step.querySelectorAll("button"), button]
  buttons.findLast((each) => each.checkVisibility()).focus()
}

/** @type {OfForm<void, [any]>} */
function tell(form, moved) {
  list(form).dataset.touched = ""
  limit(form)
  const place = inList(form).indexOf(moved) + 1
  const where = place ? `now ${place} of ${inList(form).length}` : "left out"
  find(form, "[role=status]").textContent = `${moved.dataset.text}, ${where}`
}

/** @type {OfForm<Listeners>} */
function dragging(form) {
  /** @type {any} */
  let dragged

  return {
    ondragstart({ target, dataTransfer }) {
      dragged = target.closest?.("fieldset:enabled li")
      dataTransfer.setData("text", "")
    },

    ondragover(event) {
      if (dragged) event.preventDefault()
    },

    ondrop(event) {
      event.preventDefault()
      const over = event.target.closest("li")
      if (!dragged || !over) return
      const isDown = steps(form).indexOf(dragged) < steps(form).indexOf(over)
      over[isDown ? "after" : "before"](dragged)
      tell(form, dragged)
    },

    ondragend: () => (dragged = undefined),
  }
}
