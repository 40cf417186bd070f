/** What a reader had best do next. */

import { count, sureAndWrong, weakest } from "../core/score.mjs"
import { counted } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { sayWhatIsAsked } from "./stems.mjs"

/** How many of a list are shown at once. */
const FEW = 5

/** For who was never here before. @param {Index} index */
export const welcome = ({ quizzes, terms }) => [
  make("p", {}, "You have not answered a question in this browser yet. When you have, this page shows what you know, what to read again and what is due. Begin where you like:"),
  make("ul", { className: "quiz-progress__start" },
    ...quizzes.map(({ slug, title, items }) => make("li", {}, linkTo(`quizzes/${slug}/`, title), `, ${counted(items.length, "question")}`)),
    make("li", {}, linkTo("practice/flashcards/", "Flashcards"), `, ${counted(terms.length, "term")} of the glossary`)),
  make("p", {}, "Did you practise in another browser? Export there, and import the file below."),
]

/**
 * @param {Index} index
 * @param {Histories} histories
 * @param {ItemScores} scores
 */
export function nextSteps({ quizzes, terms }, histories, scores) {
  const questions = quizzes.flatMap(({ slug, title, items }) => items.map((item, place) =>
    ({ ...item, path: `quizzes/${slug}/#${item.id}`, name: `${title}, question ${place + 1}` })))
  const wrong = sureAndWrong(questions, histories).map(({ path, name }) => linkTo(path, name))
  return [
    make("h2", {}, "What to do next"),
    dueLine(count(questions, scores, "due"), count(terms, scores, "due")),
    ...readAgain(weakest(quizzes, scores)),
    ...lookAgain(wrong),
  ]
}

/**
 * @param {number} questions
 * @param {number} cards
 */
function dueLine(questions, cards) {
  const line = make("p", { className: "quiz-progress__due" })
  if (questions > 0) line.append(linkTo("practice/review/", `Review ${counted(questions, "question")}`), " due today. ")
  if (cards > 0) line.append(linkTo("practice/flashcards/", `Turn over ${counted(cards, "glossary card")}`), " due today.")
  if (questions + cards === 0) line.append("Nothing is due today. ", linkTo("practice/mock-exam/", "Sit a mock exam"), " or read on.")
  return line
}

/** @param {ReturnType<typeof weakest<QuizEntry>>} topics */
function readAgain(topics) {
  if (topics.length === 0) return []
  const lines = topics.map(({ topic: { slug, title, page }, right, answered }) =>
    make("li", {}, `${right} of ${answered} right: read `, linkTo(page, title), ", then take ", linkTo(`quizzes/${slug}/`, "its quiz"), "."))
  return [
    make("h3", {}, "Your weakest topics"),
    make("p", {}, "The lowest share of right answers, where you have answered three questions or more."),
    make("ol", {}, ...lines),
  ]
}

/** @param {readonly HTMLAnchorElement[]} links */
function lookAgain(links) {
  if (links.length === 0) return []
  void sayWhatIsAsked(links.slice(0, FEW))
  return [
    make("h3", {}, "Sure, and wrong"),
    make("p", {}, "You were sure of these when you last answered, and got them wrong. They teach you most."),
    list(links.slice(0, FEW)),
    ...(links.length > FEW ? [folded(links.slice(FEW))] : []),
  ]
}

/** @param {readonly HTMLAnchorElement[]} links */
function folded(links) {
  const details = make("details", {}, make("summary", {}, `${links.length} more`), list(links))
  details.addEventListener("toggle", () => sayWhatIsAsked(links), { once: true })
  return details
}

/** @param {readonly Node[]} entries */
const list = (entries) => make("ul", {}, ...entries.map((entry) => make("li", {}, entry)))
