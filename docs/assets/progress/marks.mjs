/** `<quiz-mark quiz="peft">`: how many questions of a quiz are right, once any was answered. */

import { byItem } from "../core/history.mjs"
import { score } from "../core/score.mjs"
import { make } from "../ui/make.mjs"
import { ROOT } from "../ui/site.mjs"
import { current } from "./current.mjs"

/** Shows the marks, in the navigation too, as they stand and after each answer. */
export function keepMarks() {
  document.head.append(
    make("link", { rel: "stylesheet", href: new URL("assets/progress/marks.css", ROOT).href }),
  )
  document.addEventListener("quiz-attempt", showMarks)
  void showMarks()
}

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
