/** The answer sheet of a mock exam: stored at every change, and in step with other tabs. */

import { fitted, graded, whileOpen } from "../core/exam.mjs"
import * as attempts from "../store/attempts.mjs"
import * as exams from "../store/exams.mjs"

export class Sheet {
  exam
  #papers
  #uses
  #storing = 0

  /**
   * @param {Exam} exam
   * @param {Papers} papers
   * @param {object} uses
   * @param {() => void} uses.changed
   * @param {() => void} uses.over - submitted, or changed beyond what is on the page, in another tab
   * @param {() => void} uses.erased - in another tab; the sheet still has it
   */
  constructor(exam, papers, uses) {
    this.exam = exam
    this.#papers = papers
    this.#uses = uses
  }

  /** @param {(exam: Exam) => Exam} next */
  async change(next) {
    const known = this.exam
    this.exam = next(known)
    this.#uses.changed()
    this.#storing++
    const stored = await exams.change(known, whileOpen(next))
    this.#storing--
    this.#take(stored)
  }

  /** Read what another tab has done. */
  async look() {
    const stored = await exams.get(this.exam.id)
    if (stored) this.#take(fitted(stored, this.#papers))
    else if (this.#storing === 0) this.#uses.erased()
  }

  /** @param {(exam: Exam) => Exam} last - a change to make with it */
  async submit(last) {
    this.#storing++
    const { items, started } = this.exam
    const handedIn = Math.max(Date.now(), started)
    const histories = await attempts.ofItems(items.map(({ id }) => id))
    await exams.change(
      this.exam,
      whileOpen((exam) => ({ ...last(exam), paused: null, handedIn })),
      (exam) => graded(exam, this.#papers, histories),
    )
    document.dispatchEvent(new CustomEvent("quiz-attempt"))
  }

  /** What is stored before the last change has been stored is out of date. @param {Exam} stored */
  #take(stored) {
    if (this.#storing > 0) return
    const isOver = stored.handedIn !== null || stored.items.length !== this.exam.items.length
    this.exam = stored
    this.#uses[isOver ? "over" : "changed"]()
  }
}
