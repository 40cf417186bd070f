/** The address where a problem with an item is reported. */

const FIELD = "body"
const ANSWERED = "\n\nMy answer: "

/**
 * The address that also says what the learner answered, in place of an earlier answer.
 * @param {string} address - of a new issue, whose text it fills in
 * @param {readonly string[]} response - nothing where there is none
 * @returns {string}
 */
export function reportWith(address, response) {
  const url = new URL(address)
  const [body] = (url.searchParams.get(FIELD) ?? "").split(ANSWERED)
  const answer = response.length > 0 ? ANSWERED + response.join(", ") : ""
  url.searchParams.set(FIELD, body + answer)
  return url.href
}
