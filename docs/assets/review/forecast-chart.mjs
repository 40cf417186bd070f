/** How many come due on each of the coming days. */

import { dayOf, shortName } from "../core/days.mjs"
import { capital } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { asTable, draw, picture } from "../ui/picture.mjs"
import { table } from "../ui/table.mjs"

/** Where the longest bar begins and all end, in percent of the height. */
const TOP = 14
const BASE = 72

/**
 * @param {readonly number[]} counts - from today on
 * @param {number} now
 * @param {string} noun
 */
export function forecastPart(counts, now, noun) {
  const all = counts.reduce((sum, count) => sum + count)
  if (all === 0) return [make("p", {}, `No ${noun} comes due in these days.`)]
  const today = dayOf(now)
  const days = counts.map((count, place) => ({ count, day: shortName(today + place, today) }))
  const name = `${capital(noun)}s due on each of the coming ${counts.length} days`
  const rows = days.map(({ count, day }) => [day, `${count}`])
  return [chart(name, days, all), asTable(table(name, ["Day", "Due"], rows))]
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
    const [weekday, date] = day.split(" ")
    const height = ((BASE - TOP) * count) / most
    const x = `${(place + 0.5) * step}%`
    const y = `${BASE - height}%`
    return [
      draw("rect", { x: `${(place + 0.15) * step}%`, y, width: `${0.7 * step}%`, height: `${height}%` }),
      draw("text", { x, y, dy: "-0.4em" }, `${count || ""}`),
      draw("text", { x, y: `${BASE}%`, dy: "1.4em" }, weekday.slice(0, 2)),
      draw("text", { x, y: `${BASE}%`, dy: "2.7em" }, date),
    ]
  })
  const base = draw("line", { x1: 0, x2: "100%", y1: `${BASE}%`, y2: `${BASE}%` })
  return picture("coming-days", name, `${days[0].count} today, ${days[1].count} tomorrow, ${all} in all.`, {}, ...bars, base)
}
