/** The forms before a session: what to ask, and the day of the exam. */

import { SIZES } from "../core/session-draw.mjs"
import * as settings from "../store/settings.mjs"
import { make } from "../ui/make.mjs"

const UNTIL = "Until then nothing is put off beyond the day before."

/**
 * @param {Practice} practice
 * @param {(choice: string, size: number) => Promise<void>} begin
 */
export function startForm({ asks, choices }, begin) {
  const wanted = choices.find(([value]) => `#${value}` === location.hash) ?? choices[0]
  const start = make("button", { className: "quiz-item__button quiz-session__main" }, "Start")
  const form = make("form", { className: "quiz-session__start" },
    make("fieldset", {}, make("legend", {}, asks), ...choices.map((choice) =>
      radio("choice", choice[0], choice === wanted, make("strong", {}, choice[1]), make("span", {}, choice[2])))),
    make("fieldset", {}, make("legend", {}, "How many"), ...SIZES.map((size, place) =>
      radio("size", String(size), place === 1, String(size)))),
    start,
  )
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const chosen = new FormData(form)
    start.disabled = true
    await begin(String(chosen.get("choice")), Number(chosen.get("size")))
    start.disabled = false
  })
  return form
}

/**
 * @param {string} name
 * @param {string} value
 * @param {boolean} checked
 * @param {(Node | string)[]} words
 */
const radio = (name, value, checked, ...words) =>
  make("label", {}, make("input", { type: "radio", name, value, checked }), make("span", {}, ...words))

/**
 * @param {string | null} examDay
 * @param {(examDay: string | null) => void} changed
 */
export function examDayField(examDay, changed) {
  const input = make("input", { type: "date", value: examDay ?? "", max: "9999-12-31", autocomplete: "off" })
  input.addEventListener("change", async () => {
    const day = input.value || null
    await settings.put({ examDay: day })
    changed(day)
  })
  return make("p", { className: "quiz-session__day" }, make("label", {}, "Day of your exam ", input), make("span", {}, UNTIL))
}
