/** All that is stored, read and replaced as a whole. */

import { sift } from "../core/file.mjs"
import { parseExam, parseSession, parseSettings } from "../core/parse.mjs"
import * as database from "./database.mjs"
import { KEY as SETTINGS } from "./settings.mjs"

const ASIDE =
  "Some stored answers could not be read. They are set aside, not deleted, and an export includes them. "

/** The key of the one snapshot. */
const SNAPSHOT = "last"

/** @type {Contents} */
export const NOTHING = {
  attempts: [],
  aside: [],
  exams: [],
  settings: {},
  sessions: [],
  snapshot: null,
}

/**
 * All that is stored, and what the learner must know about what could not be read.
 * @returns {Promise<Contents & { warning: string }>}
 */
export async function read() {
  const { contents, strays } = await database.read(database.NAMES, readAll)
  return { ...contents, warning: strays > 0 ? await setAside() : "" }
}

/**
 * Make *next* of the contents in one transaction. Rejects if nothing was changed.
 * @param {(contents: Contents) => Contents} next
 */
export const replace = (next) =>
  database.writeOrReject(database.NAMES, async (stores) => {
    const { contents } = await readAll(stores)
    await replaceAll(stores, next(contents))
  })

/** Move what cannot be read to where it is in nobody's way. */
const setAside = () =>
  database
    .writeOrReject(database.NAMES, async (stores) => {
      const { contents, strays } = await readAll(stores)
      if (strays > 0) await replaceAll(stores, contents)
      return strays > 0 ? ASIDE : ""
    })
    .catch(() => "")

/** @type {Work<{ contents: Contents, strays: number }>} */
async function readAll({ attempts, aside, exams, settings, sessions, snapshots }) {
  const attempted = sift(await attempts.all())
  const examined = sift(await exams.all(), parseExam)
  const strays = [...attempted.bad, ...examined.bad]
  const contents = {
    attempts: attempted.good,
    aside: [...(await aside.all()), ...strays],
    exams: examined.good,
    settings: parseSettings(await settings.get(SETTINGS)),
    sessions: sift(await sessions.all(), parseSession).good,
    snapshot: parseSnapshot(await snapshots.get(SNAPSHOT)),
  }
  return { contents, strays: strays.length }
}

/**
 * @param {Stores} stores
 * @param {Contents} contents
 */
async function replaceAll(stores, { attempts, aside, exams, settings, sessions, snapshot }) {
  await Promise.all(Object.values(stores).map((store) => store.clear()))
  await Promise.all([
    ...attempts.map((attempt) => stores.attempts.add(attempt)),
    ...aside.map((value) => stores.aside.add(value)),
    ...exams.map((exam) => stores.exams.put(exam, exam.id)),
    ...sessions.map((session) => stores.sessions.put(session, session.kind)),
    stores.settings.put(settings, SETTINGS),
    ...(snapshot ? [stores.snapshots.put(snapshot, SNAPSHOT)] : []),
  ])
}

/** The first version of the guide took no exams into it. @param {any} value @returns {Contents["snapshot"]} */
function parseSnapshot(value) {
  const { exams = [], settings = {}, ...rest } = value ?? {}
  const snapshot = { ...rest, exams, settings }
  const isSound = [rest.attempts, rest.aside, rest.added, exams].every((list) =>
    Array.isArray(list),
  )
  return isSound ? snapshot : null
}
