/** `<quiz-overview>`: the reader's progress in one line, once there is any. */

import { make } from "../quiz/make.mjs"
import { current } from "./current.mjs"
import { ROOT } from "./index.mjs"
import { byItem, score } from "./score.mjs"

export class QuizOverview extends HTMLElement {
  async connectedCallback() {
    const [{ attempts }, index] = await current()
    if (!index) return
    const items = index.quizzes.flatMap(({ items }) => items)
    const { questions, seen, right, mastered } = score(items, byItem(attempts))
    if (!this.isConnected || seen === 0) return
    const sentence = `You have seen ${seen} of ${questions} questions: ${right} right, ${mastered} mastered. `
    const link = make("a", { href: new URL("practice/progress/", ROOT).href }, "Your progress")
    this.replaceChildren(make("p", { className: "quiz-progress__overview" }, sentence, link))
  }
}
