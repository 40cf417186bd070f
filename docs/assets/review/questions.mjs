/** The questions of a session, taken from the pages where they are. */

import { fetchForms } from "../quiz/forms.mjs"
import { ROOT } from "../ui/site.mjs"

/**
 * By the item's id; none where its page has it no more. Rejects if a page cannot be had.
 * @param {readonly Item[]} items
 * @param {Index} index
 * @returns {Promise<Map<string, Question>>}
 */
export async function fetchQuestions(items, { quizzes }) {
  const homes = new Map(quizzes.flatMap((quiz) => quiz.items.map(({ id }) => [id, quiz])))
  const forms = await fetchForms(items.flatMap(({ id }) => homes.get(id)?.slug ?? []))
  return new Map(
    items.flatMap(({ id }) => {
      const quiz = homes.get(id)
      const form = forms.get(id)
      if (!quiz || !form) return []
      const link = new URL(`quizzes/${quiz.slug}/#${id}`, ROOT).href
      return [
        /** @type {const} */ ([
          id,
          { form, title: quiz.title, page: new URL(quiz.page, ROOT).href, link },
        ]),
      ]
    }),
  )
}
