/** What a result says in a sentence. The goal is ours: no exam publishes a share of right answers that passes. */

/** So many points below the goal, it is near. */
const NEAR = 15

/**
 * @param {number} share - percent of right answers
 * @param {readonly number[]} earlier - the shares of earlier exams, the oldest first
 * @param {number} goal - percent of right answers that the guide suggests before the exam
 * @returns {{ title: string, sentence: string }}
 */
export function verdict(share, earlier, goal) {
  const compared = [best(share, earlier), change(share, earlier.at(-1))]
    .filter(Boolean)
    .join(" and ")
  const advice =
    share >= goal
      ? `That is at least the ${goal}% that we suggest before the exam.`
      : `We suggest ${goal}% before the exam.`
  const sentence = `${share}% right${compared ? `, ${compared}` : ""}. ${advice} That goal is ours, not an official score.`
  return { title: title(share, goal), sentence }
}

/** @param {number} share @param {number} goal */
function title(share, goal) {
  if (share >= goal) return "You reached the goal."
  return share >= goal - NEAR ? "Close. Not there yet." : "Not there yet."
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
