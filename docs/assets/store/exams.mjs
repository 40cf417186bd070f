/** Mock exams, one record each. */

import { parseExam } from "../core/parse.mjs"
import { addTo } from "./attempts.mjs"
import { read, write } from "./database.mjs"

/** @param {string} id @returns {Promise<Exam | null>} */
export const get = async (id) => parseExam(await read(["exams"], ({ exams }) => exams.get(id)))

/** @returns {Promise<Exam[]>} the oldest first */
export async function all() {
  const values = await read(["exams"], ({ exams }) => exams.all())
  return values
    .flatMap((value) => parseExam(value) ?? [])
    .sort((one, other) => one.started - other.started)
}

/** Those that are not submitted, the oldest first. */
export const open = async () => (await all()).filter(({ handedIn }) => handedIn === null)

/** @param {Exam} exam */
export const put = (exam) => write(["exams"], ({ exams }) => exams.put(exam, exam.id))

/**
 * Make *next* of the exam in one transaction, so that two tabs lose nothing of each other. The change
 * that submits it adds its *attempts*.
 * @param {Exam} known - taken where none is stored
 * @param {(exam: Exam) => Exam} next
 * @param {(exam: Exam) => Attempt[]} [attemptsOf]
 * @returns {Promise<Exam>} as it is now
 */
export const change = (known, next, attemptsOf = () => []) =>
  write(["exams", "attempts"], async ({ exams, attempts }) => {
    const before = parseExam(await exams.get(known.id)) ?? known
    const after = next(before)
    await exams.put(after, known.id)
    const isSubmitted = before.handedIn === null && after.handedIn !== null
    for (const attempt of isSubmitted ? attemptsOf(after) : []) await addTo(attempts, attempt)
    return after
  })

/** @param {string} id */
export const remove = (id) => write(["exams"], ({ exams }) => exams.remove(id))
