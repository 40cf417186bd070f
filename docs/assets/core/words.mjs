/** Numbers in words. */

/**
 * @param {number} count
 * @param {string} noun
 */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`

/** "it" or "them". @param {number} count */
export const them = (count) => (count === 1 ? "it" : "them")

/** "" of nothing. @param {number} part @param {number} whole */
export const percent = (part, whole) => (whole > 0 ? `${Math.round((100 * part) / whole)}%` : "")

/** "a, b, and c". @param {readonly string[]} parts */
export const listed = (parts) =>
  parts.length > 2 ? `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1)}` : parts.join(" and ")

/** @param {number} milliseconds */
export function duration(milliseconds) {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes === 0) return "under a minute"
  const hours = Math.floor(minutes / 60)
  return [hours && `${hours} h`, minutes % 60 && `${minutes % 60} min`].filter(Boolean).join(" ")
}

/** "4:05". @param {number} milliseconds */
export function minutesAndSeconds(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

/**
 * Runs of places that follow each other, each with its first and its last.
 * @param {readonly number[]} places - in order
 * @returns {[number, number][]}
 */
export function ranges(places) {
  /** @type {[number, number][]} */
  const runs = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run && place === run[1] + 1) run[1] = place
    else runs.push([place, place])
  }
  return runs
}

/**
 * How a topic is known. When all of it is right, and when all of it is mastered, that is what it says.
 * @param {{ questions: number, right: number, missed: number, mastered: number }} counts
 */
export function topicLine({ questions, right, missed, mastered }) {
  if (right + missed === 0) return `not started, ${questions} new`
  if (mastered === questions) return `all ${questions} mastered`
  return right === questions ? `all ${questions} right` : `${right} of ${right + missed} right`
}

/** "14 of 20 (70%)". @param {number} right @param {number} all */
export const share = (right, all) => `${right} of ${all} (${percent(right, all)})`

/** @param {string} noun */
export const capital = (noun) => noun.replace(/^./, (letter) => letter.toUpperCase())
