/** The controls by which readers take their progress away, bring it back, and erase it. */

import * as persistence from "../store/persistence.mjs"
import { button } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"
import { erase, exportAll, importFrom, undo } from "./export-import.mjs"
import { safariNote } from "../ui/safari-note.mjs"

const AGREED = "This browser has agreed to keep it even when space runs short."
const NOT_AGREED =
  "This browser decides for itself, and it has not agreed yet. Export a copy from time to time."

/**
 * @param {Contents} contents
 * @param {(sentence: string) => void} done - gets what happened
 */
export async function keepingPart({ snapshot, settings }, done) {
  const isKept = await persistence.isPersistent()
  return make(
    "section",
    { className: "progress__section" },
    make("h2", {}, "Keep your progress"),
    make(
      "p",
      { className: "soft" },
      `It is stored in this browser only. Export a copy now and then, or to move to another device. ${isKept ? AGREED : ""}`,
    ),
    ...safariNote(settings.knowsSafari ?? false),
    make(
      "div",
      { className: "keep" },
      control("download", "Export", () => exportAll().then(done)),
      fileInput(done),
      ...(snapshot ? [control("undo", "Undo the last import", () => undo().then(done))] : []),
      ...eraseControls(done),
    ),
    ...(isKept ? [] : [askToKeep(done)]),
  )
}

/** @param {Parameters<typeof icon>[0]} name @param {string} words @param {() => void} act */
function control(name, words, act) {
  const control = button(words, act)
  control.className = "btn"
  control.prepend(icon(name))
  return control
}

/** @param {(sentence: string) => void} done */
function fileInput(done) {
  const input = make("input", {
    type: "file",
    accept: ".json,application/json",
    className: "visually-hidden",
  })
  input.addEventListener("change", async () => {
    const file = input.files?.[0]
    if (file) done(await importFrom(file))
    input.value = ""
  })
  return make("label", { className: "btn" }, icon("upload"), "Import", input)
}

/** @param {(sentence: string) => void} done */
function askToKeep(done) {
  const ask = button("Ask this browser to keep it", async () =>
    done((await persistence.askToPersist()) ? AGREED : NOT_AGREED),
  )
  ask.className = "quiet"
  return make("p", {}, ask)
}

/** Two deliberate steps: open, then agree and erase. @param {(sentence: string) => void} done */
function eraseControls(done) {
  const agree = make("input", { type: "checkbox" })
  const last = control("trash", "Erase for good", () => erase().then(done))
  last.classList.add("btn--danger")
  last.disabled = true
  agree.addEventListener("change", () => (last.disabled = !agree.checked))
  const region = make(
    "div",
    { className: "keep__erase", hidden: true },
    make(
      "p",
      {},
      "This erases every answer, mock exam, and setting stored in this browser. Export them first if you may want them back.",
    ),
    make("label", {}, agree, "I understand that this cannot be undone"),
    last,
  )
  const open = control("trash", "Erase everything…", () => {
    region.hidden = !region.hidden
    open.ariaExpanded = String(!region.hidden)
    if (!region.hidden) agree.focus()
  })
  open.classList.add("btn--danger", "keep__open")
  open.ariaExpanded = "false"
  return [open, region]
}
