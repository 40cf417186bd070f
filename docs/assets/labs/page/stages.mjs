/** What the first two stages of RLHF gave: pairs of answers that were compared, and words that the reward model values. */

import { make } from "../../ui/make.mjs"

/**
 * @typedef {object} Stages
 * @property {{ asked: string, win: string, lose: string }[]} pairs
 * @property {string[]} best
 * @property {string[]} worst
 * @property {{ of: number, model: number, rule: number }} agreement - pairs that come out as they were compared
 *
 * @param {Stages} stages
 * @param {string | number} method
 * @param {import("../study/raters.mjs").Rater} rater
 */
export function stagesPart({ pairs, best, worst, agreement }, method, rater) {
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
    make("h3", {}, `Stage 1: the model answers twice, ${PICKING[rater]} the better answer`),
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
    ...(rater === "reader" ? [make("p", {}, agreesWithRule(agreement))] : []),
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
            `. It puts ${agreement.model} of the ${agreement.of} pairs in the order in which they were compared.`,
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

/** @type {Record<import("../study/raters.mjs").Rater, string>} */
const PICKING = { rule: "a rule picks", reader: "you pick" }

/** @param {Stages["agreement"]} agreement */
const agreesWithRule = ({ rule, of }) =>
  `You compared ${of} pairs, and the stated rule agrees with you on ${rule}. The quality in the chart is still what the rule thinks of the answers. The recorded results are all the rule's.`
