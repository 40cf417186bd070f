/** The stores in memory: for a browser that refuses to store, and for tests. */

/**
 * Each transaction works on copies, which take effect when it has ended without an error.
 * @param {Record<string, [key: any, value: any][]>} [entries] - to begin with, by the store's name
 * @returns {Transact}
 */
export function createMemory(entries = {}) {
  const stores = new Map(Object.entries(entries).map(([name, pairs]) => [name, new Map(pairs)]))
  let lastKey = Math.max(
    0,
    ...[...stores.values()].flatMap((store) => [...store.keys()].filter(Number.isInteger)),
  )
  let turn = Promise.resolve()

  /** @type {Transact} */
  function transact(_mode, names, work) {
    const result = turn.then(async () => {
      const copies = names.map((name) => /** @type {const} */ ([name, new Map(stores.get(name))]))
      const result = await work(
        Object.fromEntries(copies.map(([name, copy]) => [name, verbs(copy, () => ++lastKey)])),
      )
      for (const [name, copy] of copies) stores.set(name, copy)
      return result
    })
    turn = result.then(
      () => {},
      () => {},
    )
    return result
  }
  return transact
}

/**
 * @param {Map<any, any>} records
 * @param {() => number} newKey
 * @returns {Store}
 */
function verbs(records, newKey) {
  /** @param {string} [index] @param {unknown} [value] */
  const entries = (index, value) =>
    [...records].filter(([, record]) => !index || record?.[index] === value)
  return {
    get: async (key) => records.get(key),
    all: async (index, value) => entries(index, value).map(([, record]) => record),
    keys: async (index, value) => entries(index, value).map(([key]) => key),
    put: async (record, key) => void records.set(key, structuredClone(record)),
    add: async (record) => void records.set(newKey(), structuredClone(record)),
    remove: async (key) => void records.delete(key),
    clear: async () => records.clear(),
  }
}
