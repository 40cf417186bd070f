/**
 * Loads the guide's families once a reader does something; the next page shows them from its first paint.
 * Where they cannot be loaded, or the page is left before they are, it stays with its fallback.
 */

import { fontsAreHere, rememberFonts } from "../store/fonts.mjs"

const FAMILIES = ["Newsreader", "Source Sans 3"]
const SIGNS = ["pointerdown", "keydown", "scroll"]

async function load() {
  for (const sign of SIGNS) removeEventListener(sign, load)
  const loading = FAMILIES.map((family) => document.fonts.load(`1em "${family}"`))
  const faces = await Promise.all(loading).catch(() => [[]])
  if (faces.every((loaded) => loaded.length > 0)) rememberFonts()
}

if (!fontsAreHere()) for (const sign of SIGNS) addEventListener(sign, load, { passive: true })
