/** Answers queries as the search box does, from entries of an index: `node search.mjs < asked.json`. */

import { readFileSync } from "node:fs"
import { nearest, prepare, rank } from "../../docs/assets/search/rank.mjs"

const { entries, queries } = JSON.parse(readFileSync(0, "utf8"))
const searchable = prepare(entries)
const answers = queries.map((query) => {
  const hits = rank(searchable, query)
  return {
    first: hits[0]?.entry.location ?? "",
    near: hits.length ? "" : nearest(searchable, query),
  }
})
console.log(JSON.stringify(answers))
