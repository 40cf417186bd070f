/** Progress as a file, and what reading one in does to what is stored. */

import { isRecord, parseAttempt, parseExam, parseSettings } from "./parse.mjs"

/** Files of the first have no exams and no settings. */
const SCHEMA = 2
export const LARGEST_FILE = 20_000_000

/**
 * @param {Progress} progress
 * @param {string} site - the path that it is kept for
 * @param {Date} now
 */
export function toFile({ attempts, aside, exams, settings }, site, now) {
  const exported = now.toISOString()
  return JSON.stringify({
    schema: SCHEMA,
    site,
    exported,
    attempts,
    aside: aside.map(asJson),
    exams,
    settings,
  })
}

/**
 * What an exported file holds, or the sentence that says why it is not taken.
 * @param {string} text
 * @returns {Progress | string}
 */
export function fromFile(text) {
  if (text.length > LARGEST_FILE) return TOO_LARGE
  const data = read(text)
  if (data === undefined)
    return "This file is damaged or is not an exported file. Nothing was changed."
  if (!Number.isInteger(data?.schema) || data.schema < 1) return FOREIGN
  if (data.schema > SCHEMA) {
    return "A newer version of this guide wrote this file. Reload the page and try again. Nothing was changed."
  }
  const { attempts, aside, exams = [], settings = {} } = data
  if (![attempts, aside, exams].every((list) => Array.isArray(list))) return FOREIGN
  const answers = sift(attempts)
  const sittings = sift(exams, parseExam)
  if (answers.bad.length > 0) return damaged(answers.bad.length, attempts.length, "answers")
  if (sittings.bad.length > 0) return damaged(sittings.bad.length, exams.length, "mock exams")
  if (!isRecord(settings)) return FOREIGN
  const known = parseSettings(settings)
  const names = Object.keys(settings)
  const unknown = names.filter((name) => !Object.hasOwn(known, name))
  if (unknown.length > 0) return damaged(unknown.length, names.length, "settings")
  return { attempts: answers.good, aside, exams: sittings.good, settings: known }
}

/**
 * @param {number} bad
 * @param {number} all
 * @param {string} nouns
 */
const damaged = (bad, all, nouns) =>
  `This file is damaged: ${bad} of its ${all} ${nouns} cannot be read. Nothing was changed.`

export const TOO_LARGE =
  "This file is larger than 20 MB, which no exported file is. Nothing was changed."
const FOREIGN = "This file was not exported from this guide. Nothing was changed."

/**
 * The contents with those of *file* added, each attempt and exam once, and a snapshot of what was
 * before. What the reader has set here stays.
 * @param {Contents} contents
 * @param {Progress} file
 * @returns {Contents}
 */
export function withFile(contents, file) {
  const { snapshot: _, sessions, ...before } = contents
  const { attempts, aside, exams, settings } = before
  const answers = newOnes(attempts, file.attempts, ({ id }) => id)
  const sittings = newOnes(exams, file.exams, ({ id }) => id)
  return {
    attempts: [...attempts, ...answers],
    aside: [...aside, ...newOnes(aside, file.aside, (value) => JSON.stringify(asJson(value)))],
    exams: [...exams, ...sittings],
    settings: { ...file.settings, ...settings },
    sessions,
    snapshot: { ...before, added: [...answers, ...sittings].map(({ id }) => id) },
  }
}

/**
 * The contents as the snapshot has them, with the answers given since.
 * @param {Contents} contents
 * @returns {Contents}
 */
export function withoutFile(contents) {
  const { snapshot } = contents
  if (!snapshot) return contents
  const answers = sift(snapshot.attempts)
  const sittings = sift(snapshot.exams, parseExam)
  const added = new Set(snapshot.added)
  return {
    attempts: withSince(answers.good, contents.attempts, added),
    aside: [...snapshot.aside, ...answers.bad, ...sittings.bad],
    exams: withSince(sittings.good, contents.exams, added),
    settings: snapshot.settings,
    sessions: contents.sessions,
    snapshot: null,
  }
}

/**
 * *before*, with what is in *now* but was neither there nor *added*.
 * @template {{ id: string }} T
 * @param {readonly T[]} before
 * @param {readonly T[]} now
 * @param {ReadonlySet<string>} added
 */
function withSince(before, now, added) {
  const old = new Set(before.map(({ id }) => id))
  return [...before, ...now.filter(({ id }) => !old.has(id) && !added.has(id))]
}

/**
 * What *parse* makes of *values*, and what it makes nothing of.
 * @template [T=Attempt]
 * @param {readonly unknown[]} values
 * @param {(value: any) => T | null} [parse]
 * @returns {{ good: T[], bad: unknown[] }}
 */
export function sift(values, parse = /** @type {any} */ (parseAttempt)) {
  /** @type {T[]} */
  const good = []
  const bad = []
  for (const value of values) {
    const parsed = parse(value)
    if (parsed) good.push(parsed)
    else bad.push(value)
  }
  return { good, bad }
}

/** @param {string} text @returns {any} undefined if it is not JSON */
function read(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * A record set aside may be anything that a browser can store, and not all of that is JSON.
 * @param {unknown} value
 * @returns {unknown}
 */
function asJson(value) {
  try {
    return JSON.parse(JSON.stringify(value) ?? "null")
  } catch {
    return String(value)
  }
}

/**
 * @template T
 * @param {readonly T[]} present
 * @param {readonly T[]} incoming
 * @param {(value: T) => string} nameOf
 */
function newOnes(present, incoming, nameOf) {
  const names = new Set(present.map(nameOf))
  return incoming.filter((value) => {
    const isNew = !names.has(nameOf(value))
    names.add(nameOf(value))
    return isNew
  })
}
