/** Questions, facts and texts that the experiments train on and measure with. */

import { chatRow, textRows } from "../world/rows.mjs"
import {
  fact,
  FACT_KINDS,
  generalText,
  oppositeFact,
  oppositeQuestion,
  question,
} from "../world/texts.mjs"
import { ANIMALS, HELD_OUT, NEW_ANIMALS, OPPOSITES } from "../world/words.mjs"

/** @param {readonly import("../world/words.mjs").Animal[]} animals */
const questionsAbout = (animals) =>
  animals.flatMap((animal) =>
    FACT_KINDS.map((kind) => ({ asked: question(animal, kind), answer: fact(animal, kind) })),
  )

const oppositeQuestions = OPPOSITES.flatMap(([x, y]) => [
  { asked: oppositeQuestion(x), answer: oppositeFact(x, y) },
  { asked: oppositeQuestion(y), answer: oppositeFact(y, x) },
])

/** All questions about ten animals and twelve opposites are kept for the test. @param {import("../world/words.mjs").Animal} animal */
const isTest = ({ animal }) => HELD_OUT.has(animal)
export const TRAINING_ANIMALS = ANIMALS.filter((animal) => !isTest(animal))
export const TRAINING_PAIRS = [
  ...questionsAbout(TRAINING_ANIMALS),
  ...oppositeQuestions.slice(0, 20),
]
export const HELD_OUT_PAIRS = [
  ...questionsAbout(ANIMALS.filter(isTest)),
  ...oppositeQuestions.slice(20),
]
export const UNKNOWN_PAIRS = questionsAbout(NEW_ANIMALS)

export const CHAT_LENGTH = 24
export const heldOutRows = () => HELD_OUT_PAIRS.map(({ asked, answer }) => chatRow(asked, answer))
export const generalRows = () => textRows(generalText, 48, 99)

/** @param {readonly import("../world/words.mjs").Animal[]} animals @returns {[text: string, next: string][]} */
export const factProbes = (animals) =>
  animals.flatMap(({ animal, food, home, color }) => [
    [`the ${animal} eats`, food],
    [`the ${animal} lives in the`, home],
    [`the ${animal} is`, color],
  ])

/** @type {[text: string, next: string][]} */
export const OPPOSITE_PROBES = OPPOSITES.flatMap(([x, y]) => [
  [`the opposite of ${x} is`, y],
  [`the opposite of ${y} is`, x],
])
