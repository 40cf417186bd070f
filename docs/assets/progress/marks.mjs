/** `<quiz-mark quiz="peft">`: how many questions of a quiz are right, once any was answered. */

import { byItem } from "../core/history.mjs"
import { score } from "../core/score.mjs"
import { make } from "../ui/make.mjs"
import { ROOT } from "../ui/site.mjs"
import { current } from "./current.mjs"

/** Show the marks, in the navigation too, for as long as this document is there. */
export function keepMarks() {
  // Not in the head, from which the theme takes what the next page does not have.
  document.body.append(
    make("link", { rel: "stylesheet", href: new URL("assets/progress/marks.css", ROOT).href }),
  )
  // The theme goes to another page by putting parts of that in the place of these.
  new MutationObserver((changes) => {
    if (changes.some(bringsNavigation)) void showMarks()
  }).observe(document.body, { childList: true })
  document.addEventListener("quiz-attempt", showMarks)
  void showMarks()
}

/** @param {MutationRecord} change */
const bringsNavigation = ({ addedNodes }) =>
  [...addedNodes].some((node) => node instanceof Element && node.querySelector(".md-nav"))

export async function showMarks() {
  const [{ attempts }, index] = await current()
  if (!index) return
  addToNavigation(index.quizzes)
  const histories = byItem(attempts, Date.now())
  const scores = new Map(index.quizzes.map(({ slug, items }) => [slug, score(items, histories)]))
  for (const mark of document.querySelectorAll("quiz-mark")) {
    const score = scores.get(mark.getAttribute("quiz") ?? "")
    if (score) show(mark, score)
  }
}

/** @param {readonly QuizEntry[]} quizzes */
function addToNavigation(quizzes) {
  const slugs = new Map(quizzes.map(({ slug }) => [new URL(`quizzes/${slug}/`, ROOT).href, slug]))
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a.md-nav__link:not(:has(quiz-mark))")
  for (const link of links) {
    const slug = slugs.get(link.href)
    if (!slug) continue
    const mark = make("quiz-mark")
    mark.setAttribute("quiz", slug)
    link.append(mark)
  }
}

/** @param {HTMLElement} mark @param {Score} score */
function show(mark, { seen, right, questions }) {
  mark.hidden = seen === 0
  mark.role = "img"
  mark.ariaLabel = `${right} of ${questions} right`
  mark.textContent = `${right}/${questions}`
}
