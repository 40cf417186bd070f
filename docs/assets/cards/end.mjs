/** The end of a round of cards, and which cards there are to choose from. */

import { counted } from "../core/words.mjs"
import { mainButton } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { missedPart, nextSteps } from "../ui/run-end.mjs"

const DECKS = { both: "All cards", terms: "Terms", open: "Open questions" }

/** @param {string} choice @param {(choice: string) => void} begin */
export function deckFilters(choice, begin) {
  const deck = choice.split("-")[0]
  return make(
    "div",
    { className: "filters flash__decks", role: "group", ariaLabel: "Which cards" },
    ...Object.entries(DECKS).map(([name, words]) =>
      make(
        "button",
        {
          type: "button",
          className: "filter",
          ariaPressed: String(name === deck),
          onclick: () => begin(name),
        },
        words,
      ),
    ),
  )
}

/**
 * @param {Session} session - that is over
 * @param {readonly Outcome[]} outcomes
 * @param {ReadonlyMap<string, import("./deck.mjs").Card>} cards
 * @param {() => void} more
 * @param {() => void} anyway - what is not due
 */
export function endPart({ items }, outcomes, cards, more, anyway) {
  const heading = make(
    "h2",
    { tabIndex: -1 },
    items.length > 0 ? "Session complete" : "Nothing is due today",
  )
  if (items.length === 0) {
    return [
      make(
        "section",
        { className: "card flash__end" },
        heading,
        make("p", {}, "You have been through every card in this deck, and none are due yet."),
        nextSteps(mainButton("Turn 20 anyway", anyway)),
      ),
    ]
  }
  const missed = [
    ...new Set(items.filter((_, place) => outcomes[place] !== "correct").map(({ id }) => id)),
  ]
  const all = new Set(items.map(({ id }) => id)).size
  const sentence =
    missed.length === 0
      ? `${counted(all, "card")}, and you had them all.`
      : `${counted(all, "card")}: you had ${all - missed.length} at once and missed ${missed.length}.`
  return [
    make(
      "section",
      { className: "card flash__end" },
      heading,
      make("p", {}, sentence),
      ...missedPart(missedCards(missed, cards)),
      nextSteps(mainButton("20 more cards", more)),
    ),
  ]
}

/** @param {readonly string[]} ids @param {ReadonlyMap<string, import("./deck.mjs").Card>} cards */
const missedCards = (ids, cards) =>
  ids.flatMap((id) => {
    const card = cards.get(id)
    return card ? [make("span", {}, `${card.front[0].textContent} `, card.link)] : []
  })
