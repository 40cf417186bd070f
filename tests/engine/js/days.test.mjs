import assert from "node:assert/strict"
import test from "node:test"
import { dayOf, isoDay, nameOf, shortName, weeksUntil } from "../../../docs/assets/core/days.mjs"
import { attempt } from "./attempt.mjs"

process.env.TZ = "Europe/Berlin"

/** The time of a moment on the reader's calendar. */
const at = (...moment) => new Date(...moment).getTime()
const FRIDAY = at(2026, 10, 20, 12)

/** What was answered on which day, "Nov 3, 2026: 2". */
const told = (weeks) =>
  weeks.flatMap(({ monday, counts }) =>
    counts.flatMap((count, day) => (count ? `${nameOf(monday + day)}: ${count}` : [])),
  )

for (const [name, moment, day] of [
  ["the first", at(1970, 0, 1, 0, 0), 0],
  ["a minute before midnight", at(2026, 10, 20, 23, 59), 20777],
  ["a minute after midnight", at(2026, 10, 21, 0, 1), 20778],
  ["a leap day", at(2028, 1, 29, 12), 21243],
]) {
  test(`${name} is day ${day}`, () => assert.equal(dayOf(moment), day))
}

test("a day has the name it has on the calendar", () => {
  assert.equal(nameOf(dayOf(at(2026, 10, 3, 0, 30))), "Nov 3, 2026")
})

test("a file is named after the reader's own day", () => {
  assert.equal(isoDay(at(2026, 10, 30, 23, 30)), "2026-11-30")
  assert.equal(isoDay(at(2026, 11, 1, 0, 30)), "2026-12-01")
})

test("a short name has its year only where it is another", () => {
  assert.equal(shortName(20781, 20777), "Tue, Nov 24")
  assert.equal(shortName(21185, 20777), "Sun, Jan 2, 2028")
})

for (const [name, now, days] of [
  ["Monday", at(2026, 10, 16), 1],
  ["Friday", FRIDAY, 5],
  ["Sunday", at(2026, 10, 22, 23, 59), 7],
]) {
  test(`on a ${name} the last of 26 weeks has ${days} days`, () => {
    const weeks = weeksUntil(now, [])

    assert.equal(weeks.length, 26)
    assert.deepEqual(
      weeks.map(({ counts }) => counts.length),
      [...Array(25).fill(7), days],
    )
    assert.deepEqual(
      [nameOf(weeks[0].monday), nameOf(weeks[25].monday)],
      ["May 25, 2026", "Nov 16, 2026"],
    )
  })
}

test("answers are counted on the day of the reader's calendar, also where clocks change", () => {
  const moments = [
    [2026, 9, 24, 23, 59],
    [2026, 9, 25, 0, 1],
    [2026, 9, 25, 2, 30],
    [2026, 9, 25, 23, 59],
    [2026, 10, 20, 0, 0],
    [2026, 10, 20, 23, 0],
  ]

  const weeks = weeksUntil(
    FRIDAY,
    moments.map((moment) => attempt({ at: at(...moment) })),
  )

  assert.deepEqual(told(weeks), ["Oct 24, 2026: 1", "Oct 25, 2026: 3", "Nov 20, 2026: 2"])
})

test("what is older than the weeks, or of a clock that ran ahead, is not among them", () => {
  const moments = [
    [2026, 4, 24, 23, 59],
    [2026, 4, 25],
    [2026, 10, 21, 0, 1],
    [2031, 0, 1],
    [1970, 0, 1],
  ]

  const weeks = weeksUntil(
    FRIDAY,
    moments.map((moment) => attempt({ at: at(...moment) })),
  )

  assert.deepEqual(told(weeks), ["May 25, 2026: 1"])
})
