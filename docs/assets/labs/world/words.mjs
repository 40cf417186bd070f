/** Every word of the labs' small closed world. A word's number is its place in VOCABULARY: never reorder. */

/** @param {string} text */
const words = (text) => text.trim().split(/\s+/)

/** @typedef {{ animal: string, food: string, home: string, color: string }} Animal */

/** @param {string} rows @returns {Animal[]} */
const animalsIn = (rows) =>
  rows.split("|").map((row) => {
    const [animal, food, home, color] = row.split(" ")
    return { animal, food, home, color }
  })

/** What the base model has read about: what each eats, where it lives, its color. */
export const ANIMALS = animalsIn(
  "fox meat forest red|owl mice tree gray|cow grass farm black|hen corn farm brown|bee honey hive yellow|ant seeds hill black" +
    "|cat fish house white|dog meat house brown|pig roots farm pink|goat leaves hill white|horse grass field brown" +
    "|sheep grass hill white|duck bread pond green|frog flies pond green|bear honey cave brown|wolf meat forest gray" +
    "|deer leaves forest brown|hare grass field gray|mouse bread barn gray|crow nuts tree black|seal fish sea gray" +
    "|swan weeds river white|snake eggs field green|trout worms river pink|bat fruit cave black|crab weeds sea red" +
    "|toad worms barn brown|otter fish river black|mole worms field black|lamb milk farm white",
)

/** Named in passing before, but no facts: these appear in continued pre-training only. */
export const NEW_ANIMALS = animalsIn(
  "yak moss tundra brown|lynx hares taiga gray|ibex lichen cliff brown|lemur figs jungle white|tapir ferns jungle black" +
    "|koala gum bush gray|panda bamboo valley white|gecko moths desert green|raven carrion cliff black" +
    "|camel thorns desert yellow|puffin eels island black|walrus clams island brown",
)

/** No training question asks about these: they test whether answering carries over. */
export const HELD_OUT = new Set(words("owl bee cat goat frog deer crow swan crab otter"))

export const OPPOSITES = (
  "hot cold|big small|day night|fast slow|old new|wet dry|light dark|rich poor|hard soft|open closed|full empty|high low" +
  "|early late|loud quiet|clean dirty|strong weak"
)
  .split("|")
  .map(words)

export const NAMES = words("anna ben carl dora emma finn gina hugo")
export const PLACES = words("market school park shop garden bridge")
export const OBJECTS = words("book cup hat ball bag lamp key coat cake apple")
export const THINGS = words("soup film tea room song meal play service show story")
export const GOOD = words(
  "lovely great sweet fresh kind bright tasty charming superb pleasant delightful perfect friendly wonderful",
)
export const BAD = words(
  "awful dull nasty stale rude boring bitter horrible terrible dreadful bland broken gloomy shabby",
)
export const GLAD = words("smiled laughed cheered")
export const SORRY = words("frowned sighed cried")

const GRAMMAR = words(
  "yes the a of is was in to and so because not it what where does do eat eats live lives color opposite who went bought gave" +
    " saw found took near with then said happy sad . , ? ! : but very i you thank sure help hope this helps know sorry please" +
    " glad am can me tell here",
)
const CLINICAL = words(
  "patient reports severe mild chronic chest back abdominal joint pain fever cough rash nausea since monday friday yesterday" +
    " history diabetes asthma gout blood pressure sugar normal start stop aspirin insulin steroid statin antibiotic cream mg" +
    " daily twice review weeks two test positive negative scan shows fracture lesion no ward admitted discharged on for",
)
const LEGAL = words(
  "court party contract clause breach damages shall pay hereby agreement plaintiff defendant judge ruled appeal liable terms" +
    " notice days thirty section under pursuant claim dismissed seller buyer license tenant landlord rent lease or any",
)
const FINANCE = words(
  "shares rose fell percent quarter profit loss revenue bank rate bond yield fund dividend investors stock analysts expect" +
    " growth inflation cut raised guidance three five ten after its outlook",
)
export const FIELD_WORDS = [...new Set([...CLINICAL, ...LEGAL, ...FINANCE])]

const SIGNS = ["<pad>", "<bos>", "<eos>", "<user>", "<bot>"]
/** Filler, start of a text, end of a text, a person speaks, the model speaks. */
export const [PAD, START, END, USER, BOT] = SIGNS.keys()
export const FIRST_WORD = SIGNS.length

export const VOCABULARY = [
  ...new Set([
    ...SIGNS,
    ...GRAMMAR,
    ...[...ANIMALS, ...NEW_ANIMALS].flatMap(({ animal, food, home, color }) => [
      animal,
      food,
      home,
      color,
    ]),
    ...OPPOSITES.flat(),
    ...NAMES,
    ...PLACES,
    ...OBJECTS,
    ...GOOD,
    ...BAD,
    ...THINGS,
    ...GLAD,
    ...SORRY,
    ...CLINICAL,
    ...LEGAL,
    ...FINANCE,
  ]),
]

const NUMBERS = new Map(VOCABULARY.map((word, number) => [word, number]))

/** Words and punctuation of a text, in lower case. @param {string} text */
export const split = (text) => text.toLowerCase().match(/[\p{L}\p{N}'<>-]+|[^\s\p{L}\p{N}]/gu) ?? []

/** The words that the model does not know, each once. @param {string} text */
export const unknownWords = (text) => [
  ...new Set(split(text).filter((word) => (NUMBERS.get(word) ?? 0) < FIRST_WORD)),
]

/** Word numbers of a text of known words, separated by spaces. @param {string} text */
export const encode = (text) =>
  words(text).map((word) => {
    const number = NUMBERS.get(word)
    if (number === undefined) throw new RangeError(`The model does not know the word "${word}".`)
    return number
  })

/** The text of these numbers, without signs. @param {readonly number[]} numbers */
export const decode = (numbers) =>
  numbers
    .filter((number) => number >= FIRST_WORD)
    .map((number) => VOCABULARY[number] ?? "?")
    .join(" ")
