/** Exams and settings, kept one at a time; in memory where storage is refused. */

import { DEFAULTS, parseExam, parseSettings } from "../core/parse.mjs"
import { memory, open, refuse, transact } from "./database.mjs"

/** The key of the one record. */
export const SETTINGS = "settings"

/** What could not be stored. @type {{ exams: Map<string, Exam>, settings: Partial<ReaderSettings> }} */
export const unkept = { exams: new Map(), settings: {} }

/** The exam of this id, null if none is kept; never rejects. @param {string} id */
export async function keptExam(id) {
  const read = transact("readonly", ([, , , exams]) => exams.get(id))
  const stored = await read.then(({ result }) => result, () => null)
  return unkept.exams.get(id) ?? parseExam(stored)
}

/**
 * Make *next* of the exam in one transaction, so that two tabs lose nothing of each other. With the
 * change that hands it in, its *attempts* are stored. Never rejects.
 * @param {Exam} known - stands in where none is stored
 * @param {(exam: Exam) => Exam} next
 * @param {(exam: Exam) => Attempt[]} [attempts]
 * @returns {Promise<Exam>} as it is now
 */
export async function changeExam(known, next, attempts = () => []) {
  const { id } = known
  let before = unkept.exams.get(id) ?? known
  let after = before
  const added = () => (after.handedIn && !before.handedIn ? attempts(after) : [])
  try {
    await transact("readwrite", ([all, , , exams]) => {
      const request = exams.get(id)
      request.onsuccess = () => {
        before = unkept.exams.get(id) ?? parseExam(request.result) ?? known
        after = next(before)
        exams.put(after, id)
        for (const attempt of added()) all.add(attempt)
      }
    })
    unkept.exams.delete(id)
  } catch {
    after = next(before)
    unkept.exams.set(id, after)
    memory.push(...added())
    refuse()
  }
  return after
}

/** Forget an exam that the reader does not want to hand in; never rejects. @param {string} id */
export async function removeExam(id) {
  unkept.exams.delete(id)
  await transact("readwrite", ([, , , exams]) => exams.delete(id)).catch(refuse)
}

/** What the reader has set, or the defaults; never rejects. @returns {Promise<ReaderSettings>} */
export async function settings() {
  const read = transact("readonly", ([, , , , settings]) => settings.get(SETTINGS))
  const stored = await read.then(({ result }) => result, () => ({}))
  return { ...DEFAULTS, ...parseSettings(stored), ...unkept.settings }
}

/** Never rejects. @param {Partial<ReaderSettings>} changes */
export async function changeSettings(changes) {
  try {
    await transact("readwrite", ([, , , , settings]) => {
      const request = settings.get(SETTINGS)
      request.onsuccess = () => settings.put({ ...parseSettings(request.result), ...changes }, SETTINGS)
    })
  } catch {
    Object.assign(unkept.settings, changes)
    refuse()
  }
}

/**
 * Take back an attempt that the reader has just made; never rejects.
 * @param {string} id
 */
export async function removeAttempt(id) {
  const at = memory.findIndex((attempt) => attempt.id === id)
  if (at >= 0) memory.splice(at, 1)
  if (!(await open())) return
  await transact("readwrite", ([attempts]) => {
    const request = attempts.index("id").getKey(id)
    request.onsuccess = () => request.result !== undefined && attempts.delete(request.result)
  }).catch(refuse)
}
