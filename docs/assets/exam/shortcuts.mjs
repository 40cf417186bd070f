/** The single keys of a mock exam, which readers can switch off. */

import * as settings from "../store/settings.mjs"
import { folded } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"

const HELP = [
  ["1 to 9", "choose that option"],
  ["n", "next question"],
  ["p", "previous question"],
  ["f", "flag the question, or take the flag away"],
  ["m", "question map"],
]
const TYPED_INTO = "select, textarea, input:not([type=radio], [type=checkbox])"

/**
 * Call *act* with each key that is pressed while *signal* lasts.
 * @param {(key: string) => void} act
 * @param {AbortSignal} signal
 */
export function listenForKeys(act, signal) {
  /** @param {any} event */
  const press = async (event) => {
    const { key, target, ctrlKey, altKey, metaKey, shiftKey } = event
    if (key.length > 1 || ctrlKey || metaKey || target.closest(TYPED_INTO)) return
    // The theme has single keys of its own, which would lead away from the exam.
    event.stopPropagation()
    if (!shiftKey && !altKey && (await settings.get()).shortcuts) act(key.toLowerCase())
  }
  document.addEventListener("keydown", press, { signal })
}

/** What the keys do, and the switch. */
export function shortcutHelp() {
  const isOn = make("input", { type: "checkbox" })
  settings.get().then(({ shortcuts }) => (isOn.checked = shortcuts))
  isOn.addEventListener("change", () => settings.put({ shortcuts: isOn.checked }))
  const rows = HELP.flatMap(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)])
  return folded("Keyboard shortcuts",
    make("dl", { className: "quiz-exam__keys" }, ...rows),
    make("label", {}, isOn, " Use these keys while an exam is on"),
  )
}
