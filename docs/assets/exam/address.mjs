/** What the address of the page says: the exam on the screen, or the exam to start. */

/** Names an exam and the place of its question, from 1. */
const EXAM = /^#exam-([a-z0-9-]+)(?:\/(\d+))?$/
const USUAL_SIZE = 20
const DIFFICULTIES = /** @type {const} */ (["recall", "apply", "analyze"])
const ONLY = /** @type {const} */ (["unseen", "missed"])

/** @param {Pick<Location, "hash">} address @returns {{ id?: string, place: number }} */
export function examIn({ hash }) {
  const [, id, place] = EXAM.exec(hash) ?? []
  return { id, place: Number(place ?? NaN) }
}

/**
 * Of an address such as `?questions=10&topic=peft&start=1`. What it does not say, or says wrong, is usual.
 * @param {Pick<Location, "search">} address
 * @param {readonly number[]} sizes - that an exam may have
 * @returns {{ size: number, choice: ExamChoice, isStart: boolean }}
 */
export function choiceIn({ search }, sizes) {
  const wanted = new URLSearchParams(search)
  const [usual] = [USUAL_SIZE, ...sizes].filter((size) => sizes.includes(size))
  const choice = {
    objective: wanted.get("objective") ?? "",
    topic: wanted.get("topic") ?? "",
    difficulty: DIFFICULTIES.find((word) => word === wanted.get("difficulty")) ?? "",
    only: ONLY.find((word) => word === wanted.get("only")) ?? "",
  }
  return {
    size: sizes.find((size) => String(size) === wanted.get("questions")) ?? usual,
    choice: /** @type {ExamChoice} */ (choice),
    isStart: wanted.has("start"),
  }
}
