/** A mock exam: its time, its gaps, and what it comes to. */

import { grade } from "./grade.mjs"
import { timeOfNext } from "./history.mjs"

/** What more time a reader may have, in milliseconds. */
const MORE = 600_000

/** @param {string} id @param {readonly Item[]} items @param {number} now @param {number | null} time - in milliseconds @returns {Exam} */
export const newExam = (id, items, now, time) => ({
  id,
  started: now,
  deadline: time === null ? null : now + time,
  handedIn: null,
  items: [...items],
  responses: {},
  flagged: [],
})

/** In milliseconds, to the full second. @param {number} questions @param {Pick<ExamSettings, "seconds">} exam */
export const wholeTime = (questions, { seconds }) => Math.round(questions * seconds) * 1000

/** Null without a timer. A clock that was set back never gives more than the whole time. @param {Exam} exam @param {number} now */
export const timeLeft = ({ started, deadline }, now) =>
  deadline === null ? null : Math.max(0, deadline - Math.max(now, started))

/** @param {Exam} exam */
export const timeUsed = ({ started, handedIn }) => Math.max(0, (handedIn ?? started) - started)

/** Counted from now where the time was up. @param {Exam} exam @param {number} now @returns {Exam} */
export const withMoreTime = (exam, now) =>
  exam.deadline === null ? exam : { ...exam, deadline: Math.max(exam.deadline, now) + MORE }

/** @param {Exam} exam @param {string} id @param {string[]} response @returns {Exam} */
export function withResponse(exam, id, response) {
  const { [id]: _, ...others } = exam.responses
  return { ...exam, responses: response.length > 0 ? { ...others, [id]: response } : others }
}

/** @param {Exam} exam @param {string} id @param {boolean} isFlagged @returns {Exam} */
export function withFlag(exam, id, isFlagged) {
  const others = exam.flagged.filter((flagged) => flagged !== id)
  return { ...exam, flagged: isFlagged ? [...others, id] : others }
}

/** Nothing changes an exam that was handed in. @param {(exam: Exam) => Exam} next @returns {(exam: Exam) => Exam} */
export const whileOpen = (next) => (exam) => (exam.handedIn === null ? next(exam) : exam)

/**
 * The exam with its items as the guide has them *now*: those that are gone are left out, those that
 * changed are asked anew.
 * @param {Exam} exam
 * @param {ReadonlyMap<string, Item>} now - by id
 * @returns {Exam}
 */
export function fitted(exam, now) {
  const items = exam.items.flatMap(({ id }) => {
    const item = now.get(id)
    return item ? [{ id, revision: item.revision }] : []
  })
  const unchanged = new Set(exam.items.filter(({ id, revision }) => now.get(id)?.revision === revision).map(({ id }) => id))
  const responses = Object.fromEntries(Object.entries(exam.responses).filter(([id]) => unchanged.has(id)))
  return { ...exam, items, responses, flagged: exam.flagged.filter((id) => now.has(id)) }
}

/**
 * How far a response goes, which tells nothing of whether it is right.
 * @param {string} key
 * @param {readonly string[]} [response]
 * @returns {Extent}
 */
export function extent(key, response = []) {
  const given = response.filter(Boolean).length
  if (given === 0) return "unanswered"
  return given === key.split(" ").length ? "answered" : "incomplete"
}

/**
 * The attempts that an exam which is handed in makes, one of each item.
 * @param {Exam} exam
 * @param {ReadonlyMap<string, Pick<Paper, "revision" | "interaction" | "key">>} papers - by the item's id
 * @param {ReadonlyMap<string, readonly Attempt[]>} histories - by the item's id
 * @returns {Attempt[]}
 */
export function graded(exam, papers, histories) {
  return exam.items.flatMap(({ id: item }, at) => {
    const paper = papers.get(item)
    if (!paper) return []
    const response = exam.responses[item] ?? []
    return [{
      id: attemptId(exam, at),
      item,
      revision: paper.revision,
      response,
      outcome: grade(paper.interaction, paper.key, response),
      confidence: null,
      at: timeOfNext(histories.get(item) ?? [], exam.handedIn ?? exam.started),
    }]
  })
}

/** The same in every tab, so that each is stored once. @param {Exam} exam @param {number} at */
const attemptId = ({ id }, at) => `${id}-${at + 1}`

/**
 * What was answered to each item of an exam, as it was graded then.
 * @param {Exam} exam
 * @param {readonly Attempt[]} attempts - on any items
 * @returns {Result[]}
 */
export function results(exam, attempts) {
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  return exam.items.map(({ id: item, revision }, at) =>
    byId.get(attemptId(exam, at)) ?? { item, revision, response: [], outcome: "unanswered" })
}

/** @param {readonly Result[]} results */
export const rightOf = (results) => results.filter(({ outcome }) => outcome === "correct").length

/**
 * The results of each name, in the order of the names.
 * @param {readonly Result[]} results
 * @param {(result: Result) => string} nameOf
 */
export function grouped(results, nameOf) {
  const names = [...new Set(results.map(nameOf))].sort()
  return names.map((name) => ({ name, results: results.filter((result) => nameOf(result) === name) }))
}
