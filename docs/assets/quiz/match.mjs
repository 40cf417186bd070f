/** A response for every prompt: listed in full, chosen by their letters. */

import { shuffled } from "../core/shuffle.mjs"
import { find, make } from "../ui/make.mjs"
import { explain, mark, reasonOf } from "./mark.mjs"

/** Wide enough that a closed menu shows the letter alone. */
const GAP = "\u2003\u2003\u2003"

/** @type {Arrange} */
export function arrange(form, _key, seed) {
  const [first] = selects(form)
  const ids = shuffled(Array.from(first.options, ({ value }) => value).filter(Boolean), seed)
  const texts = new Map(ids.map((id) => [id, textOf(first, id)]))
  form.querySelector(".quiz-item__bank")?.remove()
  find(form, ".quiz-item__row").before(
    make(
      "ol",
      { className: "quiz-item__bank" },
      ...ids.map((id) =>
        Object.assign(make("li", {}, texts.get(id) ?? ""), { value: ids.indexOf(id) + 1 }),
      ),
    ),
  )
  for (const select of selects(form)) {
    find(select, "[value='']").textContent = "–"
    ids.forEach((id, place) => {
      const option = find(select, `[value="${id}"]`)
      option.dataset.text = texts.get(id)
      option.textContent = `${String.fromCharCode(65 + place)}${GAP}${texts.get(id)}`
      select.append(option)
    })
    if (!select.nextElementSibling) select.after(make("span", { className: "quiz-item__picked" }))
    select.oninput = () => sayPicked(form)
  }
  sayPicked(form)
}

/** @type {OfForm<string[]>} */
export const read = (form) => selects(form).map(({ value }) => value)

/** @type {Fill} */
export function fill(form, response) {
  selects(form).forEach((select, place) => (select.value = response[place] ?? ""))
  sayPicked(form)
}

/** @type {OfForm<string>} */
export const progress = (form) =>
  `${read(form).filter(Boolean).length} of ${selects(form).length} matched`

/** @type {Show} */
export function show(form, key) {
  selects(form).forEach((select, place) => {
    const row = /** @type {HTMLElement} */ (select.closest(".quiz-item__row"))
    const right = key.split(" ")[place]
    const isRight = select.value === right
    const chosen = isRight || !select.value ? "" : ` You chose: ${textOf(select, select.value)}.`
    const reason = make(
      "span",
      {},
      make("strong", {}, `${textOf(select, right)}.`),
      " ",
      ...reasonOf(form, `[data-pair="${place + 1}"]`),
      chosen,
    )
    mark(row, isRight ? "right" : "wrong", isRight ? "Right" : "Not quite")
    explain(row, [reason], "open")
  })
}

/** @type {OfForm<string[], [key: string]>} */
export const missteps = (form, key) =>
  read(form)
    .filter((id, place) => id !== key.split(" ")[place])
    .map((id) => `[data-response="${id}"]`)

/** Beside each menu the response that it stands for. @type {OfForm} */
function sayPicked(form) {
  const used = new Set(read(form))
  for (const select of selects(form)) {
    const said = select.nextElementSibling
    if (said) said.textContent = select.value ? textOf(select, select.value) : "Choose a letter"
  }
  const [first] = selects(form)
  const ids = Array.from(first.options, ({ value }) => value).filter(Boolean)
  form
    .querySelectorAll(".quiz-item__bank li")
    .forEach((entry, place) => entry.classList.toggle("is-used", used.has(ids[place])))
}

/** @param {HTMLSelectElement} select @param {string} id */
function textOf(select, id) {
  const option = find(select, `[value="${id}"]`)
  return option.dataset.text ?? option.textContent
}

/** @type {OfForm<HTMLSelectElement[]>} */
const selects = (form) => [...form.querySelectorAll("select")]
