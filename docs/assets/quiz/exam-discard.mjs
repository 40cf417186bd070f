/** Forgets an exam that the reader does not want to hand in. */

import { unkept } from "./records.mjs"
import { refuse, transact } from "./store.mjs"

/** Never rejects. @param {string} id */
export async function discard(id) {
  unkept.exams.delete(id)
  await transact("readwrite", ([, , , exams]) => exams.delete(id)).catch(refuse)
}
