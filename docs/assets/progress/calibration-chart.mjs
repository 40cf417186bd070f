/** How often the reader was right when sure, when unsure, and when guessing. */

import { calibration, sureAndWrong } from "../core/score.mjs"
import { counted } from "../core/words.mjs"
import { bar } from "../ui/bar.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"

/** Of fewer answers a share says nothing. */
const LEAST = 5
const NONE =
  "Say how sure you are before you check an answer. After five answers of a kind, you can see here how far to trust that feeling."

/**
 * @param {readonly Attempt[]} attempts
 * @param {readonly Item[]} items
 * @param {Histories} histories
 */
export function calibrationPart(attempts, items, histories) {
  const kinds = calibration(attempts)
  const bars = kinds.every(({ answers }) => answers < LEAST)
    ? make("p", { className: "soft" }, NONE)
    : make("ul", { className: "named-bars" }, ...kinds.map(row))
  return [bars, ...surelyWrong(sureAndWrong(items, histories).length)]
}

/** @param {Calibration} kind */
function row({ confidence, answers, right }) {
  const words =
    answers < LEAST
      ? `${counted(answers, "answer")}, too few to tell`
      : `${right} of ${answers} right`
  const bars = answers < LEAST ? [] : [bar({ right, missed: answers - right, all: answers })]
  return make("li", {}, make("b", {}, `When ${confidence}`), make("span", {}, words), ...bars)
}

/** @param {number} count */
const surelyWrong = (count) =>
  count === 0
    ? []
    : [
        make(
          "p",
          { className: "small soft" },
          make("b", {}, `${count} sure and wrong.`),
          " These teach the most: ",
          linkTo("practice/review/?start=missed", "practice them"),
          ".",
        ),
      ]
