/** What the first two stages of RLHF gave: pairs of answers that were compared, and words that the reward model values. */

import { make } from "../../ui/make.mjs"

/**
 * @param {{ pairs: { asked: string, win: string, lose: string }[], best: string[], worst: string[] }} stages
 * @param {string | number} method
 */
export function stagesPart({ pairs, best, worst }, method) {
  /** @param {string} text */
  const said = (text) => make("span", { className: "lab-say" }, text)
  /** @param {readonly string[]} words */
  const listed = (words) =>
    words.flatMap((word, i) => (i ? [", ", said(`“${word}”`)] : [said(`“${word}”`)]))
  const rows = pairs.map(({ asked, win, lose }) => {
    const cells = [make("td", {}, said(win)), make("td", {}, said(lose))]
    cells[0].dataset.label = "Preferred"
    cells[1].dataset.label = "Other"
    return make("tr", {}, make("th", { scope: "row" }, said(asked)), ...cells)
  })
  const heads = ["Question", "Preferred", "Other"].map((text) => make("th", { scope: "col" }, text))
  const isDpo = method === "dpo"
  return make(
    "div",
    { className: "lab-stages" },
    make("h3", {}, "Stage 1: the model answers twice, a rater picks the better answer"),
    make(
      "div",
      { className: "lab-table" },
      make(
        "table",
        { className: "lab-results" },
        make("caption", {}, "Three of the compared pairs"),
        make("thead", {}, make("tr", {}, ...heads)),
        make("tbody", {}, ...rows),
      ),
    ),
    make("h3", {}, isDpo ? "Stage 2: skipped" : "Stage 2: a reward model learns what wins"),
    make(
      "p",
      {},
      ...(isDpo
        ? [
            "DPO fits no reward model. The score in the chart is only for comparison; training does not use it.",
          ]
        : [
            "Words it values most: ",
            ...listed(best),
            ". Words it values least: ",
            ...listed(worst),
            ".",
          ]),
    ),
    make(
      "h3",
      {},
      isDpo
        ? "Stage 3: the model learns from the pairs directly"
        : "Stage 3: the model is trained toward a high score",
    ),
    make("p", {}, "The curve above shows this stage."),
  )
}
