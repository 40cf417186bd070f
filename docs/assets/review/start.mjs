/** The start of review: the one thing to do now, and the other ways to begin. */

import { SIZES } from "../core/session-draw.mjs"
import { counted, them } from "../core/words.mjs"
import { button } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { linkTo } from "../ui/site.mjs"
import { dueLine } from "./sentences.mjs"

const MISSED = "What I missed"

/**
 * @param {Waiting} waiting
 * @param {number} size
 * @param {{ begin: (choice: string, size?: number) => void, resume: () => void, setSize: (size: number) => void }} uses
 */
export const startPart = (waiting, size, { begin, resume, setSize }) => [
  adviceCard(waiting, begin, resume),
  make(
    "section",
    { className: "review__ways" },
    make("h2", {}, "Or choose"),
    sizes(size, setSize),
    make(
      "ul",
      { className: "grid" },
      way(
        "Due",
        waiting.due,
        "What you are about to forget. Where there is room, new questions.",
        () => begin("due"),
      ),
      way(MISSED, waiting.missed, "Questions you got wrong the last time, due or not.", () =>
        begin("missed"),
      ),
      way("A mix", null, "Methods that are easy to confuse take turns, seen or not.", () =>
        begin("mix"),
      ),
    ),
  ),
]

/** @param {Waiting} waiting @param {(choice: string, size?: number) => void} begin @param {() => void} resume */
function adviceCard(waiting, begin, resume) {
  const { title, words, control } = advice(waiting, begin, resume)
  return make(
    "section",
    { className: "card review__today" },
    make("p", { className: "kicker" }, "Today"),
    make("h2", { tabIndex: -1 }, title),
    ...(words ? [make("p", {}, words)] : []),
    make("p", { className: "review__go" }, control),
  )
}

/**
 * In the order open session, due, missed, weakest, unseen.
 * @param {Waiting} waiting
 * @param {(choice: string, size?: number) => void} begin
 * @param {() => void} resume
 */
function advice({ open, today, due, limit, missed, weakest, unseen }, begin, resume) {
  if (open) {
    return {
      title: "Finish your session",
      words: `You stopped at question ${open.place} of ${open.size}.`,
      control: primary("Resume", resume),
    }
  }
  if (today > 0) {
    return {
      title: `${counted(today, "question")} due today`,
      words: dueLine(due, today, limit),
      control: primary("Start the review", () => begin("due")),
    }
  }
  const done = dueLine(due, today, limit)
  if (missed > 0) {
    return {
      title: `You missed ${counted(missed, "question")}`,
      words: done || `Answer ${them(missed)} again while you remember why.`,
      control: primary("Practice what I missed", () => begin("missed")),
    }
  }
  if (weakest) {
    return {
      title: `Work on ${weakest.title}`,
      words: "Of all topics, it has your lowest share of right answers.",
      control: primary("Practice this topic", () => begin(`topic-${weakest.slug}`)),
    }
  }
  if (unseen > 0) {
    return {
      title: `${counted(unseen, "question")} to go`,
      words: "Start with five.",
      control: primary("Start with five", () => begin("new", 5)),
    }
  }
  const exam = linkTo("practice/mock-exam/", "Take a mock exam")
  exam.className = "btn btn--primary btn--big"
  return {
    title: "Everything is answered",
    words: "Nothing is due today, and you missed nothing.",
    control: exam,
  }
}

/** @param {string} words @param {() => void} act */
function primary(words, act) {
  const control = button(words, act)
  control.className = "btn btn--primary btn--big"
  return control
}

/** @param {number} size @param {(size: number) => void} setSize */
const sizes = (size, setSize) =>
  make(
    "fieldset",
    { className: "review__field" },
    make("legend", {}, "Questions in a session"),
    make(
      "span",
      { className: "pills" },
      ...SIZES.map((each) =>
        make(
          "label",
          {},
          make("input", {
            type: "radio",
            name: "size",
            value: `${each}`,
            checked: each === size,
            onchange: () => setSize(each),
          }),
          `${each}`,
        ),
      ),
    ),
  )

/** @param {string} title @param {number | null} count @param {string} words @param {() => void} act */
function way(title, count, words, act) {
  const control = button(title, act)
  control.className = "review__way"
  control.disabled = title === MISSED && count === 0
  return make(
    "li",
    { className: "card" },
    make(
      "h3",
      {},
      control,
      ...(count === null ? [] : [make("span", { className: "chip" }, `${count}`)]),
    ),
    make("p", {}, words),
  )
}
