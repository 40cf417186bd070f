/** The attempt, exam, session or settings that a stored value is. */

/** @type {Test} */
export const isWord = (value) => typeof value === "string" && /^[a-z0-9-]{1,200}$/.test(value)

/** @type {Test} */
export const isText = (value) => typeof value === "string" && value.length <= 10_000

/** @type {Test} */
export const isTime = (value) => Number.isInteger(value) && value >= 0 && value <= 8.64e15

/** A hole in a list is no text. @type {Test} */
const isResponse = (value) =>
  Array.isArray(value) && value.length <= 100 && [...value].every(isText)

/** @type {Record<keyof Attempt, Test>} */
const ATTEMPT = {
  id: isWord,
  item: isWord,
  revision: isWord,
  response: isResponse,
  outcome: (value) => ["correct", "incorrect", "unanswered"].includes(value),
  confidence: (value) => [null, "sure", "unsure", "guessing"].includes(value),
  at: isTime,
}

/** The attempt that *value* is, null if it is none. @param {unknown} value @returns {Attempt | null} */
export const parseAttempt = (value) => parse(ATTEMPT, value)

/** @type {Test} */
export const isRecord = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** @type {Test} */
const isItem = (value) => isWord(value?.id) && isWord(value?.revision)

/** @type {(isSound: Test) => Test} */
const listOf = (isSound) => (value) =>
  Array.isArray(value) && value.length <= 1000 && value.every(isSound)

/** @type {(isSound: Test) => Test} */
const recordOf = (isSound) => (value) =>
  isRecord(value) && Object.entries(value).every(([id, each]) => isWord(id) && isSound(each))

/** @type {Record<keyof Exam, Test>} */
const EXAM = {
  id: isWord,
  started: isTime,
  deadline: (value) => value === null || isTime(value),
  paused: (value) => value === null || isTime(value),
  handedIn: (value) => value === null || isTime(value),
  items: listOf(isItem),
  responses: recordOf(isResponse),
  flagged: listOf(isWord),
  guessed: listOf(isWord),
  struck: recordOf(isResponse),
  times: recordOf(isTime),
}

/** What exams did not have at first. */
const LATER = { paused: null, guessed: [], struck: {}, times: {} }

/** @type {Record<keyof Session, Test>} */
const SESSION = {
  kind: (value) => ["review", "cards"].includes(value),
  choice: isWord,
  started: isTime,
  items: listOf(isItem),
  attempts: listOf(isWord),
}

/** @type {Test} */
const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

/** A page of the guide, from its root: "methods/peft/". @type {Test} */
const isPath = (value) => typeof value === "string" && /^(?:[a-z0-9-]+\/){1,5}$/.test(value)

/** @type {Test} */
const isFlag = (value) => typeof value === "boolean"

/** @type {Test} */
const isCount = (value) => Number.isInteger(value) && value >= 0 && value <= 1000

/** @type {Record<keyof ReaderSettings, Test>} */
const SETTINGS = {
  examDay: (value) => value === null || isDay(value),
  shortcuts: isFlag,
  read: listOf(isPath),
  dailyLimit: isCount,
  sessionSize: isCount,
  definitionFirst: isFlag,
  knowsSafari: isFlag,
}

/** @type {ReaderSettings} */
export const DEFAULTS = {
  examDay: null,
  shortcuts: true,
  read: [],
  dailyLimit: 20,
  sessionSize: 10,
  definitionFirst: false,
  knowsSafari: false,
}

/** The exam that *value* is, null if it is none. @param {unknown} value @returns {Exam | null} */
export const parseExam = (value) =>
  parse(EXAM, isRecord(value) ? { ...LATER, .../** @type {object} */ (value) } : value)

/** The session that *value* is, null if it is none. @param {unknown} value @returns {Session | null} */
export const parseSession = (value) => parse(SESSION, value)

/** @param {Record<string, Test>} fields @param {any} value @returns {any} */
function parse(fields, value) {
  /** @type {any} */
  const parsed = {}
  for (const name in fields) {
    if (!fields[name](value?.[name])) return null
    parsed[name] = value[name]
  }
  return parsed
}

/** The valid settings in *value*. @type {(value: any) => Partial<ReaderSettings>} */
export const parseSettings = (value) =>
  Object.fromEntries(
    Object.entries(SETTINGS)
      .filter(([name, isSound]) => isSound(value?.[name]))
      .map(([name]) => [name, value[name]]),
  )
