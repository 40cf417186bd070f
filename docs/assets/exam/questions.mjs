/** The questions of a mock exam: asked without anything that says what is right, then explained. */

import { shuffled } from "../core/shuffle.mjs"
import { fetchForms } from "../quiz/forms.mjs"
import { ownMixUps } from "../quiz/help.mjs"
import { VIEWS } from "../quiz/views.mjs"
import { find } from "../ui/make.mjs"
import { addStrikes } from "./options.mjs"

/**
 * Each item of the exam that the guide still has, by its id. Rejects if one cannot be had.
 * @param {Pick<Exam, "id" | "items">} exam
 * @param {readonly QuizEntry[]} quizzes
 * @returns {Promise<Papers>}
 */
export async function fetchPapers({ id: exam, items }, quizzes) {
  const known = new Map(
    quizzes.flatMap((quiz) => quiz.items.map((item) => [item.id, { ...item, quiz }])),
  )
  const asked = items.flatMap(({ id }) => known.get(id) ?? [])
  const forms = await fetchForms(asked.map(({ quiz }) => quiz.slug))
  return new Map(
    asked.map(({ id, interaction }) => {
      const form = forms.get(id)
      if (!form) throw new Error(`${id} is not on its page`)
      return [id, paper(form, interaction, `${exam} ${id} `)]
    }),
  )
}

/**
 * @param {HTMLFormElement} explained
 * @param {Interaction} interaction
 * @param {string} seed
 * @returns {Paper}
 */
function paper(explained, interaction, seed) {
  const key = find(explained, "quiz-check").getAttribute("key")
  remove(explained, "p:has(> quiz-check), .quiz-item__hint")
  explained.autocomplete = "off" // else a reload fills in what was there
  const form = /** @type {HTMLFormElement} */ (explained.cloneNode(true))
  remove(form, ".quiz-item__rationale, .quiz-item__links")
  const disguises = disguise(form, seed)
  const id = explained.id
  const reset = () =>
    VIEWS[interaction].arrange?.(form, key.split(" ").map(worn(result)).join(" "), seed)
  const result = {
    id,
    revision: explained.dataset.revision ?? "",
    interaction,
    key,
    form,
    explained,
    disguises,
    reset,
  }
  reset()
  addStrikes(form)
  VIEWS[interaction].arrange?.(explained, key, seed)
  return result
}

/** @param {Element} form @param {string} selector */
function remove(form, selector) {
  for (const part of form.querySelectorAll(selector)) part.remove()
}

/** Steps are numbered in their right sequence, responses like their prompts: here by chance. @param {Element} form @param {string} seed */
function disguise(form, seed) {
  const numbered = /** @type {any[]} */ ([
    ...form.querySelectorAll("[data-step], option:not([value=''])"),
  ])
  /** @param {any} one */
  const attribute = (one) => ("step" in one.dataset ? "data-step" : "value")
  const numbers = numbered.map((one) => one.getAttribute(attribute(one)))
  const disguises = shuffled([...new Set(numbers)], seed)
  numbered.forEach((one, at) =>
    one.setAttribute(attribute(one), disguises.indexOf(numbers[at]) + 1),
  )
  return disguises
}

/** @param {Pick<Paper, "disguises">} paper @returns {(word: string) => string} */
const worn =
  ({ disguises }) =>
  (word) =>
    disguises.includes(word) ? String(disguises.indexOf(word) + 1) : word

/** The response in the form; empty if there is none. @param {Paper} paper */
export function responseOn({ form, interaction, disguises }) {
  const words = VIEWS[interaction].read(form, null)
  return words.some(Boolean) ? words.map((word) => disguises[Number(word) - 1] ?? word) : []
}

/** Nothing where there is no response. @param {Paper} paper @param {readonly string[]} response */
export function fill(paper, response) {
  if (response.length === 0) paper.reset()
  VIEWS[paper.interaction].fill(paper.form, response.map(worn(paper)))
}

/** The form with the response marked and everything explained. @param {Paper} paper @param {Result} result */
export function explain({ interaction, key, explained }, { response, outcome }) {
  const form = /** @type {HTMLFormElement} */ (explained.cloneNode(true))
  const view = VIEWS[interaction]
  form.dataset.outcome = outcome === "correct" ? "correct" : "incorrect"
  view.fill(form, response)
  view.show?.(form, key)
  ownMixUps(form, outcome === "correct" ? [] : (view.missteps?.(form, key) ?? []))
  find(form, "fieldset").disabled = true
  return form
}
