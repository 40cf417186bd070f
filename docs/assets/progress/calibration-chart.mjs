/** How often the reader was right when sure, when unsure and when guessing. */

import { calibration } from "../core/score.mjs"
import { counted, percent } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { asTable, draw, picture } from "../ui/picture.mjs"
import { table } from "../ui/table.mjs"

const NAME = "How sure, how right"
/** Of fewer answers a share says nothing. */
const LEAST = 5
const TOO_FEW = "too few to tell"
const NONE = "Say how sure you are before you press Check. After five answers of a kind you see here how far you can trust that feeling."
/** Lines of text from one bar to the next. */
const STEP = 3

/** @param {readonly Attempt[]} attempts */
export function calibrationPart(attempts) {
  const kinds = calibration(attempts)
  if (kinds.every(isTooFew)) return [make("p", {}, NONE)]
  return [chart(kinds), asTable(shares(kinds))]
}

/** @param {Calibration[]} kinds */
const chart = (kinds) =>
  picture("how-right", NAME, "A bar for each, as long as the share of answers that were right.",
    { width: "100%", height: `${kinds.length * STEP}em` },
    ...kinds.flatMap(bar),
  )

/** @param {Calibration} kind @param {number} place */
function bar(kind, place) {
  const { confidence, answers, right } = kind
  const y = `${place * STEP + 1}em`
  const result = isTooFew(kind) ? `${counted(answers, "answer")}, ${TOO_FEW}` : `${share(kind)} of ${answers} right`
  const words = [draw("text", { x: 0, y }, `When ${confidence}`), draw("text", { class: "picture__end", x: "100%", y }, result)]
  if (isTooFew(kind)) return words
  const size = { x: 0, y: `${place * STEP + 1.4}em`, height: "0.8em" }
  return [
    ...words,
    draw("rect", { ...size, class: "picture__mark", width: `${(100 * right) / answers}%` }),
    draw("rect", { ...size, class: "picture__frame", width: "100%" }),
  ]
}

/** @param {Calibration[]} kinds */
const shares = (kinds) =>
  table(NAME, ["You were", "Answers", "Right", "Share"], kinds.map((kind) =>
    [kind.confidence, `${kind.answers}`, `${kind.right}`, isTooFew(kind) ? TOO_FEW : share(kind)]))

/** @param {Calibration} kind */
const isTooFew = ({ answers }) => answers < LEAST

/** @param {Calibration} kind */
const share = ({ right, answers }) => percent(right, answers)
