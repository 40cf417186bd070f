/** Grades a response against its key: all or nothing. Imports nothing. */

/**
 * @param {Interaction} interaction
 * @param {string} key - as the page carries it
 * @param {readonly string[]} response
 * @returns {Outcome}
 */
export function grade(interaction, key, response) {
  if (missing(interaction, key, response)) return "unanswered"
  return RULES[interaction].isRight(key.split(" "), response) ? "correct" : "incorrect"
}

/**
 * The sentence that says what the response lacks to be an answer; "" if it is one.
 * @param {Interaction} interaction
 * @param {string} key
 * @param {readonly string[]} response
 */
export function missing(interaction, key, response) {
  return RULES[interaction].lacks(key.split(" "), response)
}

/**
 * The sentence that says what is right in an incorrect response; "" if nothing can be said.
 * @param {Interaction} interaction
 * @param {string} key
 * @param {readonly string[]} response
 */
export function partial(interaction, key, response) {
  const isWrong = grade(interaction, key, response) === "incorrect"
  return (isWrong && RULES[interaction].gains?.(key.split(" "), response)) || ""
}

/** @type {Record<Interaction, Rule>} */
const RULES = {
  choice: {
    lacks(ids, response) {
      const { size } = new Set(response)
      if (size > ids.length) return `Choose only ${ids.length}.`
      if (size === ids.length) return ""
      if (ids.length === 1) return "Choose an option."
      return size === 0 ? `Choose ${ids.length} options.` : `Choose ${more(ids.length - size)}.`
    },
    isRight(ids, response) {
      const chosen = new Set(response)
      return ids.every((id) => chosen.has(id))
    },
  },

  order: {
    lacks(ids, { length }) {
      if (length === 0) return "Move the steps into order first."
      if (length > ids.length) return `Leave out ${more(length - ids.length)}.`
      return length < ids.length ? `Put back ${more(ids.length - length)}.` : ""
    },
    isRight: isSequence,
    gains: (...asked) => `${inPlace("steps", ...asked)} in the right place.`,
  },

  match: {
    lacks(ids, response) {
      const open = ids.filter((_, place) => !response[place]).length
      if (open === 0) return ""
      if (open === ids.length) return "Choose a response for every prompt."
      return `${open} of ${ids.length} still to match.`
    },
    isRight: isSequence,
    gains: (...asked) => `${inPlace("pairs", ...asked)} right.`,
  },

  number: {
    lacks: (_, [text = ""]) => (parse(text) ? "" : whatIsInTheWay(text.trim())),
    isRight: (ids, [text]) => isWithin([...ids, text].map(parse)),
  },

  // The learner grades it.
  recall: {
    lacks: (_, [own]) =>
      ["correct", "incorrect"].includes(own) ? "" : "Did you have the main point?",
    isRight: (_, [own]) => own === "correct",
  },
}

const NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven"]

/** @param {number} count */
const more = (count) => `${NUMBERS[count] ?? count} more`

/** @param {readonly string[]} ids @param {readonly string[]} response */
function isSequence(ids, response) {
  return response.length === ids.length && ids.every((id, place) => id === response[place])
}

/** @param {string} nouns @param {readonly string[]} ids @param {readonly string[]} response */
function inPlace(nouns, ids, response) {
  const right = ids.filter((id, place) => id === response[place]).length
  return `${right} of ${ids.length} ${nouns} ${right === 1 ? "is" : "are"}`
}

// All that counts as a space: plain, no-break, thin, narrow no-break.
const SPACE = " \u00a0\u2009\u202f"
// No thousands behind a leading 0: "0,125" has a decimal comma.
const GROUPED = `[1-9]\\d{0,2}([,${SPACE}])\\d{3}(?:\\3\\d{3})*`
const NUMBER = new RegExp(
  `^[${SPACE}]*([+-]?)(?=\\.?\\d)(\\d*|${GROUPED})(?:\\.(\\d+))?(?:[eE]([+-]?\\d+))?[${SPACE}]*$`,
)

// Bounds keep exact arithmetic fast.
const LONGEST_TEXT = 100
const LARGEST_POWER = 400

/** An exact number, or null. @param {string} [text] @returns {Decimal | null} */
function parse(text = "") {
  const parts = text.length <= LONGEST_TEXT && NUMBER.exec(text)
  if (!parts) return null
  const [, sign, whole, , fraction = "", power = "0"] = parts
  if (Math.abs(Number(power)) > LARGEST_POWER) return null
  const digits = BigInt(sign + whole.replace(/\D/g, "") + fraction)
  return { digits, power: Number(power) - fraction.length }
}

/**
 * The sentence that helps where *text* is not read as a number.
 * @param {string} text
 */
function whatIsInTheWay(text) {
  if (text.length > LONGEST_TEXT) return "Write a shorter number, such as 1e20."
  if (/^[+-]?\d+,\d+$/.test(text)) return "Write decimals after a point, as in 0.5."
  const [stray = ""] = text.replace(/(?<=\d)[eE][+-]?\d+/, "").match(/[^\s\d+\-.,]+/) ?? []
  if (stray && /\d/.test(text)) return `Write the number alone, without “${stray.slice(0, 20)}”.`
  return "Write a number such as 1,000 or 0.5."
}

/** @param {any[]} decimals - value, tolerance, and the number to judge */
function isWithin(decimals) {
  const least = Math.min(...decimals.map(({ power }) => power))
  const [value, tolerance, given] = decimals.map(
    ({ digits, power }) => digits * 10n ** BigInt(power - least),
  )
  return value - tolerance <= given && given <= value + tolerance
}
