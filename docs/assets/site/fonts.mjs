/** Loads the guide's families once a reader does something; the next page shows them from its first paint. */

import { fontsAreHere, rememberFonts } from "../store/fonts.mjs"

const FAMILIES = ["Newsreader", "Source Sans 3"]
const SIGNS = ["pointerdown", "keydown", "scroll"]

async function load() {
  for (const sign of SIGNS) removeEventListener(sign, load)
  const faces = await Promise.all(FAMILIES.map((family) => document.fonts.load(`1em "${family}"`)))
  if (faces.every((loaded) => loaded.length > 0)) rememberFonts()
}

if (!fontsAreHere()) for (const sign of SIGNS) addEventListener(sign, load, { passive: true })
