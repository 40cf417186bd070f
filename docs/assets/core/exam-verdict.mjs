/** What a result says in a sentence. The goal is ours: no exam publishes a share of right answers that passes. */

/** Percent of right answers that we suggest before the exam. */
export const GOAL = 80
/** From here on the goal is near. */
const NEAR = 65

/**
 * @param {number} share - percent of right answers
 * @param {readonly number[]} earlier - the shares of earlier exams, the oldest first
 * @returns {{ title: string, sentence: string }}
 */
export function verdict(share, earlier) {
  const compared = [best(share, earlier), change(share, earlier.at(-1))]
    .filter(Boolean)
    .join(" and ")
  const goal =
    share >= GOAL
      ? `That is at least the ${GOAL}% that we suggest before the exam.`
      : `We suggest ${GOAL}% before the exam.`
  const sentence = `${share}% right${compared ? `, ${compared}` : ""}. ${goal} That goal is ours, not an official score.`
  return { title: title(share), sentence }
}

/** @param {number} share */
function title(share) {
  if (share >= GOAL) return "You reached the goal."
  return share >= NEAR ? "Close. Not there yet." : "Not there yet."
}

/** @param {number} share @param {readonly number[]} earlier */
const best = (share, earlier) =>
  earlier.length > 0 && share > Math.max(...earlier) ? "your best so far" : ""

/** @param {number} share @param {number} [last] */
function change(share, last) {
  if (last === undefined) return ""
  if (share === last) return "the same as last time"
  const points = Math.abs(share - last)
  return `${points} point${points === 1 ? "" : "s"} ${share > last ? "up on" : "below"} last time`
}
