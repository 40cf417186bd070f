/** What a key means, whatever the layout of the keyboard. */

/**
 * A digit, a letter in lower case, or the name that the browser gives; "" for what is no key of ours.
 * The digit row counts with and without Shift, because French keyboards need it. Where no Latin letter
 * is typed, as on Cyrillic keyboards, the place of the key counts.
 * @param {{ key: string, code: string, shiftKey: boolean, ctrlKey: boolean, altKey: boolean, metaKey: boolean }} event
 * @returns {string}
 */
export function keyOf({ key, code, shiftKey, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey) return ""
  if (/^\d$/.test(key) || key === "?") return key
  if (/^[a-z]$/i.test(key)) return shiftKey ? "" : key.toLowerCase()
  if (shiftKey) return ""
  const [, place = key] = /^(?:Digit|Key)(.)$/.exec(code) ?? []
  return place === " " ? "Space" : place.length === 1 ? place.toLowerCase() : place
}
