/** The button in the header that switches between light and dark. */

import { chooseScheme, chosenScheme } from "../store/scheme.mjs"
import { takeOver } from "../ui/waiting.mjs"

/** @type {HTMLElement | null} */
const button = document.querySelector("[data-switches-scheme]")
const isDark = () => document.body.dataset.mdColorScheme === "slate"

/** @param {boolean} dark */
function show(dark) {
  document.body.dataset.mdColorScheme = dark ? "slate" : "default"
  if (button) button.title = `Switch to ${dark ? "light" : "dark"} mode`
}

button?.addEventListener("click", () => {
  show(!isDark())
  chooseScheme(isDark() ? "dark" : "light")
})
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
  if (!chosenScheme()) show(matches)
})
show(isDark())
if (button) takeOver(button)
