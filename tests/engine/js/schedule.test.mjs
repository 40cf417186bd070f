import assert from "node:assert/strict"
import test from "node:test"
import { dueAt, forecast, intervalAfter, stillAhead } from "../../../docs/assets/core/schedule.mjs"
import { createEmptyCard, fsrs } from "../../../docs/assets/vendor/ts-fsrs/index.mjs"
import { attempt, DAY } from "./attempt.mjs"
import { generator } from "./random.mjs"

const HOME = "Europe/Berlin"
process.env.TZ = HOME

const REVISION = "1a2b3c4d"
const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
]
const ANSWERS = {
  right: { outcome: "correct", confidence: null },
  sure: { outcome: "correct", confidence: "sure" },
  unsure: { outcome: "correct", confidence: "unsure" },
  guessed: { outcome: "correct", confidence: "guessing" },
  wrong: { outcome: "incorrect", confidence: null },
  surelyWrong: { outcome: "incorrect", confidence: "sure" },
  unanswered: { outcome: "unanswered", confidence: null },
}
const RATINGS = {
  right: 3,
  sure: 3,
  unsure: 2,
  guessed: 1,
  wrong: 1,
  surelyWrong: 1,
  unanswered: 1,
}

/** A moment of November 2026 on the reader's calendar. */
const on = (day, hour = 12, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()
const answer = (name, at, changes) =>
  attempt({ ...ANSWERS[name], revision: REVISION, at, ...changes })

/** The day of November 2026 on which a history of [name, day] is due. */
function dueDay(history, examDay = null) {
  const due = new Date(
    dueAt(
      history.map(([name, ...when]) => answer(name, on(...when))),
      REVISION,
      examDay,
    ),
  )
  assert.deepEqual([due.getHours(), due.getMinutes(), due.getSeconds()], [0, 0, 0])
  return Math.round((due - on(1, 0)) / DAY) + 1
}

function inZone(zone, act) {
  process.env.TZ = zone
  try {
    act()
  } finally {
    process.env.TZ = HOME
  }
}

// Ratings and intervals as github.com/open-spaced-repetition/ts-fsrs expects them of its long-term scheduler:
// packages/fsrs/__tests__/impl/long-term_scheduler.test.ts (test1 to test5) at cdec8d2f, each review on the day it is due.
const THEIR_W = [
  0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225,
  0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468,
]
for (const [ratings, intervals] of [
  [
    [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3],
    [3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773],
  ],
  [
    [1, 2, 3, 4, 1, 2, 3, 4],
    [1, 2, 6, 41, 4, 7, 21, 133],
  ],
  [
    [2, 3, 4, 1, 2, 3, 4, 1],
    [2, 7, 54, 5, 8, 26, 171, 8],
  ],
  [
    [3, 4, 1, 2, 3, 4, 1, 2],
    [3, 33, 4, 7, 26, 193, 9, 14],
  ],
  [
    [4, 1, 2, 3, 4, 1, 2, 3],
    [15, 3, 6, 27, 240, 10, 17, 60],
  ],
]) {
  test(`ratings ${ratings.join("")} have the intervals of ts-fsrs's own test`, () => {
    const scheduler = fsrs({ w: THEIR_W, enable_short_term: false })
    const reviews = ratings.map((rating, place) => ({ rating, elapsed: intervals[place - 1] ?? 0 }))

    assert.deepEqual(
      reviews.map((_, place) => intervalAfter(reviews.slice(0, place + 1), scheduler)),
      intervals,
    )
  })
}

test("with the default parameters the memory is that of ts-fsrs's own test", () => {
  // packages/fsrs/__tests__/FSRS-6.test.ts, "memory state[long-term]", at cdec8d2f: stability 53.335106
  const reviews = [0, 0, 1, 3, 8, 21].map((elapsed, place) => ({
    elapsed,
    rating: place === 0 ? 1 : 3,
  }))

  assert.equal(intervalAfter(reviews), 53)
})

/** The interval that the package itself gives, review by review, for [name, day]. */
function byThePackage(history) {
  const scheduler = fsrs({ enable_short_term: false })
  let card = createEmptyCard(new Date(0))
  for (const [name, day] of history)
    card = scheduler.next(card, new Date(day * DAY), RATINGS[name]).card
  return card.scheduled_days
}

test("what is due is what the package says, for any history", () => {
  const { below, pick } = generator(11)
  for (let run = 0; run < 2000; run++) {
    let day = 1
    const history = Array.from({ length: 1 + below(12) }, () => [
      pick(Object.keys(ANSWERS)),
      (day += 1 + below(60)),
      below(24),
    ])

    assert.equal(dueDay(history) - day, byThePackage(history), JSON.stringify(history))
  }
})

for (const [name, days] of Object.entries({
  right: 3,
  sure: 3,
  unsure: 2,
  guessed: 1,
  wrong: 1,
  surelyWrong: 1,
  unanswered: 1,
})) {
  test(`an item answered once, ${name}, is due in ${days} ${days > 1 ? "days" : "day"}`, () => {
    assert.equal(dueDay([[name, 20]]), 20 + days)
  })
}

test("an item never answered as it is now is never due", () => {
  assert.equal(dueAt([], REVISION, null), null)
  assert.equal(dueAt([answer("right", on(20), { revision: "0ld" })], REVISION, "2026-12-01"), null)
})

test("answers to an older revision do not count", () => {
  const older = [10, 12, 14, 20].map((day) => answer("wrong", on(day), { revision: "0ld" }))

  assert.equal(dueAt([...older, answer("right", on(20, 13))], REVISION, null), on(23, 0))
})

for (const [name, history, due] of [
  [
    "wrong, then right at once",
    [
      ["wrong", 20],
      ["right", 20, 12, 1],
    ],
    21,
  ],
  ["wrong, then right ten times", [["wrong", 20, 0], ...Array(10).fill(["sure", 20, 23, 59])], 21],
  [
    "right, then wrong",
    [
      ["right", 20],
      ["wrong", 20, 13],
    ],
    23,
  ],
  [
    "right before and after midnight",
    [
      ["right", 20, 23, 59],
      ["right", 21, 0, 1],
    ],
    21 +
      byThePackage([
        ["right", 20],
        ["right", 21],
      ]),
  ],
]) {
  test(`only the first answer of a day counts: ${name}`, () => {
    assert.equal(dueDay(history), due)
  })
}

for (const [name, history, examDay, due] of [
  ["an exam after the interval changes nothing", [["right", 20]], "2026-11-25", 23],
  ["an exam the day after it is due changes nothing", [["right", 20]], "2026-11-24", 23],
  ["an exam on the day it is due puts it on the eve", [["right", 20]], "2026-11-23", 22],
  ["an exam in two days puts it on the eve", [["right", 20]], "2026-11-22", 21],
  ["an exam tomorrow caps nothing: the eve is today", [["right", 20]], "2026-11-21", 23],
  ["an exam today caps nothing", [["right", 20]], "2026-11-20", 23],
  ["an exam past caps nothing", [["right", 20]], "2026-11-01", 23],
  [
    "a long interval is cut to the eve",
    [
      ["right", 1],
      ["right", 4],
      ["right", 18],
    ],
    "2026-11-30",
    29,
  ],
  ["an exam of next year changes nothing", [["right", 20]], "2027-11-30", 23],
  ["no exam", [["right", 20]], null, 23],
]) {
  test(`exam date: ${name}`, () => {
    for (const zone of ZONES) inZone(zone, () => assert.equal(dueDay(history, examDay), due, zone))
  })
}

for (const [name, history, due] of [
  [
    "by an hour",
    [
      ["wrong", 20, 12],
      ["right", 20, 11],
    ],
    21,
  ],
  [
    "by days",
    [
      ["right", 20],
      ["wrong", 15],
      ["wrong", 1],
    ],
    23,
  ],
  [
    "and then went on",
    [
      ["wrong", 20],
      ["right", 15],
      ["right", 21],
    ],
    21 +
      byThePackage([
        ["wrong", 20],
        ["right", 21],
      ]),
  ],
]) {
  test(`a clock that went back ${name} brings nothing forward`, () => {
    assert.equal(dueDay(history), due)
  })
}

test("a clock now behind the last answer makes nothing due, and nothing throws", () => {
  const histories = new Map([["one", [answer("wrong", on(20))]]])

  assert.deepEqual(
    forecast([{ id: "one", revision: REVISION }], histories, on(1), 3, null),
    [0, 0, 0],
  )
  assert.deepEqual(forecast([{ id: "one", revision: REVISION }], histories, 0, 3, null), [0, 0, 0])
})

test("the ends of time give a date", () => {
  for (const zone of ZONES) {
    inZone(zone, () => {
      for (const at of [0, 1, 8.64e15 - 1, 8.64e15])
        assert.ok(Number.isFinite(dueAt([answer("right", at)], REVISION, null)), `${zone} ${at}`)
    })
  }
})

for (const [zone, last, next, hour] of [
  ["Europe/Berlin", [2026, 2, 28], [2026, 2, 29], 0],
  ["Europe/Berlin", [2026, 2, 29], [2026, 2, 30], 0],
  ["Europe/Berlin", [2026, 9, 24], [2026, 9, 25], 0],
  ["Europe/Berlin", [2026, 9, 25], [2026, 9, 26], 0],
  ["America/New_York", [2026, 2, 7], [2026, 2, 8], 0],
  ["America/New_York", [2026, 2, 8], [2026, 2, 9], 0],
  ["America/New_York", [2026, 9, 31], [2026, 10, 1], 0],
  ["America/New_York", [2026, 10, 1], [2026, 10, 2], 0],
  ["America/Sao_Paulo", [2018, 10, 3], [2018, 10, 4], 1], // there the day began at one o'clock
]) {
  test(`when clocks change in ${zone}, what was wrong on ${last[2]}.${last[1] + 1}. is due when the next day begins`, () => {
    inZone(zone, () => {
      for (const moment of [
        [0, 0],
        [1, 30],
        [2, 30],
        [12, 0],
        [23, 59],
      ]) {
        const due = dueAt([answer("wrong", new Date(...last, ...moment).getTime())], REVISION, null)

        assert.equal(due, new Date(...next, hour).getTime())
        assert.equal(new Date(due - 1).getDate(), last[2])
      }
    })
  })
}

test("intervals over a clock change are those of any other days", () => {
  for (const zone of ZONES) {
    inZone(zone, () => {
      for (const [year, month, day] of [
        [2026, 2, 5],
        [2026, 2, 26],
        [2026, 9, 22],
        [2026, 9, 29],
      ]) {
        const times = [
          [0, 23, 50],
          [3, 0, 10],
          [17, 23, 50],
        ].map(([days, ...time]) => new Date(year, month, day + days, ...time).getTime())
        const interval = byThePackage([
          ["right", 0],
          ["right", 3],
          ["right", 17],
        ])

        assert.equal(
          dueAt(
            times.map((at) => answer("right", at)),
            REVISION,
            null,
          ),
          new Date(year, month, day + 17 + interval).getTime(),
          zone,
        )
      }
    })
  }
})

test("whatever was answered when, nothing is due before the day after the last answer, or in more than a century", () => {
  const { below, pick, many } = generator(5)
  const spans = [1000, DAY / 2, 3 * DAY, 400 * DAY]
  for (let run = 0; run < 3000; run++) {
    let at = on(20)
    const history = many(15, () =>
      answer(
        pick(Object.keys(ANSWERS)),
        (at = Math.max(0, at + (below(5) - 1) * below(pick(spans)))),
      ),
    )
    const examDay = pick([null, "2026-11-20", "2026-12-24", "2028-02-29"])
    inZone(pick(ZONES), () => {
      const due = dueAt(history, REVISION, examDay)
      const latest = new Date(Math.max(...history.map((one) => one.at)))
      const next = new Date(latest.getFullYear(), latest.getMonth(), latest.getDate() + 1).getTime()

      if (history.length === 0) assert.equal(due, null)
      else
        assert.ok(
          due >= next && due < next + 36_600 * DAY,
          JSON.stringify({ history, examDay, due }),
        )
    })
  }
})

test("the forecast counts each item on its day, what is overdue today, and nothing that is far off or unseen", () => {
  const items = [
    "overdue",
    "today",
    "tomorrow",
    "in three days",
    "far",
    "unseen",
    "changed",
    "gone from the list",
  ].map((id) => ({ id, revision: REVISION }))
  const histories = new Map([
    ["overdue", [answer("wrong", on(2))]],
    ["today", [answer("wrong", on(19, 23))]],
    ["tomorrow", [answer("wrong", on(20, 9))]],
    ["in three days", [answer("right", on(20, 10))]],
    ["far", [answer("right", on(1)), answer("right", on(4)), answer("right", on(20))]],
    ["changed", [answer("wrong", on(2), { revision: "0ld" })]],
    ["gone from the list", [answer("wrong", on(2))]],
  ])

  assert.deepEqual(forecast(items.slice(0, -1), histories, on(20, 23, 59), 4, null), [2, 1, 0, 1])
  assert.deepEqual(
    forecast(items.slice(0, -1), histories, on(20, 0), 4, "2026-11-22"),
    [2, 3, 0, 0],
  )
  assert.deepEqual(forecast(items.slice(0, -1), histories, on(20), 3, null), [2, 1, 0])
  assert.deepEqual(forecast([], histories, on(20), 2, null), [0, 0])
})

test("an exam counts until its day is over", () => {
  assert.equal(stillAhead("2026-11-20", on(20, 23, 59)), "2026-11-20")
  assert.equal(stillAhead("2026-11-20", on(21, 0)), null)
  assert.equal(stillAhead(null, on(20)), null)
})
