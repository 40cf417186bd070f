/** How many are for each of the coming days. */

import { dayOf, shortName } from "../core/days.mjs"
import { quietFold } from "../ui/folded.mjs"
import { make } from "../ui/make.mjs"
import { draw, picture } from "../ui/picture.mjs"
import { table } from "../ui/table.mjs"

/** Where the longest bar begins and all end, in percent of the height. */
const TOP = 14
const BASE = 72

/**
 * @param {readonly number[]} counts - from today on
 * @param {number} now
 */
export function forecastPart(counts, now) {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0)
    return [make("p", { className: "soft" }, "No question comes back in these two weeks.")]
  const today = dayOf(now)
  const days = counts.map((count, place) => ({ count, day: shortName(today + place, today) }))
  const name = `Reviews on each of the coming ${counts.length} days`
  return [
    make("h3", {}, `The coming ${counts.length} days`),
    chart(name, days, all),
    quietFold(
      "Show as a table",
      table(
        name,
        ["Day", "Reviews"],
        days.map(({ count, day }) => [day, `${count}`]),
      ),
    ),
  ]
}

/**
 * @param {string} name
 * @param {readonly { count: number, day: string }[]} days
 * @param {number} all
 */
function chart(name, days, all) {
  const step = 100 / days.length
  const most = Math.max(...days.map(({ count }) => count))
  const bars = days.flatMap(({ count, day }, place) => {
    const [weekday, , date] = day.split(/,? /)
    const height = ((BASE - TOP) * count) / most
    const x = `${(place + 0.5) * step}%`
    const y = `${BASE - height}%`
    return [
      draw("rect", {
        x: `${(place + 0.15) * step}%`,
        y,
        width: `${0.7 * step}%`,
        height: `${height}%`,
      }),
      draw("text", { x, y, dy: "-0.4em" }, `${count || ""}`),
      draw("text", { x, y: `${BASE}%`, dy: "1.4em" }, weekday.slice(0, 2)),
      draw("text", { x, y: `${BASE}%`, dy: "2.7em" }, date),
    ]
  })
  const base = draw("line", { x1: 0, x2: "100%", y1: `${BASE}%`, y2: `${BASE}%` })
  return picture(
    "coming-days",
    name,
    `${days[0].count} today, ${days[1].count} tomorrow, ${all} in all.`,
    {},
    ...bars,
    base,
  )
}
