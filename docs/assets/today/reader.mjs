/** What all elements of a page ask about the reader, worked out once. */

import { standing } from "../core/standing.mjs"
import { current } from "../progress/current.mjs"
import { rememberReturning } from "../store/returning.mjs"
import * as settings from "../store/settings.mjs"
import { lessonsIn } from "./lessons.mjs"

/** @typedef {import("./lessons.mjs").Lesson} Lesson */
/** @typedef {{ standing: ReaderState, isReturning: boolean, next: Lesson | null, read: Set<string> }} Reader */

/** @type {Promise<Reader | null> | undefined} */
let reading

/** Null where the index of questions cannot be had. */
export function reader() {
  if (!reading) {
    reading = read()
    queueMicrotask(() => (reading = undefined))
  }
  return reading
}

/** @returns {Promise<Reader | null>} */
async function read() {
  const [[contents, index], set] = await Promise.all([current(), settings.get()])
  if (!index) return null
  const found = standing(index, contents, set, Date.now())
  const read = new Set(set.read)
  const isReturning = found.answers > 0 || found.exam !== null || read.size > 0
  rememberReturning(isReturning)
  return {
    standing: found,
    isReturning,
    read,
    next: lessonsIn(document).find(({ path }) => !read.has(path)) ?? null,
  }
}
