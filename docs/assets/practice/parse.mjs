/** What is an exam, and what are settings. Pure. */

import { isText, isTime, isWord } from "../quiz/progress.mjs"

/** @type {Test} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value)

/** @type {Test} */
const isItem = (value) => isWord(value?.id) && isWord(value?.revision)

/** @type {Test} */
const isResponse = (value) => Array.isArray(value) && value.length <= 100 && value.every(isText)

/** @type {(isSound: Test) => Test} */
const listOf = (isSound) => (value) => Array.isArray(value) && value.length <= 1000 && value.every(isSound)

/** @type {Record<keyof Exam, Test>} */
const EXAM = {
  id: isWord,
  started: isTime,
  deadline: (value) => value === null || isTime(value),
  handedIn: (value) => value === null || isTime(value),
  items: listOf(isItem),
  responses: (value) => isRecord(value) && Object.entries(value).every(([id, response]) => isWord(id) && isResponse(response)),
  flagged: listOf(isWord),
}

/** @type {Test} */
const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

/** @type {Record<keyof ReaderSettings, Test>} */
const SETTINGS = {
  examDay: (value) => value === null || isDay(value),
  shortcuts: (value) => typeof value === "boolean",
}

/** @type {ReaderSettings} */
export const DEFAULTS = { examDay: null, shortcuts: true }

/** The exam that *value* is, null if it is none. @type {(value: any) => Exam | null} */
export function parseExam(value) {
  if (!Object.entries(EXAM).every(([name, isSound]) => isSound(value?.[name]))) return null
  return /** @type {any} */ (Object.fromEntries(Object.keys(EXAM).map((name) => [name, value[name]])))
}

/** What is sound of *value*. @type {(value: any) => Partial<ReaderSettings>} */
export const parseSettings = (value) =>
  Object.fromEntries(Object.entries(SETTINGS).filter(([name, isSound]) => isSound(value?.[name])).map(([name]) => [name, value[name]]))
