/** Every question of a submitted mock exam in a row that opens, and chips that choose which rows to see. */

import { minutesAndSeconds } from "../core/words.mjs"
import { stemOf } from "../quiz/words-of-item.mjs"
import { unseen } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"
import { answerWords, keyWords } from "./answer-words.mjs"
import { explain } from "./questions.mjs"

/**
 * @param {Exam} exam
 * @param {readonly Result[]} graded
 * @param {Index} index
 * @param {Papers} papers
 */
export function resultRows(exam, graded, { quizzes }, papers) {
  const objectives = new Map(
    quizzes.flatMap(({ items }) => items.map(({ id, objective }) => [id, objective])),
  )
  const rows = graded.map((result, at) => {
    const paper = papers.get(result.item)
    const isSame = paper !== undefined && paper.revision === result.revision
    const notes = [objectives.get(result.item), timeOf(exam, result), ...marksOf(exam, result)]
      .filter(Boolean)
      .join(", ")
    return rowOf(
      result,
      at,
      notes,
      isSame ? paper : null,
      paper ? "changed since" : "no longer in the guide",
    )
  })
  /** @type {[string, (result: Result) => boolean][]} */
  const filters = [
    ["All", () => true],
    ["Missed", ({ outcome }) => outcome !== "correct"],
    ["Flagged", ({ item }) => exam.flagged.includes(item)],
    ["Guessed", ({ item }) => exam.guessed.includes(item)],
  ]
  return [
    make(
      "div",
      { className: "exam-result__rows" },
      make("h2", {}, "All questions"),
      chips(
        filters.map(([name, isWanted]) => ({ name, count: graded.filter(isWanted).length })),
        (name) => {
          const isWanted = filters.find(([each]) => each === name)?.[1]
          rows.forEach((row, at) => (row.hidden = !isWanted?.(graded[at])))
        },
      ),
    ),
    make("div", { className: "exam-rows" }, ...rows),
  ]
}

/** @param {{ name: string, count: number }[]} filters @param {(name: string) => void} choose */
function chips(filters, choose) {
  const first = filters.find(({ name, count }) => name === "Missed" && count > 0) ?? filters[0]
  const labels = filters
    .filter(({ name, count }) => count > 0 || name === "All")
    .map(({ name, count }) =>
      make(
        "label",
        { className: "filter" },
        make("input", {
          type: "radio",
          name: "rows",
          checked: name === first.name,
          onchange: () => choose(name),
        }),
        `${name} ${count}`,
      ),
    )
  choose(first.name)
  const group = make("div", { className: "filters", ariaLabel: "Show" }, ...labels)
  group.role = "group"
  return group
}

/**
 * @param {Result} result
 * @param {number} at
 * @param {string} notes
 * @param {Paper | null} paper - null if the question is not as it was
 * @param {string} since - what happened to the question
 */
function rowOf(result, at, notes, paper, since) {
  const isRight = result.outcome === "correct"
  const badge = make(
    "span",
    { className: isRight ? "badge" : "badge badge--no", ariaHidden: "true" },
    icon(isRight ? "check" : "cross"),
  )
  const summary = make(
    "summary",
    {},
    badge,
    make("b", {}, `${at + 1}`),
    make(
      "span",
      { className: "exam-row__words" },
      make(
        "span",
        { className: "exam-row__stem" },
        paper ? stemOf(paper.explained) : `Question “${result.item}”: ${since}`,
      ),
      unseen(isRight ? ", right" : ", missed"),
      ...(paper ? [answers(paper, result)] : []),
    ),
    make("span", { className: "exam-row__notes" }, notes),
  )
  const row = make("details", { className: "exam-row" }, summary)
  row.dataset.result = result.outcome
  const body = make("div", { className: "exam-row__body" })
  row.append(body)
  if (!paper)
    body.append(make("p", {}, `This question is ${since}. It counts as it was graded then.`))
  else row.addEventListener("toggle", () => body.append(explain(paper, result)), { once: true })
  return row
}

/** What the learner chose, crossed out, and the answer. @param {Paper} paper @param {Result} result */
function answers(paper, result) {
  const own = answerWords(paper, result.response)
  const isShown = result.outcome !== "correct" && paper.interaction === "choice" && own !== ""
  return make(
    "small",
    {},
    lackOf(result),
    ...(isShown
      ? [unseen("Your answer: "), make("span", { className: "exam-row__own" }, own), " "]
      : ["Correct: "]),
    make("b", {}, ...(isShown ? [unseen("Correct: ")] : []), keyWords(paper)),
  )
}

/** Why it was not graded, "" where it was. @param {Result} result */
function lackOf({ outcome, response }) {
  if (outcome !== "unanswered") return ""
  return response.some(Boolean) ? "Incomplete. " : "Not answered. "
}

/** @param {Exam} exam @param {Result} result */
const timeOf = ({ times }, { item }) => (times[item] ? minutesAndSeconds(times[item]) : "")

/** @param {Exam} exam @param {Result} result */
const marksOf = ({ flagged, guessed }, { item }) =>
  [flagged.includes(item) && "flagged", guessed.includes(item) && "guessed"].filter(Boolean)
