/** The link that reports a problem with an item says what the learner answered. */

import { reportWith } from "../core/report.mjs"

/**
 * @param {HTMLFormElement} form
 * @param {readonly string[]} response - nothing where there is none
 */
export function reportResponse(form, response) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    form.querySelectorAll(".quiz-item__links a[href*='/issues/new?']")
  )
  for (const link of links) link.href = reportWith(link.href, response)
}
