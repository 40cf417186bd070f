/** What review and flashcards read before they can begin. */

import * as everything from "../store/everything.mjs"
import * as sessions from "../store/sessions.mjs"
import * as settings from "../store/settings.mjs"
import { fetchIndex } from "../ui/site.mjs"

/**
 * The index is null where it cannot be had; the session is the one under way, or null.
 * @param {Session["kind"]} kind
 */
export async function readAll(kind) {
  const [index, contents, set, session] = await Promise.all([
    fetchIndex(),
    everything.read(),
    settings.get(),
    sessions.get(kind),
  ])
  return { index, contents, settings: set, session }
}
