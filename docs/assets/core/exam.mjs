/** A mock exam: its time, its gaps, and its result. */

import { grade } from "./grade.mjs"
import { timeOfNext } from "./history.mjs"

/** What more time a reader may have, in milliseconds. */
const MORE = 600_000
const MINUTE = 60_000
/** Groups with fewer results say nothing about the group. */
const LEAST = 3

/**
 * @param {string} id
 * @param {readonly Item[]} items
 * @param {number} now
 * @param {number | null} time - in milliseconds; null without a timer
 * @returns {Exam}
 */
export const newExam = (id, items, now, time) => ({
  id,
  started: now,
  deadline: time === null ? null : now + time,
  paused: null,
  handedIn: null,
  items: [...items],
  responses: {},
  flagged: [],
  guessed: [],
  struck: {},
  times: {},
})

/** In milliseconds, to the nearest minute. @param {number} questions @param {Pick<ExamSettings, "seconds">} exam */
export const wholeTime = (questions, { seconds }) =>
  Math.max(1, Math.round((questions * seconds) / 60)) * MINUTE

/** Null without a timer. A clock that was set back never gives more than the whole time. @param {Exam} exam @param {number} now */
export const timeLeft = ({ started, deadline, paused }, now) =>
  deadline === null ? null : Math.max(0, deadline - Math.max(paused ?? now, started))

/** @param {Exam} exam */
export const timeUsed = ({ started, handedIn, times }) => {
  const counted = Object.values(times).reduce((one, other) => one + other, 0)
  return counted || Math.max(0, (handedIn ?? started) - started)
}

/** Counted from now where the time was up. @param {Exam} exam @param {number} now @returns {Exam} */
export const withMoreTime = (exam, now) =>
  exam.deadline === null ? exam : { ...exam, deadline: Math.max(exam.deadline, now) + MORE }

/** @param {Exam} exam @param {number} now @returns {Exam} */
export const withPause = (exam, now) => (exam.paused === null ? { ...exam, paused: now } : exam)

/** The deadline moves by the length of the pause. @param {Exam} exam @param {number} now @returns {Exam} */
export function withoutPause({ paused, deadline, ...exam }, now) {
  const length = Math.max(0, now - (paused ?? now))
  return { ...exam, paused: null, deadline: deadline === null ? null : deadline + length }
}

/** @param {Exam} exam @param {string} id @param {string[]} response @returns {Exam} */
export const withResponse = (exam, id, response) => ({
  ...exam,
  responses: withEntry(exam.responses, id, response.length > 0 ? response : undefined),
})

/** @param {Exam} exam @param {string} id @param {string[]} options - that the reader has ruled out @returns {Exam} */
export const withStruck = (exam, id, options) => ({
  ...exam,
  struck: withEntry(exam.struck, id, options.length > 0 ? options : undefined),
})

/** @param {Exam} exam @param {string} id @param {number} time - spent on it, in milliseconds @returns {Exam} */
export const withTime = (exam, id, time) =>
  time > 0
    ? { ...exam, times: withEntry(exam.times, id, (exam.times[id] ?? 0) + Math.round(time)) }
    : exam

/** @template T @param {Record<string, T>} record @param {string} id @param {T | undefined} value @returns {Record<string, T>} */
function withEntry(record, id, value) {
  const { [id]: _, ...others } = record
  return value === undefined ? others : { ...others, [id]: value }
}

/**
 * @param {Exam} exam
 * @param {"flagged" | "guessed"} list
 * @param {string} id
 * @param {boolean} isOn
 * @returns {Exam}
 */
export function withMark(exam, list, id, isOn) {
  const others = exam[list].filter((marked) => marked !== id)
  return { ...exam, [list]: isOn ? [...others, id] : others }
}

/** Nothing changes an exam that was submitted. @param {(exam: Exam) => Exam} next @returns {(exam: Exam) => Exam} */
export const whileOpen = (next) => (exam) => (exam.handedIn === null ? next(exam) : exam)

/**
 * The exam with its items as the guide has them *now*: those that are gone are left out, those that
 * changed are asked again.
 * @param {Exam} exam
 * @param {ReadonlyMap<string, Item>} now - by id
 * @returns {Exam}
 */
export function fitted(exam, now) {
  const items = exam.items.flatMap(({ id }) => {
    const item = now.get(id)
    return item ? [{ id, revision: item.revision }] : []
  })
  const unchanged = new Set(
    exam.items.filter(({ id, revision }) => now.get(id)?.revision === revision).map(({ id }) => id),
  )
  /** @template T @param {Record<string, T>} record */
  const ofUnchanged = (record) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => unchanged.has(id)))
  return {
    ...exam,
    items,
    responses: ofUnchanged(exam.responses),
    struck: ofUnchanged(exam.struck),
    flagged: exam.flagged.filter((id) => now.has(id)),
    guessed: exam.guessed.filter((id) => unchanged.has(id)),
  }
}

/**
 * How far a response goes, which does not say whether it is right.
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
 * The attempts of an exam that is submitted, one of each item.
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
    return [
      {
        id: attemptId(exam, at),
        item,
        revision: paper.revision,
        response,
        outcome: grade(paper.interaction, paper.key, response),
        confidence: response.length > 0 && exam.guessed.includes(item) ? "guessing" : null,
        at: timeOfNext(histories.get(item) ?? [], exam.handedIn ?? exam.started),
      },
    ]
  })
}

/** The same in every tab, so that each is stored once. @param {Exam} exam @param {number} at */
const attemptId = ({ id }, at) => `${id}-${at + 1}`

/**
 * The result of each item of an exam, as it was graded then.
 * @param {Exam} exam
 * @param {readonly Attempt[]} attempts - on any items
 * @returns {Result[]}
 */
export function results(exam, attempts) {
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  return exam.items.map(
    ({ id: item, revision }, at) =>
      byId.get(attemptId(exam, at)) ?? { item, revision, response: [], outcome: "unanswered" },
  )
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
  return names.map((name) => ({
    name,
    results: results.filter((result) => nameOf(result) === name),
  }))
}

/**
 * The groups that are large enough to compare, the weakest first.
 * @template {{ results: readonly Result[] }} Group
 * @param {readonly Group[]} groups
 */
export const ranked = (groups) =>
  groups
    .filter(({ results }) => results.length >= LEAST)
    .sort((one, other) => shareOf(one) - shareOf(other))

/** @param {{ results: readonly Result[] }} group */
const shareOf = ({ results }) => rightOf(results) / results.length
