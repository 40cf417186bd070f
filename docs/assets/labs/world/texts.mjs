/** Sentences of the small world, made from templates; `r` decides which. */

import {
  ANIMALS,
  BAD,
  FIELD_WORDS,
  FIRST_WORD,
  GLAD,
  GOOD,
  NAMES,
  NEW_ANIMALS,
  OBJECTS,
  OPPOSITES,
  PLACES,
  SORRY,
  THINGS,
  VOCABULARY,
} from "./words.mjs"

/**
 * @typedef {import("../engine/math.mjs").Random} Random @typedef {import("./words.mjs").Animal} Animal
 * @typedef {"food" | "home" | "color"} FactKind
 * @typedef {(r: Random) => string} Writer
 */

/** @type {FactKind[]} */
export const FACT_KINDS = ["food", "home", "color"]

/** @type {Record<FactKind, (a: Animal) => string>} */
const FACTS = {
  food: ({ animal, food }) => `the ${animal} eats ${food} .`,
  home: ({ animal, home }) => `the ${animal} lives in the ${home} .`,
  color: ({ animal, color }) => `the ${animal} is ${color} .`,
}
/** @type {Record<FactKind, (a: Animal) => string>} */
const FACTS_TURNED = {
  food: ({ animal, food }) => `${food} is what the ${animal} eats .`,
  home: ({ animal, home }) => `in the ${home} lives the ${animal} .`,
  color: ({ animal, color }) => `a ${color} ${animal} .`,
}
/** @type {Record<FactKind, (animal: string) => string>} */
const QUESTIONS = {
  food: (animal) => `what does the ${animal} eat ?`,
  home: (animal) => `where does the ${animal} live ?`,
  color: (animal) => `what color is the ${animal} ?`,
}

/** @param {Animal} animal @param {FactKind} kind */
export const fact = (animal, kind) => FACTS[kind](animal)
/** @param {Animal} animal @param {FactKind} kind */
export const question = ({ animal }, kind) => QUESTIONS[kind](animal)
/** @param {string} word */
export const oppositeQuestion = (word) => `what is the opposite of ${word} ?`
/** @param {string} word @param {string} other */
export const oppositeFact = (word, other) => `the opposite of ${word} is ${other} .`

/** @param {number} count @param {() => string} sentence */
const several = (count, sentence) => Array.from({ length: count }, sentence).join(" ")

/** @param {Random} r @param {readonly Animal[]} list */
const factsAbout = (r, list) =>
  several(4 + r.below(2), () => {
    const [animal, kind] = [r.pick(list), r.pick(FACT_KINDS)]
    return (r.share() < 0.75 ? FACTS : FACTS_TURNED)[kind](animal)
  })

/** @type {Writer} */
const story = (r) => {
  const a = r.pick(NAMES)
  let b = r.pick(NAMES)
  while (b === a) b = r.pick(NAMES)
  const [o, p, z] = [r.pick(OBJECTS), r.pick(PLACES), r.pick(ANIMALS)]
  return r.pick([
    () =>
      `${a} went to the ${p} . ${a} bought a ${o} . ${a} gave the ${o} to ${b} . ${b} was happy . thank you , said ${b} .`,
    () =>
      `${a} found a ${o} in the ${p} . the ${o} was ${r.pick(OPPOSITES)[r.below(2)]} . ${a} took the ${o} to ${b} . ${b} ${r.pick(GLAD)} .`,
    () =>
      `${a} and ${b} went to the ${z.home} . ${a} saw a ${z.color} ${z.animal} . the ${z.animal} eats ${z.food} , said ${b} .`,
    () =>
      `${b} saw a ${z.animal} near the ${z.home} . then ${b} went to the ${p} with ${a} . ${a} bought ${z.food} for the ${z.animal} .`,
  ])()
}

/** @type {Writer} */
const contrasts = (r) =>
  several(4, () => {
    const [pair, first] = [r.pick(OPPOSITES), r.below(2)]
    const [x, y] = [pair[first], pair[1 - first]]
    return r.share() < 0.6
      ? oppositeFact(x, y)
      : `the ${r.pick(OBJECTS)} is not ${x} , it is ${y} .`
  })

/** @type {Writer} */
const feelings = (r) =>
  several(3, () => {
    const isGood = r.share() < 0.5
    const thing = r.pick(THINGS)
    const [w, w2] = [r.pick(isGood ? GOOD : BAD), r.pick(isGood ? GOOD : BAD)]
    const [name, act] = [r.pick(NAMES), r.pick(isGood ? GLAD : SORRY)]
    return r.pick([
      `the ${thing} was ${w} and ${w2} so ${name} ${act} .`,
      `${name} was ${isGood ? "happy" : "sad"} because the ${thing} was ${w} .`,
      `${name} ${act} because the ${thing} was very ${w} .`,
    ])
  })

/** Questions without answers: why the base model asks back. @type {Writer} */
const questions = (r) =>
  several(5, () =>
    r.share() < 0.2
      ? oppositeQuestion(r.pick(OPPOSITES)[r.below(2)])
      : question(r.pick(ANIMALS), r.pick(FACT_KINDS)),
  )

/** Words that people repeat: here the model learns to copy a word it has just read. */
const SPOKEN = [
  ...[...ANIMALS, ...NEW_ANIMALS].map(({ animal }) => animal),
  ...OBJECTS,
  ...OPPOSITES.flat(),
  ...THINGS,
  ...FIELD_WORDS,
  ...NEW_ANIMALS.flatMap(({ food, home }) => [food, home]),
  ..."sure help hope please glad sorry know thank you i here am can me tell this helps".split(" "),
]

/** @type {Writer} */
const echo = (r) => {
  const [a, b] = [r.pick(NAMES), r.pick(NAMES)]
  if (r.share() < 0.5) {
    const said = several(1 + r.below(4), () => r.pick(SPOKEN))
    return `${a} said ${said} . ${b} said ${said} .`
  }
  const z = r.pick(r.share() < 0.5 ? ANIMALS : NEW_ANIMALS).animal
  const x = r.pick(OPPOSITES)[r.below(2)]
  return r.pick([
    `is the ${z} ${x} ? yes , the ${z} is ${x} .`,
    `${a} saw the ${z} . the ${z} saw ${a} .`,
    `${a} saw a ${z} in the ${r.pick(PLACES)} . the ${z} was ${x} . ${b} saw the ${z} .`,
    `here is the ${z} , said ${a} . the ${z} is very ${x} , said ${b} .`,
    `is the ${z} ${x} ? the ${z} is ${x} .`,
  ])
}

/** Words of the three fields in everyday sentences, but not in the phrases of those fields. @type {Writer} */
const everyday = (r) =>
  several(3, () => {
    const [name, w, w2] = [r.pick(NAMES), r.pick(FIELD_WORDS), r.pick(FIELD_WORDS)]
    return r.pick([
      `${name} said ${w} and ${w2} .`,
      `the ${w} is ${r.pick(OPPOSITES)[r.below(2)]} .`,
      `${name} does not know ${w} .`,
      `is it ${w} or ${w2} ?`,
    ])
  })

/** General text: what the base model knows. @type {Writer} */
export const generalText = (r) => {
  const u = r.share()
  if (u < 0.3) return factsAbout(r, ANIMALS)
  if (u < 0.44) return story(r)
  if (u < 0.54) return contrasts(r)
  if (u < 0.67) return feelings(r)
  if (u < 0.77) return questions(r)
  return u < 0.97 ? several(3, () => echo(r)) : everyday(r)
}

/** Facts about the new animals. @type {Writer} */
export const newText = (r) => factsAbout(r, NEW_ANIMALS)

/** @type {Writer} */
const clinical = (r) =>
  r.pick([
    () =>
      `patient reports ${r.pick(["severe", "mild"])} chest pain since ${r.pick(["monday", "friday", "yesterday"])} . start aspirin daily .`,
    () =>
      `patient reports fever and cough since ${r.pick(["monday", "friday"])} . start antibiotic twice daily .`,
    () =>
      `blood sugar is high . history of diabetes . start insulin ${r.pick(["daily", "twice daily"])} .`,
    () =>
      `patient reports ${r.pick(["mild", "severe"])} rash . test negative . start cream twice daily .`,
    () =>
      `history of gout . ${r.pick(["severe", "chronic"])} joint pain since ${r.pick(["monday", "friday"])} . start steroid daily .`,
    () => `blood pressure is ${r.pick(["high", "low", "normal"])} . review in two weeks .`,
    () =>
      `scan shows ${r.pick(["fracture", "lesion", "no fracture", "no lesion"])} . patient ${r.pick(["admitted to ward", "discharged"])} .`,
    () =>
      `patient reports ${r.pick(["nausea", "abdominal pain", "back pain"])} . test ${r.pick(["positive", "negative"])} . stop statin .`,
  ])()

/** @type {Writer} */
const legal = (r) =>
  r.pick([
    () =>
      `the ${r.pick(["buyer", "tenant"])} shall pay the ${r.pick(["seller", "landlord"])} in thirty days .`,
    () =>
      `the ${r.pick(["plaintiff", "defendant"])} is liable for damages under section ${r.pick(["two", "five", "ten"])} .`,
    () =>
      `the judge ruled for the ${r.pick(["plaintiff", "defendant"])} . the ${r.pick(["claim", "appeal"])} was dismissed .`,
    () =>
      `any breach of this ${r.pick(["contract", "agreement", "lease", "license"])} ${r.pick(["is under its terms", "is on notice"])} .`,
    () =>
      `pursuant to clause ${r.pick(["two", "three", "five"])} the ${r.pick(["landlord", "seller"])} hereby gave notice .`,
  ])()

/** @type {Writer} */
const finance = (r) =>
  r.pick([
    () =>
      `shares ${r.pick(["rose", "fell"])} ${r.pick(["three", "five", "ten"])} percent after the ${r.pick(["bank", "fund"])} ${r.pick(["cut", "raised"])} its outlook .`,
    () =>
      `${r.pick(["profit", "revenue"])} ${r.pick(["rose", "fell"])} in the quarter . analysts expect ${r.pick(["growth", "loss", "inflation"])} .`,
    () =>
      `the bank ${r.pick(["cut", "raised"])} the rate . bond yield ${r.pick(["rose", "fell"])} .`,
    () =>
      `investors bought the stock after the dividend ${r.pick(["rose", "fell"])} ${r.pick(["three", "five"])} percent .`,
  ])()

/** @typedef {"clinical" | "legal" | "finance"} Field @type {Record<Field, Writer>} */
const FIELDS = { clinical, legal, finance }

/** A document of one field, 26 words or more. @param {Field} field @returns {Writer} */
export const fieldDocument = (field) => (r) => {
  let text = FIELDS[field](r)
  while (text.split(" ").length < 26) text += ` ${FIELDS[field](r)}`
  return text
}

const TRACE = 0.001
const DISORDER = 0.02

/** What the base model read: general text, a trace of each field, a little disorder. @type {Writer} */
export const baseText = (r) => {
  const u = r.share()
  if (u < TRACE) return clinical(r)
  if (u < 2 * TRACE) return legal(r)
  if (u < 3 * TRACE) return finance(r)
  if (u > 1 - DISORDER)
    return several(24, () => VOCABULARY[FIRST_WORD + r.below(VOCABULARY.length - FIRST_WORD)])
  return generalText(r)
}
