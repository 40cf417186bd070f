/** What decides whether the whole guide is kept on this device: that the reader comes back to it, or asked. */

const HALF_AN_HOUR = 30 * 60_000

/** @param {string} site - its path */
const wishKey = (site) => `${site}.offline`
/** @param {string} site - its path */
const seenKey = (site) => `${site}.last-page`

/**
 * Notes that a page was opened, and returns whether the page before it belongs to another visit.
 * @param {string} site - its path
 * @param {number} now - milliseconds
 */
export function isLaterVisit(site, now) {
  const before = Number(localStorage.getItem(seenKey(site)))
  localStorage.setItem(seenKey(site), `${now}`)
  return before > 0 && now - before > HALF_AN_HOUR
}

/**
 * "used" once the reader has used the guide, "asked" once they asked for all of it, or "".
 * @param {string} site - its path
 */
export const wish = (site) => localStorage.getItem(wishKey(site)) ?? ""

/**
 * @param {string} site - its path
 * @param {"used" | "asked"} reason - the stronger one stays
 */
export function rememberWish(site, reason) {
  if (wish(site) !== "asked") localStorage.setItem(wishKey(site), reason)
}
