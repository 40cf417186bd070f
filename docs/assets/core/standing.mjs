/** Where the reader stands, and what to do next: an open exam, what is due, missed, weak or new. */

import { DAY, dayOf } from "./days.mjs"
import { timeLeft } from "./exam.mjs"
import { byItem } from "./history.mjs"
import { stillAhead } from "./schedule.mjs"
import { count, scoreItems, weakest } from "./score.mjs"
import { GOAL } from "./streak.mjs"
import { forToday, reviewedToday } from "./workload.mjs"

const DAYS = 7

/**
 * @param {Index} index
 * @param {Pick<Contents, "attempts" | "exams">} contents
 * @param {Pick<ReaderSettings, "examDay" | "dailyLimit">} settings
 * @param {number} now
 * @returns {ReaderState}
 */
export function standing({ quizzes, terms }, { attempts, exams }, { examDay, dailyLimit }, now) {
  const ahead = stillAhead(examDay, now)
  const items = quizzes.flatMap(({ items }) => items)
  const histories = byItem(attempts, now)
  const scores = scoreItems([...items, ...terms], histories, now, ahead)
  const all = countsOf(items, scores)
  return {
    ...all,
    due: forToday(all.due, dailyLimit, reviewedToday(items, histories, now)),
    answers: attempts.length,
    exam: openExam(exams, now),
    weakest: weakest(quizzes, scores)[0]?.topic ?? null,
    daysLeft: ahead === null ? null : Date.parse(ahead) / DAY - dayOf(now),
    cards: { due: count(terms, scores, "due"), known: count(terms, scores, "right") },
    topics: quizzes.map(({ slug, items }) => ({ slug, ...countsOf(items, scores) })),
    week: weekOf(attempts, now),
  }
}

/**
 * The kind of the one thing to do next.
 * @param {ReaderState} standing
 * @returns {Advice}
 */
export function advice({ exam, due, missed, weakest, unseen }) {
  if (exam) return "exam"
  if (due > 0) return "due"
  if (missed > 0) return "missed"
  if (weakest) return "weakest"
  return unseen > 0 ? "unseen" : "done"
}

/** @param {readonly Item[]} items @param {ItemScores} scores @returns {Counts} */
function countsOf(items, scores) {
  const seen = count(items, scores, "seen")
  return {
    questions: items.length,
    seen,
    unseen: items.length - seen,
    right: count(items, scores, "right"),
    missed: count(items, scores, "wrong"),
    mastered: count(items, scores, "mastered"),
    due: count(items, scores, "due"),
  }
}

/** The exam that was started last and not submitted. @param {readonly Exam[]} exams @param {number} now */
function openExam(exams, now) {
  const open = exams.filter(({ handedIn }) => handedIn === null)
  if (open.length === 0) return null
  const exam = open.reduce((last, one) => (one.started > last.started ? one : last))
  const first = exam.items.findIndex(({ id }) => !exam.responses[id])
  return {
    id: exam.id,
    size: exam.items.length,
    place: first < 0 ? exam.items.length : first + 1,
    left: timeLeft(exam, now),
  }
}

/** The days of this week from Monday on. @param {readonly Attempt[]} attempts @param {number} now @returns {WeekDay[]} */
function weekOf(attempts, now) {
  const today = dayOf(now)
  const monday = today - ((today + 3) % DAYS) // 1970 began on a Thursday
  const answers = Array(DAYS).fill(0)
  for (const { at } of attempts) {
    if (at < (monday - 1) * DAY) continue // most are older, and a day takes time to find
    const place = dayOf(at) - monday
    if (place >= 0 && place < DAYS) answers[place]++
  }
  return answers.map((answers, place) => ({
    answers,
    isToday: monday + place === today,
    isDone: answers >= GOAL,
  }))
}
