/** The reader's own words: training text for a lab, and questions to the trained model. */

import { split, unknownWords } from "../world/words.mjs"
import { answers, continuation } from "./study.mjs"

const MOST_WORDS = 18

/** Lines of words as the model reads them: lower case, one space between words and signs. @param {string} text */
const lines = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)

/** Pairs such as "what does the yak eat? => the yak eats moss." @param {string} text */
export const ownPairs = (text) =>
  lines(text).map((line) => {
    const [asked, answer] = line.split("=>").map((part) => split(part).join(" "))
    return { asked, answer }
  })

/** @param {string} text */
export const ownTexts = (text) => lines(text).map((line) => split(line).join(" "))

/** What keeps a lab from training on this text, as sentences. @param {string} lab @param {string} text */
export function faultsOf(lab, text) {
  const unknown = unknownWords(text.replaceAll("=>", " "))
  const faults = unknown.length ? [unknownSentence(unknown)] : []
  for (const [i, line] of lines(text).entries()) {
    const parts = line.split("=>").map((part) => split(part).length)
    if (lab === "instruction-tuning" && (parts.length !== 2 || parts.includes(0)))
      faults.push(`Line ${i + 1} needs a question, then => and an answer.`)
    else if (parts.reduce((sum, count) => sum + count) > MOST_WORDS)
      faults.push(`Line ${i + 1} is longer than ${MOST_WORDS} words and signs.`)
  }
  return faults
}

/**
 * What the trained model says to a question, or how it goes on with a text.
 *
 * @param {string} lab @param {import("./study.mjs").Study} study @param {string} text
 */
export function answerTo(lab, study, text) {
  const unknown = unknownWords(text)
  const words = split(text)
  if (words.length === 0) return { fault: "Write a few words first." }
  if (unknown.length) return { fault: unknownSentence(unknown) }
  if (words.length > MOST_WORDS) return { fault: `Write at most ${MOST_WORDS} words and signs.` }
  const known = words.join(" ")
  const isQuestion = ["instruction-tuning", "peft", "rlhf"].includes(lab)
  return { answer: isQuestion ? answers(study, [known])[0] : continuation(study, known) }
}

/** @param {readonly string[]} unknown */
const unknownSentence = (unknown) =>
  `The model knows about 375 words, and not ${unknown
    .slice(0, 5)
    .map((word) => `“${word}”`)
    .join(", ")}${unknown.length > 5 ? " and others" : ""}.`
