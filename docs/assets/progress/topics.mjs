/** The topics as bars, the weakest first or in the order of the course. */

import { count } from "../core/score.mjs"
import { counted, topicLine } from "../core/words.mjs"
import { bar } from "../ui/bar.mjs"
import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"

const WEAKEST = "Weakest first"
const COURSE = "Course order"

/** @typedef {{ path: string, title: string, slug: string, right: number, missed: number, mastered: number, due: number, all: number }} Topic */

/**
 * @param {Index} index
 * @param {ItemScores} scores
 */
export function topicsPart({ quizzes, terms }, scores) {
  const topics = quizzes.map(({ slug, title, items }) =>
    topicOf(`quizzes/${slug}/`, title, slug, items, scores),
  )
  const cards = topicOf("practice/flashcards/", "Glossary cards", "", terms, scores)
  const weakest = topics.toSorted((one, other) => weakness(one) - weakness(other))
  const list = make("ul", { className: "topic-rows" })
  /** @param {string} order */
  const show = (order) => {
    for (const filter of filters) filter.ariaPressed = String(filter.textContent === order)
    list.replaceChildren(...[...(order === COURSE ? topics : weakest), cards].map(row))
  }
  const filters = [WEAKEST, COURSE].map((order) =>
    make("button", { type: "button", className: "filter", onclick: () => show(order) }, order),
  )
  show(WEAKEST)
  return make(
    "section",
    { className: "progress__section" },
    make(
      "div",
      { className: "progress__head" },
      make("h2", {}, "Topics"),
      make(
        "div",
        { className: "filters", role: "group", ariaLabel: "Order of topics" },
        ...filters,
      ),
    ),
    list,
    make("p", { className: "progress__under" }, key(), ...practice(weakest[0])),
  )
}

/**
 * @param {string} path
 * @param {string} title
 * @param {string} slug
 * @param {readonly Item[]} items
 * @param {ItemScores} scores
 * @returns {Topic}
 */
const topicOf = (path, title, slug, items, scores) => ({
  path,
  title,
  slug,
  all: items.length,
  right: count(items, scores, "right"),
  missed: count(items, scores, "wrong"),
  mastered: count(items, scores, "mastered"),
  due: count(items, scores, "due"),
})

/** What was not started comes last. @param {Topic} topic */
const weakness = ({ right, missed }) => (right + missed > 0 ? right / (right + missed) : 2)

/** @param {Topic} topic */
function row({ path, title, ...counts }) {
  const link = linkTo(path, "")
  link.className = "topic-row"
  link.append(
    make("b", {}, title),
    bar(counts),
    make(
      "span",
      { className: "topic-row__right" },
      topicLine({ ...counts, questions: counts.all }),
    ),
    make(
      "span",
      { className: "topic-row__due" },
      ...(counts.due > 0 ? [make("span", { className: "chip" }, `${counts.due} due`)] : []),
    ),
    icon("forward"),
  )
  return make("li", {}, link)
}

const key = () =>
  make(
    "span",
    { className: "bar-key small soft" },
    ...["right", "missed", "new"].map((word) =>
      make("span", {}, make("i", { className: `bar-key__${word}` }), word),
    ),
  )

/** @param {Topic | undefined} topic - the weakest */
function practice(topic) {
  if (!topic || topic.right + topic.missed === 0) return []
  const link = linkTo(
    `practice/review/?start=topic:${topic.slug}`,
    `Practice ${topic.title}: ${counted(5, "question")}`,
  )
  link.search += "&size=5"
  link.className = "btn btn--primary"
  return [link]
}
