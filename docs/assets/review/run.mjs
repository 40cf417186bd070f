/** Asks one question after the other and lets the reader take the last answer back. */

import { capital } from "../core/words.mjs"
import * as attempts from "../store/attempts.mjs"
import { notice } from "../store/database.mjs"
import { button, goTo } from "../ui/controls.mjs"
import { find, make } from "../ui/make.mjs"

/**
 * Ask *questions* in *stage* until all are answered or the reader ends it.
 * @param {Element} stage
 * @param {readonly Question[]} questions
 * @param {string} noun - what one of them is called
 * @param {(attempt: Attempt) => string} whenNext - the sentence that says when it is asked again
 * @returns {Promise<Answer[]>}
 */
export async function runSession(stage, questions, noun, whenNext) {
  const cover = coverBox(questions)
  const current = make("div")
  stage.replaceChildren(...cover, current)
  /** @type {Answer[]} */
  const answers = []
  let news = ""
  while (answers.length < questions.length) {
    const question = questions[answers.length]
    const heading = make("h2", { tabIndex: -1 }, `${capital(noun)} ${answers.length + 1} of ${questions.length}`)
    const { attempt, act } = await ask(current, heading, question, news, whenNext)
    news = ""
    if (attempt && act === "undo") {
      await attempts.takeBack(attempt.id)
      news = `Your answer was taken back. ${notice()}`
    } else {
      if (attempt) answers.push({ ...question, attempt })
      if (act === "end") break
    }
  }
  return answers
}

/**
 * @param {Element} stage
 * @param {HTMLElement} heading
 * @param {Question} question
 * @param {string} news
 * @param {(attempt: Attempt) => string} whenNext
 * @returns {Promise<{ attempt: Attempt | null, act: "next" | "undo" | "end" }>} what the reader did
 */
const ask = (stage, heading, question, news, whenNext) =>
  new Promise((done) => {
    /** @type {Attempt | null} */
    let attempt = null
    /** @param {"next" | "undo" | "end"} act */
    const does = (act) => () => done({ attempt, act })

    const form = /** @type {any} */ (question.form.cloneNode(true))
    const check = find(form, "quiz-check")
    check.setAttribute("anew", "")
    const status = make("p", { ariaLive: "polite" }, news) // order.mjs takes a status in the form for its own
    const after = make("div", { className: "quiz-session__after" }, status)
    check.parentElement.after(after)
    form.addEventListener("quiz-attempt", (/** @type {CustomEvent<Attempt>} */ event) => {
      attempt = event.detail
      find(check, "button").remove() // to try again right after reading the answer is no practice
      status.textContent = whenNext(attempt)
      after.append(
        button("Next", does("next"), "quiz-session__main"),
        button("Undo this answer", does("undo")),
        make("span", {}, "From ", make("a", { href: question.href }, question.title)),
      )
    })
    stage.replaceChildren(heading, form, button("End the session", does("end")))
    goTo(heading)
  })

/** Where there is something to cover. @param {readonly Question[]} questions */
function coverBox(questions) {
  if (questions.every(({ form }) => form.dataset.interaction === "recall")) return []
  const box = make("input", { type: "checkbox", className: "quiz-cover" })
  return [make("p", {}, make("label", {}, box, " Cover the options until I have thought of an answer"))]
}
