/** `<study-path>`: marks in the path below it what the reader has read and what comes next. */

import { make } from "../ui/make.mjs"
import { lessonsIn } from "./lessons.mjs"
import { reader } from "./reader.mjs"

export class StudyPath extends HTMLElement {
  async connectedCallback() {
    const known = await reader()
    if (!this.isConnected || !known || known.read.size === 0) return
    const lessons = lessonsIn(document)
    for (const lesson of lessons) {
      const isRead = known.read.has(lesson.path)
      if (isRead) mark(lesson.row, "read", ", read")
      else if (lesson.path === known.next?.path) mark(lesson.row, "next", ", continue here")
    }
    for (const stage of document.querySelectorAll(".stage")) showShare(stage)
    const count = lessons.filter(({ path }) => known.read.has(path)).length
    const next = known.next
      ? `Next: ${known.next.title}, ${known.next.minutes}.`
      : "You have read them all."
    this.textContent = `${count} of ${lessons.length} lessons read. ${next}`
  }
}

/** @param {HTMLElement} row @param {string} state @param {string} words */
function mark(row, state, words) {
  if (row.dataset.state) return
  row.dataset.state = state
  row
    .querySelector("a > span:not(.dot)")
    ?.append(make("span", { className: "visually-hidden" }, words))
}

/** @param {Element} stage */
function showShare(stage) {
  const rows = [...stage.querySelectorAll("li")]
  const read = rows.filter(({ dataset }) => dataset.state === "read").length
  const words = stage.querySelector(".stage__head span")
  if (words) words.textContent = `${read} of ${rows.length}`
}
