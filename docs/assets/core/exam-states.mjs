/**
 * What can happen to a mock exam, and when: one table.
 *
 * A learner sits an exam, asks to submit it, pauses it, runs out of time or finds it erased, often in
 * two tabs and over several days. Each event is listed under every state in which it may happen; what is
 * not listed is ignored, so that a late click or a clock that strikes twice does no harm. Nothing is lost
 * in any state, and only `submit` ends an exam.
 */

/** @typedef {"start" | "sitting" | "confirming" | "paused" | "expired" | "erased" | "submitted"} ExamState */
/** @typedef {"sit" | "ask" | "back" | "pause" | "expire" | "erase" | "submit" | "leave"} ExamEvent */

/** @type {Record<ExamState, Partial<Record<ExamEvent, ExamState>>>} */
const TRANSITIONS = {
  start: { sit: "sitting" },
  sitting: {
    ask: "confirming",
    pause: "paused",
    expire: "expired",
    erase: "erased",
    submit: "submitted",
    leave: "start",
  },
  confirming: {
    back: "sitting",
    pause: "paused",
    expire: "expired",
    erase: "erased",
    submit: "submitted",
    leave: "start",
  },
  paused: { back: "sitting", erase: "erased", submit: "submitted", leave: "start" },
  // Time is up: the learner may take more time or go on without a timer.
  expired: { back: "sitting", erase: "erased", submit: "submitted", leave: "start" },
  // Another tab has erased it; this one can store it again.
  erased: { back: "sitting", leave: "start", submit: "submitted" },
  submitted: { leave: "start" },
}

/**
 * The state after *event*; the same state where the event means nothing.
 * @param {ExamState} state
 * @param {ExamEvent} event
 */
export const after = (state, event) => TRANSITIONS[state][event] ?? state

/** The state of an exam as it is stored. @param {Exam} exam @param {number | null} left - time, in milliseconds @returns {ExamState} */
export function stateOf({ handedIn, paused }, left) {
  if (handedIn !== null) return "submitted"
  if (paused !== null) return "paused"
  return left === 0 ? "expired" : "sitting"
}
