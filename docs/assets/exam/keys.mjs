/** The keys of a mock exam. */

import { keysButton } from "../ui/keys.mjs"
import { make } from "../ui/make.mjs"

/** @type {Shortcut[]} */
export const KEYS = [
  ["1 to 9", "choose that option"],
  ["n", "next question, as does Enter"],
  ["p", "previous question"],
  ["f", "flag the question, or remove the flag"],
  ["g", "mark the answer as a guess, or not"],
  ["m", "map of questions"],
]

export const keyLine = () => make("p", { className: "exam-keys" }, keysButton(KEYS))
