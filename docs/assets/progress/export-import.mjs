/** The controls by which readers take their progress away, bring it back and erase it. */

import { fromFile, LARGEST_FILE, toFile, TOO_LARGE, withFile, withoutFile } from "../core/file.mjs"
import { counted, listed } from "../core/words.mjs"
import { SITE } from "../store/database.mjs"
import * as everything from "../store/everything.mjs"
import { button } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"

const FAILED = "This browser could not store the change. Nothing was changed."

/**
 * @param {boolean} canUndo - whether an import is there to be undone
 * @param {(sentence: string) => void} done - told what came of it
 */
export function keepingControls(canUndo, done) {
  const controls = make("div", { className: "quiz-progress__keeping" })
  controls.append(
    button("Export", () => exportAll().then(done)),
    make("label", {}, "Import a file ", fileInput(done)),
  )
  if (canUndo) controls.append(button("Undo the last import", () => undo().then(done)))
  controls.append(eraseControls(done))
  return controls
}

/** @param {(sentence: string) => void} done */
function fileInput(done) {
  const input = make("input", { type: "file", accept: ".json,application/json" })
  input.addEventListener("change", async () => {
    const file = input.files?.[0]
    if (file) done(await importFrom(file))
    input.value = ""
  })
  return input
}

async function exportAll() {
  const now = new Date()
  const text = toFile(await everything.read(), SITE, now)
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  make("a", { href, download: `progress-${now.toISOString().slice(0, 10)}.json` }).click()
  // Not at once: the browser reads the address a little later.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
  return "Your progress was exported to a file."
}

/** @param {File} file */
async function importFrom(file) {
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
  const added = [counted(answers, "answer"), ...some(exams, "mock exam"), ...some(settings, "setting")]
  const known = [...some(file.attempts.length - answers, "answer"), ...some(file.exams.length - exams, "mock exam")]
  const parts = [`${listed(added)} ${added.length === 1 && answers === 1 ? "was" : "were"} added`]
  if (known.length > 0) parts.push(`; ${listed(known)} of the file were here already`)
  if (countOf(file.settings) > settings) parts.push("; what you have set here stays")
  return `${parts.join("")}.`
}

/** @param {object} settings */
const countOf = (settings) => Object.keys(settings).length

/** @param {number} count @param {string} noun */
const some = (count, noun) => (count > 0 ? [counted(count, noun)] : [])

const undo = () =>
  everything.replace(withoutFile).then(() => "The last import was undone. Answers given since were kept.", () => FAILED)

const erase = () =>
  everything.replace(() => everything.NOTHING).then(() => "Your progress was erased.", () => FAILED)

/** Two deliberate steps: open, then agree and erase. @param {(sentence: string) => void} done */
function eraseControls(done) {
  const agree = make("input", { type: "checkbox" })
  const last = button("Erase for good", () => erase().then(done))
  last.disabled = true
  agree.addEventListener("change", () => (last.disabled = !agree.checked))
  const region = make("div", { className: "quiz-progress__erase", hidden: true },
    make("p", {}, "This erases every answer, mock exam and setting kept in this browser. Export them first if you may want them back."),
    make("label", {}, agree, " I understand that this cannot be undone"),
    last,
  )
  const open = button("Erase my progress…", () => {
    region.hidden = !region.hidden
    open.ariaExpanded = String(!region.hidden)
    if (!region.hidden) agree.focus()
  })
  open.ariaExpanded = "false"
  return make("div", {}, open, region)
}
