/** The words of questions, for links to them. */

import { fetchPage } from "../ui/site.mjs"

/**
 * Let links say what is asked where they lead. One page after the other, so that nothing else has to
 * wait; where one cannot be had, its links stay as they are.
 * @param {readonly HTMLAnchorElement[]} links
 */
export async function sayWhatIsAsked(links) {
  for (const path of new Set(links.map(({ pathname }) => pathname))) {
    const page = await fetchPage(path).catch(() => null)
    for (const link of links.filter(({ pathname }) => pathname === path)) {
      const stem = page?.getElementById(link.hash.slice(1))?.querySelector("legend")
      stem?.querySelector(".quiz-item__how")?.remove()
      if (stem?.textContent) link.textContent = stem.textContent.trim()
    }
  }
}
