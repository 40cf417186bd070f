/** The readiness of each objective, with its range. */

import { counted } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { table } from "../ui/table.mjs"

/** @param {Readiness} readiness */
export function readinessPart({ objectives }) {
  const rows = objectives.map(({ name, title, weight, questions, seen, score, low, high }) => [
    head(`${name} ${title}`.trim(), `Weight ${weight}%, ${seen} of ${questions} answered`),
    `${score}`,
    `${low} to ${high}`,
  ])
  return make(
    "section",
    { className: "progress__section" },
    make("h2", {}, "Readiness by objective"),
    make(
      "p",
      { className: "soft" },
      `An estimate from your latest answers to ${counted(
        objectives.reduce((sum, { seen }) => sum + seen, 0),
        "question",
      )}. `,
      make("a", { href: "#readiness" }, "How this is worked out"),
    ),
    table("Readiness by objective", ["Objective", "Readiness", "Likely"], rows),
  )
}

/** @param {string} name @param {string} words */
const head = (name, words) =>
  make("span", {}, name, make("span", { className: "figures__more" }, words))
