/** The latest mock exams and their results. */

import { dayOf, nameOf } from "../core/days.mjs"
import { results, rightOf } from "../core/exam.mjs"
import { percent } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { table } from "../ui/table.mjs"

const LATEST = 5

/**
 * @param {readonly Exam[]} exams - submitted
 * @param {readonly Attempt[]} attempts
 */
export function examsPart(exams, attempts) {
  const latest = exams
    .toSorted((one, other) => Number(other.handedIn) - Number(one.handedIn))
    .slice(0, LATEST)
  const rows = latest.map((exam) => {
    const marked = results(exam, attempts)
    const link = linkTo(`practice/mock-exam/#exam-${exam.id}`, nameOf(dayOf(Number(exam.handedIn))))
    return [link, `${rightOf(marked)} of ${marked.length}`, percent(rightOf(marked), marked.length)]
  })
  const start = linkTo(
    "practice/mock-exam/",
    exams.length > 0 ? "Take another mock exam" : "Take a mock exam",
  )
  return make(
    "section",
    { className: "progress__section" },
    make("h2", {}, "Mock exams"),
    rows.length > 0
      ? table("The latest mock exams", ["Submitted", "Right", "Share"], rows)
      : make(
          "p",
          { className: "soft" },
          "None yet. A first one is a good start: it shows where you stand.",
        ),
    make("p", {}, start),
  )
}
