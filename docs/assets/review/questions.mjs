/** The questions of a session, taken from the pages where they stand. */

import { fetchForms } from "../quiz/forms.mjs"
import { make } from "../ui/make.mjs"
import { fetchPage, ROOT, withWholeLinks } from "../ui/site.mjs"

const GLOSSARY = "exam/glossary/"

/**
 * In the sequence of *items*; what is on its page no more is left out. Rejects if a page cannot be had.
 * @param {readonly Item[]} items
 * @param {Index} index
 * @returns {Promise<Question[]>}
 */
export async function fetchQuestions(items, { quizzes, terms }) {
  const ids = new Set(items.map(({ id }) => id))
  const homes = new Map(quizzes.flatMap((quiz) => quiz.items.map(({ id }) => [id, quiz])))
  const cards = terms.filter(({ id }) => ids.has(id))
  const [forms, glossary] = await Promise.all([
    fetchForms(items.flatMap(({ id }) => homes.get(id)?.slug ?? [])),
    cards.length > 0 ? fetchPage(GLOSSARY) : null,
  ])
  return items.flatMap(({ id }) => {
    const term = cards.find((card) => card.id === id)
    if (term && glossary) return cardOf(term, glossary)
    const quiz = homes.get(id)
    const form = forms.get(id)
    return quiz && form ? { form, title: quiz.title, href: new URL(quiz.page, ROOT).href } : []
  })
}

/**
 * @param {TermEntry} term
 * @param {Document} glossary
 * @returns {Question | []}
 */
function cardOf({ id, revision, anchor }, glossary) {
  const entry = glossary.getElementById(anchor)
  const definition = entry && definitionOf(entry)
  if (!definition) return []
  const name = (entry.firstChild?.textContent ?? "").trim()
  const form = make("form", { className: "quiz-item", id },
    make("fieldset", {},
      make("legend", {}, `What does “${name}” mean? `, make("span", { className: "quiz-item__how" }, "Write it or think it, then compare.")),
      make("p", {}, make("label", {}, "Your answer, in your own words ", make("textarea", { name: id, rows: 3 })))),
    make("p", {}, document.createElement("quiz-check")),
    make("details", { className: "quiz-item__rationale" }, make("summary", {}, "The glossary says"), definition),
  )
  Object.assign(form.dataset, { interaction: "recall", revision })
  return { form, title: `Glossary: ${name}`, href: new URL(`${GLOSSARY}#${anchor}`, ROOT).href }
}

/** Several terms may share one. @param {Element} entry */
function definitionOf(entry) {
  let part = entry.nextElementSibling
  while (part?.matches("h3")) part = part.nextElementSibling
  const definition = make("div", {})
  for (; part && !part.matches("h2, h3"); part = part.nextElementSibling) {
    definition.append(document.importNode(withWholeLinks(part), true))
  }
  return definition.firstChild && definition
}
