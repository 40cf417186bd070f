/** Entries of the search index and a query in, ranked entries out. Pure. */

const COMMON = new Set(
  "a an and are can do does for how i in is it of on or the to what when which why with vs".split(
    " ",
  ),
)
const MOST = 30

/** @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

/**
 * The words of a text; what a hyphen joins is found in parts and as one word.
 * @param {string} text
 */
export function wordsOf(text) {
  /** @type {string[]} */
  const words = []
  for (const [joined] of plain(text).matchAll(/[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*/gu)) {
    const parts = joined.split(/[-‑]/)
    words.push(...parts)
    if (parts.length > 1) words.push(parts.join(""))
  }
  return words
}

/**
 * What a search needs to know about each entry.
 * @param {readonly Entry[]} entries
 * @returns {Searchable}
 */
export function prepare(entries) {
  const pages = new Map(
    entries
      .filter(({ location }) => !location.includes("#"))
      .map((page) => [page.location, page.title]),
  )
  const prepared = entries.map((entry) => {
    const title = wordsOf(entry.title)
    return {
      entry,
      page: pages.get(entry.location.split("#")[0]) ?? "",
      names: namesOf(entry.title),
      title,
      text: counts(wordsOf(entry.text)),
      weight: (entry.boost ?? 1) * (entry.location.includes("#") ? 1 : 1.3),
    }
  })
  const known = counts(
    prepared.flatMap(({ title, text }) => [...new Set([...title, ...text.keys()])]),
  )
  const spelled = counts(prepared.flatMap(({ title }) => title))
  return { prepared, known, spelled }
}

/** @param {readonly string[]} words */
function counts(words) {
  /** @type {Map<string, number>} */
  const sum = new Map()
  for (const word of words) sum.set(word, (sum.get(word) ?? 0) + 1)
  return sum
}

/** What a title may be called: whole, before and after a colon, outside and inside brackets. @param {string} title */
function namesOf(title) {
  const parts = [
    title,
    ...title.split(":"),
    title.replace(/\(.*?\)/g, ""),
    ...[...title.matchAll(/\((.*?)\)/g)].map(([, name]) => name),
  ]
  return new Set(parts.map((part) => wordsOf(part).join(" ")).filter(Boolean))
}

/**
 * The entries that hold every word of *query*, best first.
 * @param {Searchable} searchable
 * @param {string} query
 * @returns {Hit[]}
 */
export function rank({ prepared, known, spelled }, query) {
  const all = partsOf(query)
  const words = all.filter((word) => !COMMON.has(word))
  const wanted = (words.length ? words : all).map((word) => stemmed(word, known, spelled))
  if (wanted.length === 0) return []
  const rare = new Map(
    wanted.map((word) => [word, Math.log(1 + prepared.length / (1 + (known.get(word) ?? 0)))]),
  )
  const results = []
  for (const { entry, page, names, title, text, weight } of prepared) {
    let score = 0
    for (const word of wanted) {
      const found = fit(word, title, text)
      score = found && score + found * (rare.get(word) ?? 1)
      if (!found) break
    }
    if (score === 0) continue
    if (isCalled(names, [all, wanted])) score += 60
    results.push({ entry, page, score: score * weight })
  }
  return results.sort((one, other) => other.score - one.score).slice(0, MOST)
}

/** Words of a query; the parts of a joined word are enough. @param {string} query */
const partsOf = (query) => [...new Set(plain(query).match(/[\p{L}\p{N}]+/gu) ?? [])]

/** @param {ReadonlySet<string>} names @param {readonly string[][]} spellings */
const isCalled = (names, spellings) =>
  spellings.some(
    (words) =>
      names.has(words.join(" ")) ||
      names.has(words.map(singular).join(" ")) ||
      names.has(wordsOf(words.join("-")).join(" ")),
  )

/**
 * A word that no entry holds and that is no slip of the keys, without its ending: "passing" finds "pass mark".
 * @param {string} word
 * @param {ReadonlyMap<string, number>} known
 * @param {ReadonlyMap<string, number>} spelled
 */
function stemmed(word, known, spelled) {
  const stem = word.replace(/(?:ing|ed|er|es)$/, "")
  if (stem.length < 4 || !known.has(stem) || isKnown(word, known)) return word
  return [...spelled.keys()].some((each) => distance(word, each) === 1) ? word : stem
}

/** @param {string} start @param {ReadonlyMap<string, number>} known */
const isKnown = (start, known) => [...known.keys()].some((word) => word.startsWith(start))

/** @param {string} word */
const singular = (word) => (word.length > 3 ? word.replace(/s$/, "") : word)

/**
 * How well one word fits an entry; 0 where it is not there.
 * @param {string} word
 * @param {readonly string[]} title
 * @param {ReadonlyMap<string, number>} text
 */
function fit(word, title, text) {
  const one = singular(word)
  const inText = text.get(word) ?? text.get(one) ?? text.get(`${word}s`) ?? 0
  const body = inText ? 1 + Math.log(inText) / 2 : 0
  if (title.some((each) => each === word || singular(each) === one)) return 8 + body
  if (word.length > 1 && title.some((each) => each.startsWith(word))) return 3 + body
  if (body) return body
  if (word.length < 2) return 0
  for (const each of text.keys()) if (each.startsWith(word)) return 0.4
  return 0
}

/**
 * *query* with the words that nothing holds put right, or "" where nothing is near.
 * @param {Searchable} searchable
 * @param {string} query
 */
export function nearest({ known, spelled }, query) {
  let changed = false
  const right = partsOf(query).map((word) => {
    if (isKnown(word, known)) return word
    const near = [...spelled.keys()]
      .map((each) => ({ each, away: distance(word, each) }))
      .filter(({ each, away }) => each.length > 2 && away <= (word.length > 4 ? 2 : 1))
      .sort((a, b) => a.away - b.away || (spelled.get(b.each) ?? 0) - (spelled.get(a.each) ?? 0))
    changed ||= near.length > 0
    return near[0]?.each ?? word
  })
  return changed ? right.join(" ") : ""
}

/** Letters to add, remove, change or swap. @param {string} one @param {string} other */
export function distance(one, other) {
  if (Math.abs(one.length - other.length) > 2) return 3
  /** @type {number[][]} */
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= one.length; i++) {
    rows.push([i])
    for (let j = 1; j <= other.length; j++) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, rows[i - 2][j - 2] + 1)
      rows[i].push(least)
    }
  }
  return rows[one.length][other.length]
}

/**
 * The part of a text around the first word of *query*, cut into pieces; every second piece is a word of it.
 * @param {string} text
 * @param {string} query
 */
export function excerpt(text, query) {
  const words = partsOf(query).filter((word) => !COMMON.has(word) && word.length > 1)
  if (words.length === 0) return [text.slice(0, 150)]
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])((?:${words.join("|")})[\\p{L}\\p{N}]*)`, "giu")
  const at = Math.max(0, text.search(pattern) - 50)
  const start = at ? text.indexOf(" ", at) + 1 : 0
  return `${start ? "… " : ""}${text.slice(start, start + 160)}${text.length > start + 160 ? " …" : ""}`.split(
    pattern,
  )
}
