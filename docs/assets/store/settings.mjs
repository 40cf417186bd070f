/** What the learner has set: one record. */

import { DEFAULTS, parseSettings } from "../core/parse.mjs"
import { read, write } from "./database.mjs"

export const KEY = "settings"

/** What the learner has set, with a default for the rest. @returns {Promise<ReaderSettings>} */
export async function get() {
  const stored = await read(["settings"], ({ settings }) => settings.get(KEY))
  return { ...DEFAULTS, ...parseSettings(stored) }
}

/** @param {Partial<ReaderSettings>} changes */
export const put = (changes) => change(() => changes)

/** Put what *next* makes of the settings, so that two tabs lose nothing of each other. @param {(settings: ReaderSettings) => Partial<ReaderSettings>} next */
export const change = (next) =>
  write(["settings"], async ({ settings }) => {
    const stored = parseSettings(await settings.get(KEY))
    await settings.put({ ...stored, ...next({ ...DEFAULTS, ...stored }) }, KEY)
  })
