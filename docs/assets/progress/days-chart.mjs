/** The last half year: a square for each day, the darker the more was answered. */

import { nameOf, weeksUntil } from "../core/days.mjs"
import { counted } from "../core/words.mjs"
import { quietFold } from "../ui/folded.mjs"
import { make } from "../ui/make.mjs"
import { draw, picture } from "../ui/picture.mjs"
import { table } from "../ui/table.mjs"

const NAME = "Questions answered each day"
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
/** From how many answers on a day has its shade. */
const SHADES = [0, 1, 5, 10]
/** From one square to the next, and where the first one is. */
const STEP = 24
const SIDE = 20
const LEFT = 44
const TOP = 26
/** How many weeks fit on a phone. */
const FEW = 11

/**
 * @param {readonly Attempt[]} attempts
 * @param {number} now
 */
export function daysPart(attempts, now) {
  const weeks = weeksUntil(now, attempts)
  const counts = weeks.flatMap(({ counts }) => counts)
  const answers = counts.reduce((sum, count) => sum + count)
  const sentence = `${counted(answers, "answer")} on ${counted(counts.filter(Boolean).length, "day")} since ${nameOf(weeks[0].monday)}.`
  return [
    chart("wide", weeks, sentence),
    chart("narrow", weeks.slice(-FEW), sentence),
    key(),
    quietFold(
      "Show as a table",
      make("p", { className: "small soft" }, sentence),
      daysTable(weeks),
    ),
  ]
}

/** @param {"wide" | "narrow"} width @param {readonly Week[]} weeks @param {string} sentence */
const chart = (width, weeks, sentence) =>
  picture(
    `activity-${width}`,
    NAME,
    `${sentence} The numbers are in the table below.`,
    { viewBox: `0 0 ${LEFT + weeks.length * STEP} ${TOP + 7 * STEP}` },
    ...weeks.flatMap(monthName),
    ...[0, 2, 4].map((weekday) =>
      draw("text", { x: 0, y: TOP + weekday * STEP + 15 }, WEEKDAYS[weekday]),
    ),
    ...weeks.flatMap(({ monday, counts }, week) =>
      counts.map((count, weekday) =>
        square(
          count,
          LEFT + week * STEP,
          TOP + weekday * STEP,
          `${nameOf(monday + weekday)}: ${counted(count, "answer")}`,
        ),
      ),
    ),
  )

/** Over the week in which the month begins, unless that is the last, where it does not fit. @param {Week} week @param {number} place @param {readonly Week[]} weeks */
function monthName({ monday }, place, weeks) {
  const [before, after] = [monday - 1, monday + 6].map((day) =>
    nameOf(day)
      .split(" ")
      .find((word) => /^[A-Z]/.test(word)),
  )
  return before === after || place === weeks.length - 1
    ? []
    : [draw("text", { x: LEFT + place * STEP, y: 16 }, after ?? "")]
}

/** @param {number} count */
const shade = (count) => `activity__${SHADES.findLastIndex((from) => count >= from)}`

/** @param {number} count @param {number} x @param {number} y @param {string} name */
const square = (count, x, y, name) =>
  draw(
    "rect",
    { class: shade(count), x, y, width: SIDE, height: SIDE, rx: 4 },
    draw("title", {}, name),
  )

const key = () =>
  make(
    "p",
    { className: "activity-key small soft" },
    "Fewer",
    draw(
      "svg",
      { viewBox: "0 0 92 20", "aria-hidden": "true" },
      ...SHADES.map((from, place) =>
        draw("rect", { class: shade(from), x: place * STEP, width: SIDE, height: SIDE, rx: 4 }),
      ),
    ),
    "more questions",
  )

/** @param {readonly Week[]} weeks */
const daysTable = (weeks) =>
  table(
    NAME,
    ["Week from", ...WEEKDAYS],
    weeks
      .toReversed()
      .map(({ monday, counts }) => [
        nameOf(monday),
        ...WEEKDAYS.map((_, weekday) => `${counts[weekday] ?? ""}`),
      ]),
  )
