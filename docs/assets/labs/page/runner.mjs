/**
 * A run of a lab as a table of states. The page shows the state, the worker does the work.
 *
 *   idle, done, stopped, failed --start--> running --end--> done
 *   running --stop--> stopped,  running --fault--> failed,  running <--hide / show--> paused
 *   running --ask--> ranking --answer--> running: the reader compares pairs of answers
 */

import { whyNotLoaded } from "./network.mjs"

/**
 * @typedef {"idle" | "running" | "paused" | "ranking" | "done" | "stopped" | "failed"} State
 * @typedef {"start" | "end" | "stop" | "fault" | "hide" | "show" | "ask" | "answer"} Event
 */

/** @type {Record<State, Partial<Record<Event, State>>>} */
const NEXT = {
  idle: { start: "running" },
  running: { end: "done", stop: "stopped", fault: "failed", hide: "paused", ask: "ranking" },
  paused: { end: "done", stop: "stopped", fault: "failed", show: "running", ask: "ranking" },
  ranking: { answer: "running", stop: "stopped", fault: "failed" },
  done: { start: "running" },
  stopped: { start: "running" },
  failed: { start: "running" },
}

/** The state after an event; an event that means nothing in a state changes nothing. @param {State} state @param {Event} event */
export const after = (state, event) => NEXT[state][event] ?? state

/** Milliseconds without a word from the worker after which it is taken for dead. */
const PATIENCE = 30000

/**
 * @typedef {object} Listener
 * @property {(state: State, sentence: string) => void} state
 * @property {(data: any) => void} data - what the worker sends
 */

export class Runner {
  /** @type {State} */
  state = "idle"
  /** @type {Worker | null} */
  #worker = null
  #watch = 0
  #listener

  /** @param {Listener} listener */
  constructor(listener) {
    this.#listener = listener
  }

  /** @param {import("./worker.mjs").Order} order */
  start(order) {
    this.#end()
    this.#move("start", "")
    try {
      this.#worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" })
    } catch {
      this.#fail("This browser runs no workers, which the lab needs.")
      return
    }
    const worker = this.#worker
    worker.addEventListener("message", ({ data }) => this.#hear(data))
    worker.addEventListener("error", (event) => {
      event.preventDefault()
      this.miss()
    })
    worker.postMessage({ order })
    this.#wait()
  }

  stop() {
    this.#end()
    this.#move("stop", "Stopped.")
  }

  /** @param {boolean} isHidden */
  pause(isHidden) {
    const before = this.state
    this.#worker?.postMessage({ isPaused: isHidden })
    if (after(before, isHidden ? "hide" : "show") === before) return
    this.#move(
      isHidden ? "hide" : "show",
      isHidden ? "Paused while this page is hidden." : "Going on.",
    )
  }

  /** @param {readonly number[]} picks - the better answer of each pair, 0 or 1 */
  rank(picks) {
    this.#worker?.postMessage({ picks })
    this.#move("answer", "Training on your picks.")
    this.#wait()
  }

  /** @param {string} asked - a question to the trained model */
  ask(asked) {
    this.#worker?.postMessage({ asked })
  }

  /** Lets the worker and its memory go. */
  leave() {
    this.#end()
  }

  /** @param {any} data */
  #hear(data) {
    if (data.isIncomplete) return this.miss()
    if (data.fault) return this.#fail(data.fault)
    if (data.faults) return this.#fail(data.faults.join(" "))
    this.#wait()
    this.#listener.data(data)
    if (data.toRank) this.#move("ask", "Compare the answers: pick the better one of each pair.")
    if (data.end) this.#move("end", "")
  }

  /** Ends the run because a file of it did not come, and says why. */
  async miss() {
    const worker = this.#worker
    const why = await whyNotLoaded()
    if (this.#worker === worker) this.#fail(why)
  }

  /** @param {string} sentence */
  #fail(sentence) {
    this.#end()
    this.#move("fault", sentence)
  }

  #wait() {
    clearTimeout(this.#watch)
    this.#watch = setTimeout(() => {
      if (this.state === "running")
        this.#fail(
          "The browser seems to have ended the run. Run it again when the device has more memory or power.",
        )
    }, PATIENCE)
  }

  #end() {
    clearTimeout(this.#watch)
    this.#worker?.terminate()
    this.#worker = null
  }

  /** @param {Event} event @param {string} sentence */
  #move(event, sentence) {
    this.state = after(this.state, event)
    this.#listener.state(this.state, sentence)
  }
}
