/** What stands before and after a session. */

import { make } from "../quiz/make.mjs"
import { changeSettings } from "./records.mjs"
import { SIZES } from "./session.mjs"

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
    await changeSettings({ examDay: day })
    changed(day)
  })
  return make("p", { className: "quiz-session__day" }, make("label", {}, "Day of your exam ", input), make("span", {}, UNTIL))
}

/** The sections behind what was missed. @param {readonly Answer[]} answers */
export function readAgain(answers) {
  const missed = answers.filter(({ attempt }) => attempt.outcome !== "correct")
  const sections = new Map(missed.map(({ href, title }) => [href, title]))
  if (sections.size === 0) return []
  const links = [...sections].map(([href, title]) => make("li", {}, make("a", { href }, title)))
  return [make("h3", {}, "Read again"), make("ul", {}, ...links)]
}

/** Lead the reader's eyes and keys to *element*, from the top of the page. @param {HTMLElement} element */
export function goTo(element) {
  scrollTo(0, 0)
  element.focus()
}
