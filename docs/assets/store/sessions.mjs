/** The session of review or of flashcards that is under way: at most one of each kind. */

import { parseSession } from "../core/parse.mjs"
import { read, write } from "./database.mjs"

/** @param {Session["kind"]} kind @returns {Promise<Session | null>} */
export const get = async (kind) =>
  parseSession(await read(["sessions"], ({ sessions }) => sessions.get(kind)))

/** @param {Session} session */
export const put = (session) =>
  write(["sessions"], ({ sessions }) => sessions.put(session, session.kind))

/** @param {Session["kind"]} kind */
export const remove = (kind) => write(["sessions"], ({ sessions }) => sessions.remove(kind))
