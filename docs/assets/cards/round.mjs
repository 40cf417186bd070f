/** The card on screen, what turns it, and what grades it. */

import { button } from "../ui/controls.mjs"
import { icon } from "../ui/icon.mjs"
import { make } from "../ui/make.mjs"
import { runBar } from "../ui/run-bar.mjs"
import { segments } from "../ui/segments.mjs"
import { linkTo } from "../ui/site.mjs"

const TERM = "Term to definition"
const DEFINITION = "Definition to term"

/** @typedef {import("./deck.mjs").Card} Card */
/**
 * @typedef {object} Uses
 * @property {(outcome: "correct" | "incorrect") => void} grade
 * @property {() => void} turn
 * @property {() => void} swap
 * @property {(() => void) | null} undo
 */

/**
 * @param {readonly import("../ui/segments.mjs").SegmentState[]} states
 * @param {number} place
 * @param {boolean} isReverse - whether the definition comes first
 * @param {Uses} uses
 */
export function roundBar(states, place, isReverse, { swap, undo }) {
  const direction = isReverse ? DEFINITION : TERM
  const where = `${place + 1} of ${states.length}`
  const back = linkTo("practice/", "Practice")
  back.className = "quiet"
  back.prepend(icon("back"))
  return runBar(
    back,
    where,
    [
      make("span", { className: "soft round__direction" }, direction),
      ...(undo ? [iconButton("undo", "Undo the last answer", undo)] : []),
      iconButton("repeat", `Swap sides. Now: ${direction}`, swap),
    ],
    segments(states, place, `Card ${where}`),
  )
}

/** @param {Parameters<typeof icon>[0]} name @param {string} label @param {() => void} onclick */
const iconButton = (name, label, onclick) =>
  make(
    "button",
    { type: "button", className: "icon-btn", ariaLabel: label, title: label, onclick },
    icon(name),
  )

/**
 * @param {Card} card
 * @param {boolean} isReverse
 * @param {boolean} isTurned
 * @param {string} again - when it comes back if the reader had it
 * @param {Uses} uses
 */
export function cardPart(card, isReverse, isTurned, again, { turn, grade }) {
  const isSwapped = isReverse && card.kind === "term"
  const shown = isTurned !== isSwapped ? card.back : card.front
  const foot = make(
    "button",
    { type: "button", className: "flip__turn", onclick: turn },
    ...(isTurned
      ? ["Tap to turn back"]
      : [
          "Tap the card",
          make("span", { className: "round__keys" }, ", or press ", make("kbd", {}, "Space")),
        ]),
  )
  return [
    make(
      "div",
      { className: "card flip" },
      make(
        "div",
        { className: "flip__main", ariaLive: "polite" },
        ...kicker(card, isSwapped, isTurned),
        ...shown,
      ),
      foot,
    ),
    make(
      "div",
      { className: "grade" },
      gradeButton("cross", "Missed", "1", isTurned, () => grade("incorrect")),
      gradeButton("check", "Had it", "2", isTurned, () => grade("correct")),
    ),
    make(
      "p",
      { className: "grade__when small soft" },
      ...(isTurned ? [make("span", {}, "Comes again in this round"), make("span", {}, again)] : []),
    ),
    make("p", { className: "grade__link small" }, ...(isTurned ? [card.link] : [])),
  ]
}

/** @param {Card} card @param {boolean} isSwapped @param {boolean} isTurned */
function kicker({ kind, front }, isSwapped, isTurned) {
  if (kind === "open" || (isTurned && isSwapped)) return []
  const words = isTurned
    ? (front[0].textContent ?? "")
    : isSwapped
      ? "Which term is it?"
      : "What is it?"
  return [make("p", { className: "kicker" }, words)]
}

/**
 * @param {Parameters<typeof icon>[0]} name
 * @param {string} words
 * @param {string} key
 * @param {boolean} isReady
 * @param {() => void} act
 */
function gradeButton(name, words, key, isReady, act) {
  const control = button(words, isReady ? act : () => {})
  control.className = `btn ${isReady && name === "check" ? "btn--primary" : ""}`.trim()
  control.ariaDisabled = String(!isReady)
  if (isReady) {
    control.prepend(icon(name))
    control.append(make("kbd", { ariaHidden: "true" }, key))
  }
  return control
}
