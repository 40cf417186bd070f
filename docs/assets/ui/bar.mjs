/** A bar for how much of something is right, how much was missed, and how much is new. */

import { draw } from "./picture.mjs"

/**
 * @param {{ right: number, missed: number, all: number }} counts
 * @param {string} [words] - for those who do not see it, where no text says the same
 */
export function bar({ right, missed, all }, words) {
  /** @param {number} part */
  const share = (part) => (100 * part) / Math.max(1, all)
  return draw(
    "svg",
    { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", ...named(words) },
    draw("rect", { class: "bar__right", width: share(right), height: 10 }),
    draw("rect", { class: "bar__missed", x: share(right), width: share(missed), height: 10 }),
  )
}

/** @param {string} [words] @returns {Record<string, string>} */
const named = (words) => (words ? { role: "img", "aria-label": words } : { "aria-hidden": "true" })
