/** Items, taken from the quiz pages: there is no second copy of the bank. */

import { ROOT } from "./index.mjs"

/**
 * The form of each item of these quizzes, as its page has it and ready to be set into this one.
 * Rejects if a page cannot be had.
 * @param {Iterable<string>} slugs
 * @returns {Promise<Map<string, HTMLFormElement>>} by the item's id
 */
export async function fetchForms(slugs) {
  const pages = await Promise.all([...new Set(slugs)].map((slug) => fetchPage(`quizzes/${slug}/`)))
  /** @type {HTMLFormElement[]} */
  const forms = pages.flatMap((page) => [...page.querySelectorAll("form")].filter(({ className }) => className === "quiz-item"))
  return new Map(forms.map((form) => [form.id, document.importNode(withWholeLinks(form), true)]))
}

/**
 * A page of this site, parsed and inert. Rejects if it cannot be had.
 * @param {string} path - from the site's root
 * @returns {Promise<Document>}
 */
export const fetchPage = (path) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.responseType = "document"
    request.onload = () => {
      if (request.status < 400 && request.response) resolve(request.response)
      else reject(new Error(`${path} answered ${request.status}`))
    }
    request.onerror = () => reject(new Error(`${path} could not be loaded`))
    request.open("GET", new URL(path, ROOT))
    request.send()
  })

/** A link is meant from the page where it stood. @template {Element} T @param {T} part @returns {T} */
export function withWholeLinks(part) {
  for (const link of part.querySelectorAll("a")) if (link.hasAttribute("href")) link.href = link.href
  return part
}
