/** The end of a session: what was missed, and one next step. */

import { missedItem } from "../quiz/words-of-item.mjs"
import { mainButton } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { missedPart, nextSteps } from "../ui/run-end.mjs"
import { linkTo } from "../ui/site.mjs"
import { endLine } from "./sentences.mjs"

/**
 * @param {readonly { question: Question | undefined, outcome: Outcome }[]} answers
 * @param {Waiting} waiting - what is left
 * @param {number} size
 * @param {(choice: string, size?: number) => void} begin
 */
export function endPart(answers, waiting, size, begin) {
  const missed = answers
    .filter(({ outcome }) => outcome !== "correct")
    .flatMap(({ question }) => question ?? [])
  const right = answers.filter(({ outcome }) => outcome === "correct").length
  return make(
    "section",
    { className: "card review__end" },
    make("h2", { tabIndex: -1 }, "Session complete"),
    make("p", { className: "lead" }, endLine(right, answers.length)),
    ...missedPart(missed.map(({ form, link }) => missedItem(form, link))),
    nextSteps(nextStep(waiting, size, begin)),
  )
}

/** @param {Waiting} waiting @param {number} size @param {(choice: string, size?: number) => void} begin */
function nextStep({ today, missed, unseen }, size, begin) {
  if (today > 0) return mainButton(`Review ${Math.min(size, today)} more`, () => begin("due"))
  if (missed > 0) return mainButton(`Practice what I missed: ${missed}`, () => begin("missed"))
  if (unseen > 0) return mainButton("5 new questions", () => begin("new", 5))
  const exam = linkTo("practice/mock-exam/", "Take a mock exam")
  exam.className = "btn btn--primary"
  return exam
}
