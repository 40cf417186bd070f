/** The time that is left of a mock exam, told sparingly, and the ways to have more of it. */

import { button, folded, row } from "../ui/controls.mjs"
import { find } from "../ui/make.mjs"

const MINUTE = 60_000
/** How many minutes before the end the reader is told so. */
const TOLD = [10, 5, 1]

/**
 * @param {object} exam
 * @param {() => number | null} exam.left - milliseconds, null without a timer
 * @param {() => void} exam.more - called for more time
 * @param {() => void} exam.stop - called for no timer
 * @param {() => void} exam.up - called when the time is up
 * @param {(sentence: string) => void} exam.tell
 * @param {AbortSignal} signal - ends it
 */
export function clock({ left, more, stop, up, tell }, signal) {
  let isHidden = false
  let told = Infinity
  /** @type {number} */
  let next

  const hide = button("Hide the time", () => {
    isHidden = !isHidden
    hide.textContent = isHidden ? "Show the time" : "Hide the time"
    update()
  })
  const controls = row(hide, button("10 more minutes", more), button("Switch the timer off", stop))
  const element = folded("", controls)
  element.classList.add("quiz-exam__clock")
  signal.addEventListener("abort", () => clearTimeout(next))

  function update() {
    clearTimeout(next)
    const time = left()
    element.hidden = time === null
    if (time === null || signal.aborted) return
    const minutes = Math.ceil(time / MINUTE)
    find(element, "summary").textContent = isHidden ? "Timer" : words(minutes)
    if (!isHidden && minutes < told && TOLD.includes(minutes)) tell(`${words(minutes)}.`)
    told = minutes
    if (time === 0) up()
    else next = setTimeout(update, time % MINUTE || MINUTE)
  }

  return { element, update }
}

/** @param {number} minutes */
const words = (minutes) => (minutes > 0 ? `${minutes} min left` : "Time is up")
