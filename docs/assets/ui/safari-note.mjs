/** Says once, in Safari, what it deletes and what helps. */

import { deletesAfterAWeek } from "../store/persistence.mjs"
import * as settings from "../store/settings.mjs"
import { button } from "./controls.mjs"
import { make } from "./make.mjs"

const WORDS =
  "Safari deletes what a site stored after seven days of use in which you do not visit it. Export a copy now and then, or install the guide: choose Share, then Add to Home Screen (on a Mac, Add to Dock)."

/** @param {boolean} isKnown @returns {HTMLElement[]} */
export function safariNote(isKnown) {
  if (isKnown || !deletesAfterAWeek()) return []
  const close = button("Got it", async () => {
    await settings.put({ knowsSafari: true })
    note.remove()
  })
  close.className = "btn btn--small"
  const note = make("div", { className: "note" }, make("p", {}, WORDS), close)
  return [note]
}
