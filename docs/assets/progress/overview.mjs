/** `<quiz-overview>`: the reader's progress in one line, once there is any. */

import { byItem } from "../core/history.mjs"
import { score } from "../core/score.mjs"
import { make } from "../ui/make.mjs"
import { ROOT } from "../ui/site.mjs"
import { current } from "./current.mjs"

export class QuizOverview extends HTMLElement {
  async connectedCallback() {
    const [{ attempts }, index] = await current()
    if (!index) return
    const items = index.quizzes.flatMap(({ items }) => items)
    const { questions, seen, right, mastered } = score(items, byItem(attempts, Date.now()))
    if (!this.isConnected || seen === 0) return
    const sentence = `You have seen ${seen} of ${questions} questions: ${right} right, ${mastered} mastered. `
    const link = make("a", { href: new URL("practice/progress/", ROOT).href }, "Your progress")
    this.replaceChildren(make("p", { className: "quiz-progress__overview" }, sentence, link))
  }
}
