/** What the guide changed in an exam since it was stored, in words. */

import { counted } from "../core/words.mjs"

/** @param {Exam} before @param {Exam} now */
export function changesOf(before, now) {
  const gone = before.items.length - now.items.length
  const same = new Set(now.items.map(({ id, revision }) => `${id} ${revision}`))
  const changed =
    before.items.filter(({ id, revision }) => !same.has(`${id} ${revision}`)).length - gone
  return [
    gone &&
      `${counted(gone, "question")} of this exam ${gone === 1 ? "is" : "are"} no longer in the guide and ${gone === 1 ? "was" : "were"} left out.`,
    changed &&
      `${counted(changed, "question")} changed since you started: please answer ${changed === 1 ? "it" : "them"} again.`,
  ]
    .filter(Boolean)
    .join(" ")
}
