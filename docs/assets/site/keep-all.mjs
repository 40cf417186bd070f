/**
 * Has the worker keep what the reader opens, and the whole guide once they use it: with an answer, on a later visit,
 * or as an installed app. Where data is to be saved, only when they ask for it.
 */

import { isLaterVisit, rememberWish, wish } from "../store/offline.mjs"

const ALL_KEPT = "The whole guide is now kept on this device. You can read it offline."
const SECONDS_SHOWN = 12

/** @param {ServiceWorkerRegistration} registration */
export async function keepWhatIsUseful(registration) {
  const { serviceWorker } = navigator
  const site = new URL(registration.scope).pathname
  const isInstalled = matchMedia("(display-mode: standalone)").matches
  if (isLaterVisit(site, Date.now()) || isInstalled) rememberWish(site, "used")
  const ask = () => idle().then(() => askFor(registration, site))
  const use = () => {
    rememberWish(site, "used")
    ask()
  }
  document.addEventListener("quiz-attempt", use)
  onFirstChoice(use)
  addEventListener("appinstalled", use)
  serviceWorker.addEventListener("controllerchange", ask)
  serviceWorker.addEventListener("message", ({ data }) => {
    const isSaidElsewhere = document.querySelector("offline-reading") !== null
    if (data === "all is kept now" && !isSaidElsewhere) say(ALL_KEPT)
  })
  if (!serviceWorker.controller) keepWhatPassesBy(registration)
  await serviceWorker.ready
  await ask()
}

/** In a mock exam an answer is an attempt only when all are submitted, perhaps without a network. @param {() => void} use */
function onFirstChoice(use) {
  const choices = new AbortController()
  for (const sign of ["change", "click"]) {
    document.addEventListener(
      sign,
      ({ target }) => {
        if (!(target instanceof Element && target.closest("quiz-exam .quiz-item"))) return
        choices.abort()
        use()
      },
      { signal: choices.signal },
    )
  }
}

/** What was on its way when the worker came. @param {ServiceWorkerRegistration} registration */
function keepWhatPassesBy(registration) {
  const watch = new PerformanceObserver((list) => {
    const entries = /** @type {PerformanceResourceTiming[]} */ (list.getEntries())
    const visited = entries.filter(({ workerStart }) => !workerStart).map(({ name }) => name)
    if (visited.length > 0) registration.active?.postMessage({ visited })
  })
  watch.observe({ type: "resource" })
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @param {string} site - its path
 */
function askFor({ active }, site) {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name)
  active?.postMessage({ visited: [location.href, ...loaded] })
  if (wish(site) === "asked" || (wish(site) === "used" && !savesData()))
    active?.postMessage("keep all")
}

/** Not in every browser. */
const savesData = () => /** @type {any} */ (navigator).connection?.saveData === true

/** @returns {Promise<unknown>} */
const idle = () =>
  new Promise((done) =>
    "requestIdleCallback" in window
      ? requestIdleCallback(done, { timeout: 5000 })
      : setTimeout(done, 500),
  )

/** @param {string} sentence */
function say(sentence) {
  const line = document.createElement("p")
  line.className = "offline-note"
  line.role = "status"
  document.body.append(line)
  line.textContent = sentence // after the line is there, so that it is read aloud
  setTimeout(() => line.remove(), SECONDS_SHOWN * 1000)
}
