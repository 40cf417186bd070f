/** The shares of right answers of a learner's mock exams, one after the other. */

import { dayOf, nameOf, shortName } from "../core/days.mjs"
import { results, rightOf } from "../core/exam.mjs"
import { make } from "../ui/make.mjs"
import { draw, picture } from "../ui/picture.mjs"

/** So many fit beside each other on a phone. */
const MOST = 5
/** Where 0 and 100 percent are, from the top. */
const [BOTTOM, TOP] = [132, 20]

/** In percent. @param {Exam} exam @param {readonly Attempt[]} attempts */
export function shareOf(exam, attempts) {
  const graded = results(exam, attempts)
  return graded.length > 0 ? Math.round((100 * rightOf(graded)) / graded.length) : 0
}

/**
 * @param {readonly Exam[]} exams - submitted, the oldest first
 * @param {readonly Attempt[]} attempts
 * @param {number} goal - in percent
 */
export function trend(exams, attempts, goal) {
  const latest = exams.slice(-MOST)
  const points = latest.map((exam, at) => ({
    x: `${((at + 0.5) / latest.length) * 100}%`,
    y: heightOf(shareOf(exam, attempts)),
    share: `${shareOf(exam, attempts)}%`,
    day: dayOf(exam.started),
  }))
  const lines = points.slice(1).map((point, at) =>
    draw("line", {
      class: "exam-trend__line",
      x1: points[at].x,
      y1: points[at].y,
      x2: point.x,
      y2: point.y,
    }),
  )
  const marks = points.flatMap(({ x, y, share, day }) => [
    draw("circle", { class: "exam-trend__dot", cx: x, cy: y, r: 5 }),
    draw("text", { x, y: y + 26, "text-anchor": "middle", class: "exam-trend__share" }, share),
    draw("text", { x, y: BOTTOM + 46, "text-anchor": "middle" }, shortDate(day)),
  ])
  const words = points.map(({ share, day }) => `${nameOf(day)}: ${share}`).join(", ")
  return make(
    "figure",
    { className: "exam-trend" },
    picture(
      "exam-trend",
      "Shares of right answers in your exams",
      `${words}. Goal ${goal}%.`,
      { width: "100%", height: 190 },
      draw("line", {
        class: "exam-trend__goal",
        x1: "0",
        y1: heightOf(goal),
        x2: "100%",
        y2: heightOf(goal),
      }),
      draw("text", { x: "100%", y: heightOf(goal) - 8, "text-anchor": "end" }, `goal ${goal}%`),
      draw("line", {
        class: "exam-trend__axis",
        x1: "0",
        y1: BOTTOM + 26,
        x2: "100%",
        y2: BOTTOM + 26,
      }),
      ...lines,
      ...marks,
    ),
  )
}

/** @param {number} share */
const heightOf = (share) => BOTTOM - (share / 100) * (BOTTOM - TOP)

/** @param {number} day */
const shortDate = (day) => {
  const today = dayOf(Date.now())
  return day === today ? "Today" : shortName(day, today).replace(/^\w+,? /, "")
}
