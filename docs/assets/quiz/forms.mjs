/** Items, taken from the quiz pages: there is no second copy of the bank. */

import { fetchPage, withWholeLinks } from "../ui/site.mjs"

/**
 * The form of each item of these quizzes, as its page has it and ready to be set into this one.
 * Rejects if a page cannot be had.
 * @param {Iterable<string>} slugs
 * @returns {Promise<Map<string, HTMLFormElement>>} by the item's id
 */
export async function fetchForms(slugs) {
  const pages = await Promise.all([...new Set(slugs)].map((slug) => fetchPage(`quizzes/${slug}/`)))
  /** @type {HTMLFormElement[]} */
  const forms = pages.flatMap((page) =>
    [...page.querySelectorAll("form")].filter(({ className }) => className === "quiz-item"),
  )
  return new Map(forms.map((form) => [form.id, document.importNode(withWholeLinks(form), true)]))
}
