/** Four answers in one row: right, mastered, streak, readiness. */

import { LEAST, MARK } from "../core/readiness.mjs"
import { GOAL } from "../core/streak.mjs"
import { counted } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { draw } from "../ui/picture.mjs"

const RADIUS = 46
const ROUND = 2 * Math.PI * RADIUS
/** What each level is called. */
const LEVELS = { unknown: "", ready: "Ready", nearly: "Nearly there", "not yet": "Not yet" }

/**
 * @param {Score} score
 * @param {{ days: number, today: number, week: number }} streak
 * @param {Readiness} readiness
 */
export const strip = (score, streak, readiness) =>
  make(
    "section",
    { className: "card strip", ariaLabel: "Summary" },
    rightPart(score),
    part("Mastered", big(`${score.mastered}`), small("right on three different days")),
    streakPart(streak),
    readinessPart(readiness),
  )

/** @param {string} title @param {Node[]} content */
const part = (title, ...content) => make("div", {}, make("h2", {}, title), ...content)

/** @param {string} number @param {string} [words] */
const big = (number, words = "") =>
  make("p", { className: "strip__big" }, number, ...(words ? [make("small", {}, ` ${words}`)] : []))

/** @param {...(Node | string)} words */
const small = (...words) => make("p", { className: "small soft" }, ...words)

/** @param {Score} score */
function rightPart({ right, questions, seen }) {
  const share = questions > 0 ? right / questions : 0
  const words = `${Math.round(100 * share)}%`
  const ring = draw(
    "svg",
    { class: "ring", viewBox: "0 0 112 112", "aria-hidden": "true" },
    draw("circle", { class: "ring__track", cx: 56, cy: 56, r: RADIUS }),
    ...(right > 0
      ? [
          draw("circle", {
            class: "ring__value",
            cx: 56,
            cy: 56,
            r: RADIUS,
            transform: "rotate(-90 56 56)",
            "stroke-dasharray": `${(share * ROUND).toFixed(1)} ${ROUND.toFixed(1)}`,
          }),
        ]
      : []),
    draw("text", { x: 56, y: 64 }, words),
  )
  const facts = part("Right", big(`${right}`, `of ${questions}`), small(`${seen} seen`))
  return make("div", { className: "strip__ring" }, ring, facts)
}

/** @param {{ days: number, today: number, week: number }} streak */
function streakPart({ days, today, week }) {
  const goal =
    today >= GOAL
      ? `That’s today’s ${GOAL}.`
      : `Goal: ${GOAL} questions a day. Today ${today} of ${GOAL}.`
  return part(
    "Streak",
    big(`${days}`, days === 1 ? "day" : "days"),
    small(`${goal} ${counted(week, "day")} this week.`),
  )
}

/** @param {Readiness} readiness */
function readinessPart({ score, low, high, level, seen }) {
  if (level === "unknown") {
    return part(
      "Readiness",
      make("p", { className: "strip__big strip__big--words" }, "Too early to tell"),
      small(`Answer ${counted(LEAST, "question")} to see it. So far: ${seen}. `, how()),
    )
  }
  return part(
    "Readiness",
    big(`${score}`, LEVELS[level]),
    range(score, low, high),
    small(`Likely between ${low} and ${high}. `, how()),
  )
}

const how = () => make("a", { href: "#readiness" }, "How this is worked out")

/** @param {number} score @param {number} low @param {number} high */
const range = (score, low, high) =>
  draw(
    "svg",
    {
      class: "range",
      viewBox: "0 0 300 52",
      role: "img",
      "aria-label": `Readiness ${score}, range ${low} to ${high}; we call it ready from ${MARK}`,
    },
    draw("rect", { class: "range__track", y: 14, width: 300, height: 12, rx: 6 }),
    draw("rect", {
      class: "range__likely",
      x: 3 * low,
      y: 14,
      width: Math.max(6, 3 * (high - low)),
      height: 12,
      rx: 6,
    }),
    draw("rect", {
      class: "range__value",
      x: Math.min(294, Math.max(0, 3 * score - 3)),
      y: 9,
      width: 6,
      height: 22,
      rx: 3,
    }),
    draw("path", { class: "range__mark", d: `M${3 * MARK} 4v30` }),
    draw("text", { x: 3 * MARK, y: 50 }, `ready ${MARK}`),
  )
