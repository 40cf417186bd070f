/** The result of a mock exam: a verdict in a sentence, where it comes from, and every question in a row. */

import { nameOfTime } from "../core/days.mjs"
import { verdict } from "../core/exam-verdict.mjs"
import { grouped, ranked, results, rightOf, timeUsed } from "../core/exam.mjs"
import { counted, duration } from "../core/words.mjs"
import { button, folded, heading, row } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { draw } from "../ui/picture.mjs"
import { linkTo } from "../ui/site.mjs"
import { resultRows } from "./result-rows.mjs"
import { shareOf, trend } from "./trend.mjs"

const GONE = "No longer in the guide"

/**
 * @param {Exam} exam
 * @param {Pick<Contents, "exams" | "attempts">} contents - exams oldest first
 * @param {Index} index
 * @param {Papers | null} papers - null if they could not be had
 * @param {{ retry: () => void, leave: () => void }} uses - *retry* gets the papers again
 */
export function resultScreen(exam, { exams, attempts }, index, papers, { retry, leave }) {
  const graded = results(exam, attempts)
  const submitted = exams.filter(({ handedIn }) => handedIn !== null)
  const until = submitted.slice(0, submitted.findIndex(({ id }) => id === exam.id) + 1)
  const missed = graded.filter(({ outcome }) => outcome !== "correct")
  return make(
    "section",
    { className: "exam-result" },
    head(exam, until, attempts, graded, { missed: missed.length, goal: index.exam.goal, leave }),
    make(
      "div",
      { className: "exam-result__two" },
      make("section", { className: "card" }, ...byObjectiveAndTopic(graded, index)),
      make(
        "section",
        { className: "card" },
        make("h2", {}, "Your exams"),
        trend(until, attempts, index.exam.goal),
        ...pace(exam, graded),
      ),
    ),
    ...(papers
      ? resultRows(exam, graded, index, papers)
      : [
          make("h2", {}, "All questions"),
          make("p", {}, "The questions could not be loaded. Your result is safe."),
          row(button("Try again", retry)),
        ]),
    ...(index.exam.scale
      ? [make("p", { className: "small soft exam-result__scale" }, index.exam.scale)]
      : []),
  )
}

/**
 * @param {Exam} exam
 * @param {readonly Exam[]} until - those submitted until then, with itself
 * @param {readonly Attempt[]} attempts
 * @param {readonly Result[]} graded
 * @param {{ missed: number, goal: number, leave: () => void }} uses
 */
function head(exam, until, attempts, graded, { missed, goal, leave }) {
  const share = shareOf(exam, attempts)
  const { title, sentence } = verdict(
    share,
    until.slice(0, -1).map((each) => shareOf(each, attempts)),
    goal,
  )
  const practice = Object.assign(
    linkTo("practice/review/?start=missed", "Practice what I missed"),
    { className: "btn btn--primary btn--big" },
  )
  return make(
    "div",
    { className: "exam-result__head" },
    make(
      "p",
      { className: "exam-score" },
      `${rightOf(graded)}`,
      make("small", {}, ` / ${graded.length}`),
    ),
    make(
      "div",
      {},
      heading(title),
      make("p", { className: "lead" }, sentence),
      goalBar(share, goal),
      row(
        ...(missed > 0 ? [practice] : []),
        button("New exam", leave, "btn btn--big"),
        button("Print", () => print(), "quiet"),
      ),
      make("p", { className: "small soft" }, nameOfTime(exam.started)),
    ),
  )
}

/** @param {number} share - percent of right answers @param {number} goal */
const goalBar = (share, goal) =>
  draw(
    "svg",
    {
      class: "exam-goal",
      width: "100%",
      height: 54,
      role: "img",
      "aria-label": `${share} percent, goal ${goal} percent`,
    },
    draw("rect", { class: "exam-goal__track", x: 0, y: 32, width: "100%", height: 12, rx: 6 }),
    draw("rect", { class: "exam-goal__share", x: 0, y: 32, width: `${share}%`, height: 12, rx: 6 }),
    draw("line", { class: "exam-goal__mark", x1: `${goal}%`, y1: 23, x2: `${goal}%`, y2: 53 }),
    draw("text", { x: `${goal}%`, y: 16, "text-anchor": "middle" }, `goal ${goal}%`),
  )

/** @param {readonly Result[]} graded @param {Index} index */
function byObjectiveAndTopic(graded, { quizzes, objectives }) {
  const known = new Map(
    quizzes.flatMap((quiz) => quiz.items.map((item) => [item.id, { ...item, quiz }])),
  )
  const byObjective = ranked(
    grouped(graded, ({ item }) => known.get(item)?.objective ?? GONE),
  ).sort((one, other) => (one.name < other.name ? -1 : 1))
  const byTopic = ranked(grouped(graded, ({ item }) => known.get(item)?.quiz.title ?? GONE))
  const [weakest] = byTopic.filter(({ results }) => rightOf(results) < results.length)
  const page = quizzes.find(({ title }) => title === weakest?.name)?.page
  return [
    make("h2", {}, "By objective"),
    bars(byObjective, (name) => `${name} ${objectives[name] ?? ""}`.trim()),
    make(
      "p",
      { className: "small soft" },
      ...(weakest
        ? [
            "Weakest topic: ",
            page ? linkTo(page, weakest.name) : weakest.name,
            `, ${outOf(weakest.results)}. `,
          ]
        : []),
      "Objectives and topics with fewer than three questions are not ranked.",
    ),
    ...(byTopic.length > 0
      ? [
          folded(
            "By topic",
            bars(byTopic, (name) => name),
          ),
        ]
      : []),
  ]
}

/** @param {readonly Result[]} results */
const outOf = (results) => `${rightOf(results)} of ${results.length}`

/** @param {readonly { name: string, results: Result[] }[]} groups @param {(name: string) => string} wordsOf */
const bars = (groups, wordsOf) =>
  make(
    "ul",
    { className: "exam-bars" },
    ...groups.map(({ name, results }) => {
      const right = (100 * rightOf(results)) / results.length
      return make(
        "li",
        {},
        make("b", {}, wordsOf(name)),
        make("span", {}, outOf(results)),
        draw(
          "svg",
          {
            class: "bar",
            viewBox: "0 0 100 10",
            preserveAspectRatio: "none",
            "aria-hidden": "true",
          },
          draw("rect", { class: "bar__right", width: right, height: 10 }),
          draw("rect", { class: "bar__missed", x: right, width: 100 - right, height: 10 }),
        ),
      )
    }),
  )

/** Time, and guesses that were lucky. @param {Exam} exam @param {readonly Result[]} graded */
function pace(exam, graded) {
  const used = timeUsed(exam)
  const seconds = Math.round(used / 1000 / Math.max(1, graded.length))
  const whole =
    exam.deadline === null ? "without a timer" : `of ${duration(exam.deadline - exam.started)}`
  const lucky = graded.filter(
    ({ item, outcome }) => outcome === "correct" && exam.guessed.includes(item),
  ).length
  return [
    make(
      "p",
      { className: "small soft" },
      `Time: ${duration(used)} ${whole}, ${counted(seconds, "second")} a question. `,
      ...(lucky > 0 ? [make("b", {}, `${lucky} guessed and right:`), " worth another look."] : []),
    ),
  ]
}
