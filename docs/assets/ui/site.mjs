/** The pages of this site and the index that the build writes beside them. */

import { make } from "./make.mjs"

export const ROOT = new URL("../../", import.meta.url)

/** @returns {Promise<Index | null>} null if it cannot be had */
export async function fetchIndex() {
  try {
    const answer = await fetch(new URL("quizzes/index.json", ROOT))
    return await answer.json()
  } catch {
    return null
  }
}

/**
 * A link to a page of this guide, right wherever it is shown.
 * @param {string} path - from the site's root
 * @param {string} text
 */
export const linkTo = (path, text) => make("a", { href: new URL(path, ROOT).href }, text)

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
  for (const link of part.querySelectorAll("a"))
    if (link.hasAttribute("href")) link.href = link.href
  return part
}
