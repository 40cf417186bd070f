/** Steps to put in order by arrows or by dragging, some perhaps to be left out. */

import { unsolved } from "../core/shuffle.mjs"
import { icon } from "../ui/icon.mjs"
import { find, make } from "../ui/make.mjs"
import { explain, mark, reasonOf } from "./mark.mjs"

const PLACES = ["first", "second", "third", "fourth", "fifth"]

/** @type {Arrange} */
export function arrange(form, key, seed) {
  if (!form.querySelector("[role=status]")) prepare(form)
  delete list(form).dataset.touched
  place(form, unsolved(ids(steps(form)), key.split(" "), seed))
  for (const step of steps(form)) step.draggable = true
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
  status(form).textContent = ""
  const inPlace = form.dataset.outcome === "correct" ? "" : "Right place"
  for (const step of steps(form)) {
    step.draggable = false // else its text could not be selected
    const right = key.split(" ").indexOf(step.dataset.step)
    const isRight = inList(form).indexOf(step) === right
    const praise = right < 0 ? "Left out" : inPlace
    const correction = right < 0 ? "Does not belong" : `Belongs ${PLACES[right]}`
    mark(step, isRight ? "right" : "wrong", isRight ? praise : correction)
    explain(step, reasonOf(form, `[data-step="${step.dataset.step}"]`), "open")
  }
}

/** @type {OfForm<string[], [key: string]>} */
export const missteps = (form, key) =>
  read(form)
    .filter((id) => !key.split(" ").includes(id))
    .map((id) => `[data-step="${id}"]`)

/** Where a move is said. @type {OfForm<any>} */
const status = (form) => find(form, "fieldset [role=status]")

/** @type {OfForm<any>} */
const list = (form) => find(form, ".quiz-item__steps")

/** @type {OfForm<any>} */
const out = (form) => form.querySelector(".quiz-item__out")

/** @type {OfForm<any[]>} */
const steps = (form) => [...form.querySelectorAll("fieldset [data-step]")]

/** @type {OfForm<any[]>} */
const inList = (form) => [...list(form).children]

/** @type {(steps: any[]) => string[]} */
const ids = (steps) => steps.map(({ dataset }) => dataset.step)

/** @type {OfForm} */
function prepare(form) {
  for (const step of steps(form)) {
    const text = step.textContent.trim()
    step.replaceChildren(
      make("span", { className: "quiz-item__grip" }, icon("grip")),
      make("span", { className: "quiz-item__step" }, ...step.childNodes),
      make("span", { className: "quiz-item__moves" }, arrow("up"), arrow("down")),
    )
    step.dataset.text = text
  }
  Object.assign(find(form, "fieldset"), dragging(form))
  form.addEventListener("click", ({ target }) => press(form, target))
  list(form).before(make("p", { className: "visually-hidden", role: "status" }))
  if (list(form).dataset.take) {
    list(form).after(
      make(
        "div",
        { className: "quiz-item__zone" },
        make("p", {}, "Steps that do not belong go here"),
        make("ul", { className: "quiz-item__out" }),
      ),
    )
  }
}

/** @param {"up" | "down"} name */
const arrow = (name) => make("button", { className: "icon-btn", type: "button", name }, icon(name))

/** All others go into the second list. @type {OfForm<void, [readonly string[]]>} */
function place(form, ids) {
  const all = steps(form)
  out(form)?.append(...all)
  for (const id of ids) list(form).append(...all.filter(({ dataset }) => dataset.step === id))
  nameArrows(form)
}

/** What each arrow does where its step is now. Not `disabled`, which would lose the focus. @type {OfForm} */
function nameArrows(form) {
  for (const step of steps(form)) {
    const isIn = step.parentElement === list(form)
    const [up, down] = step.querySelectorAll(".quiz-item__moves button")
    const { text } = step.dataset
    const isLast = !step.nextElementSibling
    up.ariaLabel = `${isIn ? "Move up" : "Put back"}: ${text}`
    down.ariaLabel = `${isIn && isLast && out(form) ? "Leave out" : "Move down"}: ${text}`
    up.ariaDisabled = `${isIn && !step.previousElementSibling}`
    down.ariaDisabled = `${isLast && !(isIn && out(form))}`
  }
}

/** @type {OfForm<void, [any]>} */
function press(form, target) {
  const button = target.closest(".quiz-item__moves button:not([aria-disabled=true])")
  if (!button) return
  const step = button.closest("[data-step]")
  const isIn = step.parentElement === list(form)
  if (button.name === "up") {
    if (isIn) step.previousElementSibling.before(step)
    else list(form).append(step)
  } else if (step.nextElementSibling) step.nextElementSibling.after(step)
  else out(form).prepend(step)
  tell(form, step)
  button.focus()
}

/** @type {OfForm<void, [any]>} */
function tell(form, moved) {
  list(form).dataset.touched = ""
  nameArrows(form)
  const place = inList(form).indexOf(moved) + 1
  const where = place ? `now ${place} of ${inList(form).length}` : "left out"
  status(form).textContent = `${moved.dataset.text}, ${where}`
  form.dispatchEvent(new Event("input", { bubbles: true }))
}

/** @type {OfForm<Listeners>} */
function dragging(form) {
  /** @type {any} */
  let dragged

  return {
    ondragstart({ target, dataTransfer }) {
      dragged = target.closest?.("fieldset:enabled [data-step]")
      dragged?.classList.add("is-lifted")
      dataTransfer.setData("text", "")
    },

    ondragover(event) {
      if (dragged) event.preventDefault()
    },

    ondrop(event) {
      event.preventDefault()
      const over = event.target.closest("[data-step]")
      const zone = event.target.closest(".quiz-item__zone")
      if (!dragged || (!over && !zone) || over === dragged) return
      if (over)
        over[steps(form).indexOf(dragged) < steps(form).indexOf(over) ? "after" : "before"](dragged)
      else out(form).append(dragged)
      tell(form, dragged)
    },

    ondragend() {
      dragged?.classList.remove("is-lifted")
      dragged = undefined
    },
  }
}
