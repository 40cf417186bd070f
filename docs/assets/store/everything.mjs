/** All that is kept, read and replaced as a whole. */

import { sift } from "../core/file.mjs"
import { parseAttempt, parseExam, parseSettings } from "../core/parse.mjs"
import { memory, open, transact } from "./database.mjs"
import { SETTINGS, unkept } from "./records.mjs"

const ASIDE = "Some stored answers could not be read. They are set aside, not deleted; an export holds them. "

/** @type {Contents} */
export const NOTHING = { attempts: [], aside: [], exams: [], settings: {}, snapshot: null }

/** What stands for the other stores where storage is refused. */
let rest = NOTHING

/**
 * All that is kept, and what the reader must be told of what could not be read. Never rejects.
 * @returns {Promise<Contents & { warning: string }>}
 */
export async function contents() {
  let found = NOTHING
  let strays = 0
  const read = transact("readonly", (stores) => readAll(stores, (all, bad) => {
    found = all
    strays = bad
  }))
  const isRead = await read.then(() => true, () => false)
  const warning = strays > 0 ? await setAside() : ""
  return { ...(isRead ? found : remembered()), warning }
}

/**
 * Make *next* of the contents in one transaction. Rejects if nothing was changed.
 * @param {(contents: Contents) => Contents} next
 */
export async function change(next) {
  if (await open()) {
    await transact("readwrite", (stores) =>
      readAll(stores, (found) => replaceAll(stores, next(found))),
    )
    remember(NOTHING)
  } else {
    rest = next(remembered())
    remember(rest)
  }
}

/** @returns {Contents} */
const remembered = () =>
  ({ ...rest, attempts: [...memory], exams: [...unkept.exams.values()], settings: unkept.settings })

/** @param {Contents} contents */
function remember({ attempts, exams, settings }) {
  memory.length = 0
  for (const attempt of attempts) memory.push(attempt)
  unkept.exams = new Map(exams.map((exam) => [exam.id, exam]))
  unkept.settings = settings
}

/** Move what is no attempt to where it is in nobody's way, once and in one transaction. */
async function setAside() {
  let warning = ""
  const moving = transact("readwrite", ([attempts, aside]) => {
    const cursors = attempts.openCursor()
    cursors.onsuccess = () => {
      const cursor = cursors.result
      if (!cursor) return
      if (!parseAttempt(cursor.value)) {
        aside.add(cursor.value)
        cursor.delete()
        warning = ASIDE
      }
      cursor.continue()
    }
  })
  return moving.then(() => warning, () => "")
}

/**
 * @param {IDBObjectStore[]} stores
 * @param {(found: Contents, bad: number) => void} use - called inside the transaction; with how many are no attempt
 */
function readAll(stores, use) {
  const [attempts, aside, , exams] = stores.map((store) => store.getAll())
  const last = stores[2].get("last")
  const settings = stores[4].get(SETTINGS)
  settings.onsuccess = () => {
    const { good, bad } = sift(attempts.result)
    const known = sift(exams.result, parseExam)
    const sittings = new Map([...known.good, ...unkept.exams.values()].map((exam) => [exam.id, exam]))
    use({
      attempts: [...good, ...memory],
      aside: [...aside.result, ...bad, ...known.bad],
      exams: [...sittings.values()],
      settings: { ...parseSettings(settings.result), ...unkept.settings },
      snapshot: parseSnapshot(last.result),
    }, bad.length)
  }
}

/**
 * @param {IDBObjectStore[]} stores
 * @param {Contents} contents
 */
function replaceAll(stores, { attempts, aside, exams, settings, snapshot }) {
  for (const store of stores) store.clear()
  for (const attempt of attempts) stores[0].add(attempt)
  for (const value of aside) stores[1].add(value)
  if (snapshot) stores[2].put(snapshot, "last")
  for (const exam of exams) stores[3].put(exam, exam.id)
  stores[4].put(settings, SETTINGS)
}

/** The first version of the guide took no exams into it. @param {any} value @returns {Contents["snapshot"]} */
function parseSnapshot(value) {
  const { exams = [], settings = {}, ...rest } = value ?? {}
  const snapshot = { ...rest, exams, settings }
  const isSound = [rest.attempts, rest.aside, rest.added, exams].every((list) => Array.isArray(list))
  return isSound ? snapshot : null
}
