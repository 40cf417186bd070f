/** The one module that opens IndexedDB. What cannot be stored stays in memory and is tried again. */

import { createMemory } from "./memory.mjs"
import { SITE } from "./site.mjs"

const NAME = `quiz ${SITE}`
const VERSION = 3
/** The version of the schema that brought each store. @type {Record<StoreName, number>} */
const SINCE = { attempts: 1, aside: 1, snapshots: 1, exams: 2, settings: 2, sessions: 3 }
export const NAMES = /** @type {StoreName[]} */ (Object.keys(SINCE))

const UNSAVED =
  "This browser refuses to store answers: nothing will be kept when you reload or leave."
const UNREAD =
  "This browser could not read your stored answers. They are not lost; reload the page to try again."
const NEWER =
  "A newer version of this guide stored your answers: new ones will not be kept until you reload."

let problem = ""
/** All that could be read, with what cannot be stored; null while everything is stored. @type {Transact | null} */
let memory = null
/** The changes that only the memory has, for the next write to try again. @type {Work<unknown>[]} */
let unsaved = []
/** @type {Promise<unknown>} */
let lastWrite = Promise.resolve()
/** @type {Promise<Transact | null> | undefined} */
let opening

/** What the learner must know about storage, or "". */
export const notice = () => problem

// Without https there is no randomUUID.
export const newId = () => crypto.getRandomValues(new Uint32Array(4)).join("-")

/**
 * What *work* returns of the stores of these *names*. It awaits nothing but their verbs. Where storage
 * cannot be read it gets empty stores, and *notice* says so.
 * @template T
 * @param {StoreName[]} names
 * @param {Work<T>} work
 * @returns {Promise<T>}
 */
export async function read(names, work) {
  const stored = await open()
  try {
    return await (memory ?? stored ?? createMemory())("readonly", names, work)
  } catch {
    problem ||= UNREAD
    return createMemory()("readonly", names, work)
  }
}

/**
 * Change the stores of these *names* in one transaction. Resolves when that is complete: it is stored
 * if *notice* is "" then, and only in memory if not. *work* may be called again, on other stores.
 * @template T
 * @param {StoreName[]} names
 * @param {Work<T>} work
 * @returns {Promise<T>}
 */
export const write = (names, work) => inTurn(() => store(names, work).catch(() => remember(work)))

/**
 * The same, but rejects, and changes nothing, where there is storage that does not take it.
 * @template T
 * @param {StoreName[]} names
 * @param {Work<T>} work
 * @returns {Promise<T>}
 */
export const writeOrReject = (names, work) => inTurn(() => store(names, work))

/** @template T @param {() => Promise<T>} act */
function inTurn(act) {
  const result = lastWrite.then(act)
  lastWrite = result.catch(() => {})
  return result
}

/**
 * @template T
 * @param {StoreName[]} names
 * @param {Work<T>} work
 */
async function store(names, work) {
  const stored = await open()
  if (!stored) return remember(work)
  if (problem === NEWER) throw new Error(NEWER)
  const result = await stored("readwrite", unsaved.length > 0 ? NAMES : names, async (stores) => {
    for (const earlier of unsaved) await earlier(stores)
    return work(stores)
  })
  unsaved = []
  memory = null
  problem = ""
  return result
}

/** @template T @param {Work<T>} work */
async function remember(work) {
  const held = memory ?? createMemory(await read(NAMES, copy))
  const result = await held("readwrite", NAMES, work)
  memory = held
  unsaved.push(work)
  if (problem !== NEWER) problem = UNSAVED
  return result
}

/** @type {Work<Record<string, [any, any][]>>} */
async function copy(stores) {
  const pairs = Object.entries(stores).map(async ([name, store]) => {
    const [keys, values] = await Promise.all([store.keys(), store.all()])
    return [name, keys.map((key, place) => [key, values[place]])]
  })
  return Object.fromEntries(await Promise.all(pairs))
}

/** Null where storage is refused. */
const open = () => (opening ??= connect(VERSION).catch(openNewer).then(transactIn, refuse))

/** @param {Error} error */
function openNewer(error) {
  if (error.name !== "VersionError") throw error
  problem = NEWER
  return connect()
}

function refuse() {
  problem = UNSAVED
  return null
}

/** @param {number} [version] @returns {Promise<IDBDatabase>} */
const connect = (version) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, version)
    request.onupgradeneeded = ({ oldVersion }) => create(request.result, oldVersion)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      // Another tab brings a newer schema, or the learner clears the site's data.
      database.onversionchange = database.onclose = () => {
        database.close()
        opening = undefined
      }
      resolve(database)
    }
  })

/** @param {IDBDatabase} database @param {number} version - that it has so far */
function create(database, version) {
  for (const name of NAMES.filter((name) => SINCE[name] > version)) {
    const store = database.createObjectStore(name, {
      autoIncrement: ["attempts", "aside"].includes(name),
    })
    if (name === "attempts") {
      store.createIndex("id", "id", { unique: true })
      store.createIndex("item", "item")
    }
  }
}

/** @param {IDBDatabase} database @returns {Transact} */
const transactIn = (database) => async (mode, names, work) => {
  const transaction = database.transaction(names, mode, { durability: "strict" })
  const completed = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onabort = () => reject(transaction.error)
  })
  const stores = Object.fromEntries(
    names.map((name) => [name, verbs(transaction.objectStore(name))]),
  )
  const working = work(stores).catch((error) => {
    if (transaction.error === null) transaction.abort()
    throw error
  })
  const [result] = await Promise.all([working, completed])
  return result
}

/** @param {IDBObjectStore} store @returns {Store} */
function verbs(store) {
  /** @param {string} [index] */
  const by = (index) => (index ? store.index(index) : store)
  return {
    get: (key) => answer(store.get(key)),
    all: (index, value) => answer(by(index).getAll(value)),
    keys: (index, value) => answer(by(index).getAllKeys(value)),
    put: (record, key) => answer(store.put(record, key)),
    add: (record) => answer(store.add(record)),
    remove: (key) => answer(store.delete(key)),
    clear: () => answer(store.clear()),
  }
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<any>} */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
