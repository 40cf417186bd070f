/** Opens the search box at once and loads what searches only then, or when a reader is about to open it. */

import { rememberPage } from "../store/recent.mjs"
import { shortcutsAreOn } from "../store/shortcuts.mjs"
import { ROOT } from "../ui/site.mjs"
import { takeOver } from "../ui/waiting.mjs"

const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.search"))
const OPENERS = "[data-opens-search]"
const TYPED_INTO = "input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]"

/** By its address, so that it stays a file of its own. @returns {Promise<typeof import("./panel.mjs")>} */
const load = () => import(new URL("assets/pages/search.mjs", ROOT).href)

function open() {
  if (!dialog || dialog.open || document.querySelector("dialog[open]")) return
  dialog.showModal()
  dialog.querySelector("input")?.select()
  load().then(({ start }) => start(dialog))
}

/** For the empty box; a page that says "not found" is none to go back to. */
function remember() {
  if (document.querySelector("meta[name=robots][content=noindex]")) return
  const title = document.querySelector("h1")?.firstChild?.textContent?.trim()
  if (title) rememberPage({ title, path: location.pathname })
}

document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest(OPENERS)) open()
})
for (const sign of ["pointerover", "focusin"]) {
  document.addEventListener(
    sign,
    ({ target }) => {
      if (target instanceof Element && target.closest(OPENERS)) load()
    },
    { passive: true },
  )
}
document.addEventListener("keydown", (event) => {
  const isCommand = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)
  const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey
  const target = /** @type {Element} */ (event.target)
  if (!isCommand && (!isSlash || target.closest(TYPED_INTO))) return
  if (!isCommand && !shortcutsAreOn()) return
  event.preventDefault()
  open()
})

remember()
for (const opener of document.querySelectorAll(OPENERS))
  takeOver(/** @type {HTMLElement} */ (opener))
