/** Puts words in an order that looks random and can be had again from its seed. */

/**
 * The words in an order that depends on *seed* and not on the order in which they come.
 * @param {readonly string[]} words
 * @param {string} seed
 */
export const shuffled = (words, seed) =>
  [...words].sort((one, other) => random(seed + one) - random(seed + other))

/**
 * The same, but never with the words of the key in sequence.
 * @param {readonly string[]} words
 * @param {readonly string[]} key
 * @param {string} seed
 */
export function unsolved(words, key, seed) {
  const result = shuffled(words, seed)
  const ours = result.filter((word) => key.includes(word))
  return ours.every((word, place) => word === key[place]) ? result.reverse() : result
}

/** FNV-1a, and a finish like MurmurHash3's. @param {string} text */
function random(text) {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
