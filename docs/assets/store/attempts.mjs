/** Attempts: read, added, and taken back. */

import { parseAttempt } from "../core/parse.mjs"
import { notice, read, write } from "./database.mjs"

/** @returns {Promise<Attempt[]>} in the sequence in which they were stored */
export const all = async () => parsed(await read(["attempts"], ({ attempts }) => attempts.all()))

/** @param {string} item - its id @returns {Promise<Attempt[]>} */
export const ofItem = async (item) => (await ofItems([item])).get(item) ?? []

/**
 * The attempts on each of these items, by its id.
 * @param {readonly string[]} items - their ids
 * @returns {Promise<Map<string, Attempt[]>>}
 */
export const ofItems = (items) =>
  read(
    ["attempts"],
    async ({ attempts }) =>
      new Map(
        await Promise.all(
          items.map(
            async (item) => /** @type {const} */ ([item, parsed(await attempts.all("item", item))]),
          ),
        ),
      ),
  )

/** True once it is stored, false if it is only in memory. @param {Attempt} attempt */
export async function add(attempt) {
  await write(["attempts"], ({ attempts }) => addTo(attempts, attempt))
  return notice() === ""
}

/** Remove the attempt that the learner has just made. @param {string} id */
export const takeBack = (id) =>
  write(["attempts"], async ({ attempts }) => {
    for (const key of await attempts.keys("id", id)) await attempts.remove(key)
  })

/**
 * In a transaction of somebody else; once, however often it is called.
 * @param {Store} attempts
 * @param {Attempt} attempt
 */
export async function addTo(attempts, attempt) {
  const [key] = await attempts.keys("id", attempt.id)
  if (key === undefined) await attempts.add(attempt)
}

/** Leaves what is no attempt to everything.mjs. @param {unknown[]} values */
const parsed = (values) => values.flatMap((value) => parseAttempt(value) ?? [])
