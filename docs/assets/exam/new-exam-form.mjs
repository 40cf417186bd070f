/** The form of a new mock exam: how many questions, with or without a timer, and which. */

import { wholeTime } from "../core/exam.mjs"
import { counted, duration } from "../core/words.mjs"
import { folded } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"

/** @typedef {import("./start.mjs").Offer} Offer */
/** @typedef {import("./start.mjs").NewExam} NewExam */

const DIFFICULTIES = [
  ["recall", "Recall: a fact"],
  ["apply", "Apply: one step"],
  ["analyze", "Analyze: weigh several facts"],
]
const ONLY = [
  ["", "All"],
  ["unseen", "Only unseen"],
  ["missed", "Only missed"],
]

/** @param {Offer} offer @param {(exam: NewExam) => void} start */
export function newExamForm(offer, start) {
  const matches = make("p", { className: "exam-matches", role: "status" })
  const begin = make("button", { className: "btn btn--primary btn--big" }, "Start the exam")
  const form = make(
    "form",
    { className: "exam-form", autocomplete: "off" },
    sizes(offer),
    pills(
      "How is it timed?",
      "timer",
      [
        ["on", "At the exam's pace"],
        ["off", "No timer"],
      ],
      "on",
    ),
    choices(offer),
    matches,
    begin,
  )
  const update = () =>
    (matches.textContent = sentence(read(form), offer.wanted(read(form).choice).length))
  form.addEventListener("change", update)
  update()
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const exam = read(form)
    if (offer.wanted(exam.choice).length > 0) start(exam)
    else form.querySelector("details")?.setAttribute("open", "")
  })
  return form
}

/** @param {HTMLFormElement} form @returns {NewExam} */
function read(form) {
  const fields = /** @type {any} */ (Object.fromEntries(new FormData(form)))
  const { objective = "", topic = "", difficulty = "", only = "" } = fields
  return {
    size: Number(fields.size),
    isTimed: fields.timer === "on",
    choice: { objective, topic, difficulty, only },
  }
}

/** @param {NewExam} exam @param {number} count - of questions that match */
function sentence({ size, choice }, count) {
  if (count === 0)
    return choice.only === "missed"
      ? "You have missed none of these questions. Choose others."
      : "No question matches. Choose others."
  if (count < size)
    return `Only ${counted(count, "question")} match${count === 1 ? "es" : ""}: the exam asks ${count === 1 ? "it" : "them all"}.`
  return Object.values(choice).some(Boolean) ? `${counted(count, "question")} match.` : ""
}

/** @param {Offer} offer */
function sizes({ settings, size }) {
  const cards = settings.sizes.map((each) =>
    make(
      "label",
      { className: "exam-size covers" },
      make("input", { type: "radio", name: "size", value: String(each), checked: each === size }),
      make("b", {}, counted(each, "question")),
      make("span", {}, duration(wholeTime(each, settings))),
    ),
  )
  return make(
    "fieldset",
    {},
    make("legend", {}, "How many questions?"),
    make("div", { className: "exam-sizes" }, ...cards),
  )
}

/** @param {Offer} offer */
function choices({ index, choice, wanted }) {
  const all = wanted({ objective: "", topic: "", difficulty: "", only: "" })
  const objectives = Object.keys(index.blueprint).map((name) => [
    name,
    `${name} ${index.objectives[name] ?? ""}`,
  ])
  const topics = index.quizzes
    .filter(({ slug }) => all.some(({ quiz }) => quiz.slug === slug))
    .map(({ slug, title }) => [slug, title])
  const fold = folded(
    "Choose the questions",
    pills("Which questions?", "only", ONLY, choice.only),
    menu("Objective", "objective", objectives, choice.objective),
    menu("Topic", "topic", topics, choice.topic),
    menu("Difficulty", "difficulty", DIFFICULTIES, choice.difficulty),
  )
  fold.open = Object.values(choice).some(Boolean)
  return fold
}

/** @param {string} legend @param {string} name @param {string[][]} values @param {string} chosen */
const pills = (legend, name, values, chosen) =>
  make(
    "fieldset",
    {},
    make("legend", {}, legend),
    make(
      "div",
      { className: "pills" },
      ...values.map(([value, text]) =>
        make(
          "label",
          {},
          make("input", { type: "radio", name, value, checked: value === chosen }),
          text,
        ),
      ),
    ),
  )

/** @param {string} text @param {string} name @param {string[][]} values @param {string} chosen */
const menu = (text, name, values, chosen) =>
  make(
    "label",
    { className: "exam-menu-field" },
    text,
    make(
      "select",
      { className: "field", name },
      ...[["", "Any"], ...values].map(([value, words]) =>
        make("option", { value, selected: value === chosen }, words),
      ),
    ),
  )
