/**
 * A run of a lab as a table of states. The page shows the state, the worker does the work.
 *
 *   idle, done, stopped, failed --start--> running --end--> done
 *   running --stop--> stopped,  running --fault--> failed,  running <--hide / show--> paused
 */

/**
 * @typedef {"idle" | "running" | "paused" | "done" | "stopped" | "failed"} State
 * @typedef {"start" | "end" | "stop" | "fault" | "hide" | "show"} Event
 */

/** @type {Record<State, Partial<Record<Event, State>>>} */
const NEXT = {
  idle: { start: "running" },
  running: { end: "done", stop: "stopped", fault: "failed", hide: "paused" },
  paused: { end: "done", stop: "stopped", fault: "failed", show: "running" },
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
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data))
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault()
      this.#fail("The lab could not be loaded. Is there a network?")
    })
    this.#worker.postMessage({ order })
    this.#wait()
  }

  stop() {
    this.#end()
    this.#move("stop", "Stopped.")
  }

  /** @param {boolean} isHidden */
  pause(isHidden) {
    const before = this.state
    this.#move(
      isHidden ? "hide" : "show",
      isHidden ? "Paused while this page is hidden." : "Going on.",
    )
    if (this.state !== before) this.#worker?.postMessage({ isPaused: isHidden })
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
    if (data.fault) return this.#fail(data.fault)
    if (data.faults) return this.#fail(data.faults.join(" "))
    this.#wait()
    this.#listener.data(data)
    if (data.end) this.#move("end", "")
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
