/** The one module that touches storage: IndexedDB, or memory where that is refused. */

import { parseAttempt } from "../core/parse.mjs"

// Sites on one host share its storage.
export const SITE = new URL("../../", import.meta.url).pathname
const NAME = `quiz ${SITE}`
const VERSION = 2
const STORES = ["attempts", "aside", "snapshots", "exams", "settings"]

const UNKEPT = "This browser refuses to store answers: nothing will be kept when you reload or leave."
const NEWER = "A newer version of this guide stored your answers: new ones will not be kept until you reload."

/** What the reader must be told about storage, or "". */
export let notice = ""

/** What could not be stored. @type {Attempt[]} */
export const memory = []

// Without https there is no randomUUID.
export const newId = () => crypto.getRandomValues(new Uint32Array(4)).join("-")

/** @type {Promise<IDBDatabase | null> | undefined} */
let opening

/** Leaves what is no attempt to archive.mjs; never rejects. @type {AttemptsOn} */
export async function attemptsOn(item) {
  const read = transact("readonly", ([attempts]) => attempts.index("item").getAll(item))
  const stored = await read.then(({ result }) => result, () => [])
  return [...stored, ...memory].flatMap((value) => parseAttempt(value) ?? [])
    .filter((attempt) => attempt.item === item)
}

/** True if it is stored, false if only remembered. @type {Add} */
export async function add(attempt) {
  try {
    await transact("readwrite", ([attempts]) => attempts.add(attempt))
  } catch {
    memory.push(attempt)
    refuse()
  }
  return !memory.includes(attempt)
}

/** Resolves when the transaction is complete, not before. @type {Transact} */
export async function transact(mode, work) {
  const database = await open()
  if (!database || (notice === NEWER && mode === "readwrite")) throw new Error(notice)
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORES, mode, { durability: "strict" })
    const result = work(STORES.map((name) => transaction.objectStore(name)))
    transaction.oncomplete = () => resolve(result)
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Null where storage is refused. */
export const open = () => (opening ??= connect(VERSION).catch(openNewer).catch(refuse))

/** @type {Connect<[Error]>} */
function openNewer(error) {
  if (error.name !== "VersionError") throw error
  notice = NEWER
  return connect()
}

/** @type {Connect<[version?: number]>} */
const connect = (version) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, version)
    request.onupgradeneeded = ({ oldVersion }) => create(request.result, oldVersion)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      // Another tab brings a newer schema, or the reader clears the site's data.
      database.onversionchange = database.onclose = () => {
        database.close()
        opening = undefined
      }
      resolve(database)
    }
  })

/** @type {Create} */
function create(database, version) {
  if (version < 1) {
    const attempts = database.createObjectStore("attempts", { autoIncrement: true })
    attempts.createIndex("id", "id", { unique: true })
    attempts.createIndex("item", "item")
    database.createObjectStore("aside", { autoIncrement: true })
    database.createObjectStore("snapshots")
  }
  if (version < 2) for (const name of STORES.slice(3)) database.createObjectStore(name)
}

export function refuse() {
  notice ||= UNKEPT
  return null
}
