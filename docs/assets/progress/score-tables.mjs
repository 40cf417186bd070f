/** Tables of the reader's scores, by topic and by exam objective. */

import { count } from "../core/score.mjs"
import { linkTo } from "../ui/site.mjs"
import { table } from "../ui/table.mjs"

const NAMES = /** @type {const} */ (["seen", "right", "mastered", "due"])
const COLUMNS = ["Questions", "Seen", "Right", "Mastered", "Due"]

/**
 * @param {Index} index
 * @param {ItemScores} scores
 */
export function scoreTables({ quizzes, terms, objectives: titles }, scores) {
  const all = quizzes.flatMap(({ items }) => items)
  /** @param {Cell} name @param {readonly Item[]} items */
  const row = (name, items) => [name, `${items.length}`, ...NAMES.map((name) => `${count(items, scores, name)}`)]
  const tables = [
    table("By topic", ["Topic", ...COLUMNS], [
      row("All questions", all),
      ...quizzes.map(({ slug, title, items }) => row(linkTo(`quizzes/${slug}/`, title), items)),
      row(linkTo("practice/flashcards/", "Glossary cards"), terms),
    ]),
    table("By exam objective", ["Objective", ...COLUMNS], [
      row("All questions", all),
      ...objectives(all).map((name) => row(`${name} ${titles[name] ?? ""}`.trim(), all.filter(({ objective }) => objective === name))),
    ]),
  ]
  for (const { classList } of tables) classList.add("quiz-progress__scores")
  return tables
}

/** @param {QuizEntry["items"]} items */
const objectives = (items) => [...new Set(items.map(({ objective }) => objective))].sort()
