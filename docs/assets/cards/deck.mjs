/** The cards: terms of the glossary and open questions, taken from the pages where they are. */

import { fetchForms } from "../quiz/forms.mjs"
import { make } from "../ui/make.mjs"
import { fetchPage, linkTo, withWholeLinks } from "../ui/site.mjs"

const GLOSSARY = "exam/glossary/"

/** @typedef {{ kind: "term" | "open", front: Node[], back: Node[], link: HTMLAnchorElement }} Card */

/** @param {Index} index @returns {(TopicItem & { slug: string, anchor: string })[]} */
export const cardItems = ({ quizzes, terms }) => [
  ...quizzes.flatMap(({ slug, items }) =>
    items
      .filter(({ interaction }) => interaction === "recall")
      .map((item) => ({ ...item, topic: "open", slug, anchor: "" })),
  ),
  ...terms.map((term) => ({ ...term, topic: "terms", slug: "" })),
]

/**
 * The card of each item, by its id; none where its page has it no more. Rejects if a page cannot be had.
 * @param {readonly Item[]} items
 * @param {Index} index
 * @returns {Promise<Map<string, Card>>}
 */
export async function fetchCards(items, index) {
  const ids = new Set(items.map(({ id }) => id))
  const wanted = cardItems(index).filter(({ id }) => ids.has(id))
  const quizzes = new Map(index.quizzes.map((quiz) => [quiz.slug, quiz]))
  const [forms, glossary] = await Promise.all([
    fetchForms(wanted.flatMap(({ slug }) => slug || [])),
    wanted.some(({ anchor }) => anchor) ? fetchPage(GLOSSARY) : null,
  ])
  return new Map(
    wanted.flatMap(({ id, slug, anchor }) => {
      const form = forms.get(id)
      const quiz = quizzes.get(slug)
      const card = anchor
        ? glossary && termCard(anchor, glossary)
        : form && quiz && openCard(form, quiz)
      return card ? [/** @type {const} */ ([id, card])] : []
    }),
  )
}

/** @param {string} anchor @param {Document} glossary @returns {Card | null} */
function termCard(anchor, glossary) {
  const entry = glossary.getElementById(anchor)?.closest("h3")
  const definition = entry && definitionOf(entry)
  if (!definition) return null
  for (const sign of entry.querySelectorAll(".headerlink")) sign.remove()
  const name = (entry.textContent ?? "").trim()
  const back = document.importNode(withWholeLinks(definition), true)
  return {
    kind: "term",
    front: [make("p", { className: "flip__term" }, name)],
    back: [
      make(
        "div",
        { className: "flip__text" },
        back.querySelector("p, ul, ol") ? back : make("p", {}, ...back.childNodes),
      ),
    ],
    link: linkTo(`${GLOSSARY}#${anchor}`, "See it in the glossary"),
  }
}

/** Several terms may share one. @param {Element} entry */
function definitionOf(entry) {
  let definition = entry.nextElementSibling
  while (definition?.matches("h3")) definition = definition.nextElementSibling
  return definition
}

/** @param {HTMLFormElement} form @param {QuizEntry} quiz @returns {Card | null} */
function openCard(form, { page, title }) {
  const stem = form.querySelector("legend")
  const answer = form.querySelector(".quiz-item__rationale")
  if (!stem || !answer) return null
  for (const part of [
    ...stem.querySelectorAll(".quiz-item__how"),
    ...answer.querySelectorAll("summary, .quiz-item__sources"),
  ])
    part.remove()
  return {
    kind: "open",
    front: [make("p", { className: "flip__question" }, ...stem.childNodes)],
    back: [make("div", { className: "flip__text flip__text--long" }, ...answer.children)],
    link: linkTo(page, `Read about it: ${title}`),
  }
}
