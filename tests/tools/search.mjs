/** Answers a list of queries as the search box does: `node search.mjs INDEX < queries.json`. */

import { readFileSync } from "node:fs"
import { nearest, prepare, rank } from "../../docs/assets/search/rank.mjs"

const searchable = prepare(JSON.parse(readFileSync(process.argv[2], "utf8")).docs)
const answers = JSON.parse(readFileSync(0, "utf8")).map((query) => {
  const hits = rank(searchable, query)
  return {
    first: hits[0]?.entry.location ?? "",
    near: hits.length ? "" : nearest(searchable, query),
  }
})
console.log(JSON.stringify(answers))
