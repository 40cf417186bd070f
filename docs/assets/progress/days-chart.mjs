/** The last half year: a square for each day, the larger the more was answered. */

import { nameOf, weeksUntil } from "../core/days.mjs"
import { counted } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { asTable, draw, picture } from "../ui/picture.mjs"
import { table } from "../ui/table.mjs"

const NAME = "Answers a day"
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
/** From how many answers on a square has its side, and what the key says of it. */
const SIZES = [
  { from: 1, side: 5, words: "1–4" },
  { from: 5, side: 7, words: "5–9" },
  { from: 10, side: 9, words: "10–19" },
  { from: 20, side: 11, words: "20 or more" },
]
/** From one square to the next, and where the first row and the key are. */
const STEP = 12
const TOP = 20
const KEY = TOP + 7 * STEP + 12

/**
 * @param {readonly Attempt[]} attempts
 * @param {number} now
 */
export function daysPart(attempts, now) {
  const weeks = weeksUntil(now, attempts)
  const counts = weeks.flatMap(({ counts }) => counts)
  const days = counts.filter(Boolean).length
  if (days === 0) return [make("p", {}, `None since ${nameOf(weeks[0].monday)}.`)]
  const most = Math.max(...counts)
  const when = nameOf(weeks[0].monday + counts.lastIndexOf(most))
  const answers = counts.reduce((sum, count) => sum + count)
  const sentence = `${counted(answers, "answer")} on ${counted(days, "day")} since ${nameOf(weeks[0].monday)}; the most, ${most}, on ${when}.`
  return [make("p", {}, sentence), chart(weeks), asTable(daysTable(weeks))]
}

/** @param {readonly Week[]} weeks */
const chart = (weeks) =>
  picture("answers-a-day", NAME, "A column for each week and a square for each day, the larger the more was answered.",
    { viewBox: `0 0 ${weeks.length * STEP + 28} ${KEY + STEP}` },
    ...weeks.flatMap(monthName),
    ...weeks.flatMap(({ monday, counts }, week) => counts.map((count, weekday) =>
      square(count, week * STEP, TOP + weekday * STEP, `${nameOf(monday + weekday)}: ${counted(count, "answer")}`))),
    ...[0, 2, 4, 6].map((weekday) => words(WEEKDAYS[weekday], weeks.length * STEP + 3, TOP + weekday * STEP)),
    ...SIZES.flatMap(({ from, words: text }, place) =>
      [square(from, place * 62, KEY, text), words(text, place * 62 + STEP + 3, KEY)]),
  )

/** Over the week in which the month begins. @param {Week} week @param {number} place */
function monthName({ monday }, place) {
  const [before, after] = [monday - 1, monday + 6].map((day) => nameOf(day).split(" ")[1])
  return before === after ? [] : words(after, place * STEP, 0)
}

/**
 * @param {number} count
 * @param {number} x - of the corner of the place for it, in whose middle it stands
 * @param {number} y
 * @param {string} name
 */
function square(count, x, y, name) {
  const side = SIZES.findLast(({ from }) => count >= from)?.side ?? 0
  const gap = (STEP - side) / 2
  return draw("g", {}, draw("title", {}, name),
    draw("rect", { class: "picture__place", x: x + 0.5, y: y + 0.5, width: STEP - 1, height: STEP - 1, rx: 2 }),
    draw("rect", { class: "picture__mark", x: x + gap, y: y + gap, width: side, height: side, rx: 1 }))
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y - of the top of the line
 */
const words = (text, x, y) => draw("text", { x, y: y + STEP - 2 }, text)

/** @param {readonly Week[]} weeks */
const daysTable = (weeks) =>
  table(NAME, ["Week from", ...WEEKDAYS], weeks.toReversed().map(({ monday, counts }) =>
    [nameOf(monday), ...WEEKDAYS.map((_, weekday) => `${counts[weekday] ?? ""}`)]))
