/** What takes progress away, brings it back, and erases it. Each returns the sentence that says what happened. */

import { isoDay } from "../core/days.mjs"
import { fromFile, LARGEST_FILE, toFile, TOO_LARGE, withFile, withoutFile } from "../core/file.mjs"
import { counted, listed } from "../core/words.mjs"
import { SITE } from "../store/site.mjs"
import * as everything from "../store/everything.mjs"
import { make } from "../ui/make.mjs"

const FAILED = "This browser could not store the change. Nothing was changed."

export async function exportAll() {
  const now = new Date()
  const text = toFile(await everything.read(), SITE, now)
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  make("a", { href, download: `progress-${isoDay(now.getTime())}.json` }).click()
  // Not at once: the browser reads the address a little later.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
  return "Your progress was exported to a file."
}

/** @param {File} file */
export async function importFrom(file) {
  if (file.size > LARGEST_FILE) return TOO_LARGE
  try {
    const found = fromFile(await file.text())
    if (typeof found === "string") return found
    let sentence = ""
    await everything.replace((before) => {
      const after = withFile(before, found)
      sentence = whatCame(before, after, found)
      return after
    })
    return sentence
  } catch {
    return FAILED
  }
}

/**
 * What an import did, in words.
 * @param {Contents} before
 * @param {Contents} after
 * @param {Progress} file
 */
function whatCame(before, after, file) {
  const answers = after.attempts.length - before.attempts.length
  const exams = after.exams.length - before.exams.length
  const settings = countOf(after.settings) - countOf(before.settings)
  const added = [
    counted(answers, "answer"),
    ...some(exams, "mock exam"),
    ...some(settings, "setting"),
  ]
  const known = [
    ...some(file.attempts.length - answers, "answer"),
    ...some(file.exams.length - exams, "mock exam"),
  ]
  const parts = [`${listed(added)} ${added.length === 1 && answers === 1 ? "was" : "were"} added`]
  if (known.length > 0) parts.push(`; ${listed(known)} in the file were already here`)
  if (countOf(file.settings) > settings) parts.push("; your settings here were kept")
  return `${parts.join("")}.`
}

/** @param {object} settings */
const countOf = (settings) => Object.keys(settings).length

/** @param {number} count @param {string} noun */
const some = (count, noun) => (count > 0 ? [counted(count, noun)] : [])

export const undo = () =>
  everything.replace(withoutFile).then(
    () => "The last import was undone. Answers given since were kept.",
    () => FAILED,
  )

export const erase = () =>
  everything
    .replace(() => everything.NOTHING)
    .then(
      () => "Your progress was erased.",
      () => FAILED,
    )
