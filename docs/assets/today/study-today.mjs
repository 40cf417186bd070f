/** `<study-today>`: what to do now, once the reader has answered a question; before that, what the page says. */

import { advice } from "../core/standing.mjs"
import { GOAL } from "../core/streak.mjs"
import { counted, duration, them } from "../core/words.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { reader } from "./reader.mjs"

const DATE = new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric" })
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

export class StudyToday extends HTMLElement {
  async connectedCallback() {
    const known = await reader()
    if (!this.isConnected || !known?.isReturning) return
    const { standing, next } = known
    this.replaceChildren(this.dataset.as === "strip" ? strip(standing) : card(standing, next))
  }
}

/** @param {ReaderState} standing @param {import("./lessons.mjs").Lesson | null} lesson - the next to read */
function card(standing, lesson) {
  const { title, words, primary } = adviceIn(standing)
  const readOn =
    lesson && quiet(linkTo(lesson.path, `or read on: ${lesson.title}, ${lesson.minutes}`))
  return make(
    "section",
    { className: "card today" },
    make(
      "div",
      { className: "today__do" },
      make("p", { className: "kicker" }, `Today, ${DATE.format(Date.now())}`),
      make("h1", {}, title),
      make("p", {}, words),
      make(
        "p",
        { className: "today__go" },
        ...[big(primary), readOn].filter((part) => part !== null),
      ),
      ...week(standing),
    ),
    make("div", { className: "today__facts" }, ...tiles(standing)),
  )
}

/** @param {ReaderState} standing */
function strip(standing) {
  const { title, words, primary } = adviceIn(standing)
  const { due, exam } = standing
  const other =
    exam && due > 0
      ? linkTo("practice/review/?start=due", `or review the ${due} that are due`)
      : null
  return make(
    "section",
    { className: "card today today--strip" },
    make(
      "div",
      { className: "today__do" },
      make("p", { className: "kicker" }, "Today"),
      make("h2", {}, title),
      make("p", {}, words),
    ),
    make("p", { className: "today__go" }, big(primary), ...(other ? [quiet(other)] : [])),
  )
}

/** @param {ReaderState} standing @returns {{ title: string, words: string, primary: HTMLAnchorElement }} */
function adviceIn(standing) {
  const { exam, due, missed, weakest, unseen } = standing
  switch (advice(standing)) {
    case "exam":
      return {
        title: "Finish your mock exam",
        words: `You stopped at question ${exam?.place} of ${exam?.size}${timeIn(exam?.left ?? null)}. Your answers are saved.`,
        primary: linkTo(
          `practice/mock-exam/#exam-${exam?.id}`,
          `Resume at question ${exam?.place}`,
        ),
      }
    case "due":
      return {
        title: `Review ${counted(due, "question")}`,
        words: `${due === 1 ? "It is" : "They are"} due today: you are about to forget ${them(due)}.`,
        primary: linkTo("practice/review/?start=due", "Start the review"),
      }
    case "missed":
      return {
        title: `Fix what you missed: ${counted(missed, "question")}`,
        words: `Answer ${them(missed)} again while you remember why.`,
        primary: linkTo("practice/review/?start=missed", "Practice what I missed"),
      }
    case "weakest":
      return {
        title: `Work on ${weakest?.title}`,
        words: "Of all topics, it has your lowest share of right answers.",
        primary: linkTo(`practice/review/?start=topic:${weakest?.slug}`, "Practice this topic"),
      }
    case "unseen":
      return {
        title: `${counted(unseen, "new question")} to go`,
        words: "Nothing is due, and you missed nothing. Ten questions are a good next step.",
        primary: linkTo("practice/mock-exam/?questions=10&start=1", "Take a 10-question check"),
      }
    case "done":
      return {
        title: "Everything is answered",
        words:
          "Nothing is due today, and you missed nothing. Come back tomorrow, or take a mock exam.",
        primary: linkTo("practice/mock-exam/", "Take a mock exam"),
      }
  }
}

/** @param {number | null} left - milliseconds */
function timeIn(left) {
  if (left === null) return ""
  return left === 0 ? "; the time is up" : `, with ${duration(left)} left`
}

/** Four numbers, each a way in. @param {ReaderState} standing */
function tiles({ due, missed, exam, right, questions, daysLeft }) {
  return [
    tile(`${due}`, "due for review", "practice/review/?start=due"),
    tile(`${missed}`, "missed, not yet fixed", "practice/review/?start=missed"),
    exam
      ? tile(
          `${exam.place}/${exam.size}`,
          "mock exam in progress",
          `practice/mock-exam/#exam-${exam.id}`,
        )
      : tile(`${right}/${questions}`, "questions right", "practice/progress/"),
    daysLeft === null
      ? tile("?", "days to your exam: set the date", "practice/review/")
      : tile(
          `${daysLeft}`,
          `${daysLeft === 1 ? "day" : "days"} to your exam`,
          "practice/progress/",
        ),
  ]
}

/** @param {string} number @param {string} words @param {string} path */
function tile(number, words, path) {
  const link = linkTo(path, "")
  link.className = "tile"
  link.replaceChildren(make("b", {}, number), make("span", {}, words))
  return link
}

/** @param {ReaderState} standing */
function week({ week }) {
  const today = week.find(({ isToday }) => isToday)?.answers ?? 0
  const words =
    today >= GOAL
      ? `That’s today’s ${GOAL}. Five questions a day keep the week going.`
      : `Five questions a day keep the week going. Today: ${today} of ${GOAL}.`
  return [
    make("ul", { className: "week", ariaLabel: "This week" }, ...week.map(day)),
    make("p", { className: "small soft" }, words),
  ]
}

/** @param {WeekDay} day @param {number} place */
function day({ isDone, isToday }, place) {
  const state = isDone ? "dot--done" : isToday ? "dot--now" : ""
  const words = isDone ? " done" : isToday ? " today" : " open"
  return make(
    "li",
    {},
    make("span", { className: `dot ${state}`.trim() }),
    WEEKDAYS[place],
    make("span", { className: "visually-hidden" }, words),
  )
}

/** @param {HTMLAnchorElement} link */
const big = (link) => Object.assign(link, { className: "btn btn--primary btn--big" })

/** @param {HTMLAnchorElement} link */
const quiet = (link) => Object.assign(link, { className: "quiet" })
