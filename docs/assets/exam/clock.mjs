/** The clock of a mock exam: calm until the last minutes, and always the learner's to change. */

import { counted, minutesAndSeconds } from "../core/words.mjs"
import { button, unseen } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { clockIcon, pauseIcon } from "./icons.mjs"

const MINUTE = 60_000
/** From here on the clock shows seconds. */
const LAST = 5 * MINUTE
/** How many minutes before the end the learner hears of it. */
const SPOKEN = [10, 5, 1]

/**
 * @param {object} exam
 * @param {() => number | null} exam.left - milliseconds, null without a timer
 * @param {() => void} exam.pause
 * @param {() => void} exam.more - called for more time
 * @param {() => void} exam.stop - called for no timer
 * @param {() => void} exam.up - called when the time is up
 * @param {(sentence: string) => void} exam.say
 * @param {AbortSignal} signal - ends it
 */
export function clock({ left, pause, more, stop, up, say }, signal) {
  let isHidden = false
  let spoken = Infinity
  /** @type {number} */
  let next

  const hide = button(
    "Hide the time",
    close(() => {
      isHidden = !isHidden
      hide.textContent = isHidden ? "Show the time" : "Hide the time"
      update()
    }),
    "exam-menu__item",
  )
  const menu = make(
    "div",
    { className: "exam-menu", hidden: true },
    button("Pause", close(pause), "exam-menu__item exam-menu__item--narrow"),
    hide,
    button("10 more minutes", close(more), "exam-menu__item"),
    button("Switch the timer off", close(stop), "exam-menu__item"),
  )
  const time = make("span", { className: "exam-clock__time" })
  const face = button([clockIcon(), time], () => open(Boolean(menu.hidden)), "exam-clock__face")
  const element = make(
    "div",
    { className: "exam-clock" },
    face,
    menu,
    button([pauseIcon(), "Pause"], close(pause), "exam-bar__button exam-clock__pause"),
  )
  open(false)
  element.addEventListener(
    "keydown",
    ({ key }) => key === "Escape" && !menu.hidden && (open(false), face.focus()),
  )
  document.addEventListener(
    "pointerdown",
    ({ target }) => element.contains(/** @type {Node} */ (target)) || open(false),
    { signal },
  )
  signal.addEventListener("abort", () => clearTimeout(next))

  /** @param {boolean} isOpen */
  function open(isOpen) {
    menu.hidden = !isOpen
    face.ariaExpanded = String(isOpen)
  }

  /** @param {() => void} act */
  function close(act) {
    return () => {
      open(false)
      face.focus()
      act()
    }
  }

  function update() {
    clearTimeout(next)
    const rest = left()
    element.hidden = rest === null
    if (rest === null || signal.aborted) return
    const minutes = Math.ceil(rest / MINUTE)
    time.replaceChildren(...shown(rest, minutes))
    if (!isHidden && minutes < spoken && SPOKEN.includes(minutes))
      say(`${counted(minutes, "minute")} left.`)
    spoken = minutes
    if (rest === 0) up()
    else next = setTimeout(update, rest > LAST ? rest % MINUTE || MINUTE : rest % 1000 || 1000)
  }

  /** @param {number} rest @param {number} minutes */
  function shown(rest, minutes) {
    if (isHidden) return ["Timer"]
    return [
      rest > LAST ? `${minutes} min` : minutesAndSeconds(rest),
      unseen(" left, change the timer"),
    ]
  }

  return { element, update }
}
