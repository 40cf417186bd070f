/** Rules and answers in, advice out. Pure. */

/**
 * What the cell of a rule asks for: "facts or field · often" is [["facts", "field"], ["often"]].
 * @param {string} text
 * @returns {Row}
 */
export const parseRule = (text) =>
  text
    .trim()
    .split(" · ")
    .map((words) => words.split(" or "))

/**
 * The first rule that the answers do not rule out. It is the advice if nothing in it is open.
 * @param {readonly Row[]} rules
 * @param {readonly Answered[]} answers
 * @returns {Choice | undefined}
 */
export function choose(rules, answers) {
  for (const [rule, asked] of rules.entries()) {
    const open = stillOpen(asked, answers)
    if (open) return { rule, open }
  }
  return undefined
}

/**
 * The places of the rules that the answers so far do not rule out.
 * @param {readonly Row[]} rules
 * @param {readonly Answered[]} answers
 */
export const possible = (rules, answers) =>
  rules.flatMap((rule, place) => (stillOpen(rule, answers) ? [place] : []))

/**
 * The places of the unanswered questions on which a rule depends, or null if it cannot fit.
 * @param {Row} rule
 * @param {readonly Answered[]} answers
 */
function stillOpen(rule, answers) {
  const open = []
  for (const alternatives of rule) {
    const question = answers.findIndex(({ words }) => words.includes(alternatives[0]))
    const chosen = answers[question]?.chosen
    if (chosen === "") open.push(question)
    else if (!chosen || !alternatives.includes(chosen)) return null
  }
  return open
}
