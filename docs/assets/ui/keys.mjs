/** One set of keys for quiz, review, cards and exam: 1 to 9, Enter, Space, letters, `?` for the list. */

import { keyOf } from "../core/keys.mjs"
import * as settings from "../store/settings.mjs"
import { rememberShortcuts } from "../store/shortcuts.mjs"
import { button } from "./controls.mjs"
import { make } from "./make.mjs"

/** Where a key is text. */
const TYPED_INTO = "select, textarea, [contenteditable], input:not([type=radio], [type=checkbox])"
/** Where Enter or Space already does something. */
const PRESSED = "button, a[href], summary, input"

let areOn = true

/** @param {boolean} on */
function turn(on) {
  areOn = on
  rememberShortcuts(on)
}

/**
 * Call *act* with each key that is pressed while *signal* lasts, as `core/keys.mjs` names it, unless the
 * learner has turned the keys off. `/` is the search's.
 * @param {readonly Shortcut[]} list - for the help that `?` opens
 * @param {(key: string) => boolean} act - true if the key did something
 * @param {AbortSignal} signal
 */
export function listenForKeys(list, act, signal) {
  settings.get().then(({ shortcuts }) => turn(shortcuts))
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const target = /** @type {Element} */ (event.target)
    const key = keyOf(event)
    if (!key || key === "/" || target.closest(TYPED_INTO)) return
    if (["Enter", "Space"].includes(key) && target.closest(PRESSED)) return
    if (!areOn || document.querySelector("dialog[open]")) return
    if (key === "?") showKeys(list)
    else if (act(key)) event.preventDefault()
  }
  document.addEventListener("keydown", press, { signal })
}

/**
 * The button that lists the keys, for those who do not know that `?` does.
 * @param {readonly Shortcut[]} list
 */
export const keysButton = (list) => button("Keyboard shortcuts", () => showKeys(list), "quiet")

/** @param {readonly Shortcut[]} list */
function showKeys(list) {
  const rows = list.flatMap(([key, what]) => [
    make("dt", {}, make("kbd", {}, key)),
    make("dd", {}, what),
  ])
  const onchange = () => {
    turn(isOn.checked)
    settings.put({ shortcuts: areOn })
  }
  const isOn = make("input", { type: "checkbox", checked: areOn, onchange })
  const dialog = make(
    "dialog",
    { className: "keys", ariaLabel: "Keyboard shortcuts", onclose: () => dialog.remove() },
    make("h2", {}, "Keyboard shortcuts"),
    make("dl", {}, ...rows, make("dt", {}, make("kbd", {}, "?")), make("dd", {}, "show this list")),
    make("label", { className: "keys__switch" }, isOn, "Use these keys"),
    button("Close", () => dialog.close()),
  )
  // Inside the content, where the theme sets type; above everything while it is open.
  const content = document.querySelector(".md-content__inner") ?? document.body
  content.append(dialog)
  dialog.showModal()
}
