/** Keeps the guide for days without a network, and asks before a new version takes its place. */

if (document.readyState !== "complete") {
  await new Promise((done) => addEventListener("load", done, { once: true })) // the page comes first
}

// Where workers are absent or refused, the guide works while there is a network.
const worker = new URL("../../sw.js", import.meta.url).href
const registration = await navigator.serviceWorker?.register(worker).catch(() => null)
if (registration) offerUpdates(registration)

/** @param {ServiceWorkerRegistration} registration */
function offerUpdates(registration) {
  const notice = document.createElement("div")
  notice.className = "update md-typeset"
  notice.role = "status"
  // Outside of what instant navigation replaces.
  document.querySelector(".md-header")?.before(notice)

  const words = document.createElement("p")
  const button = document.createElement("button")
  button.className = "md-button"
  button.textContent = "Use it now"
  button.addEventListener("click", () => use(registration.waiting))
  navigator.serviceWorker.onmessage = () => {
    words.textContent =
      "The guide is open in another tab. Close it there first, so that versions do not mix."
  }

  function offer() {
    if (!registration.waiting || !registration.active) return
    words.textContent = "A new version of this guide is ready."
    notice.replaceChildren(words, button)
  }
  const watch = () => registration.installing?.addEventListener("statechange", offer)
  registration.addEventListener("updatefound", watch)
  watch()
  offer()
  // Chromium does not look for a new version at every visit. Without a network there is none.
  if (registration.active) registration.update().catch(() => null)
}

/** @param {ServiceWorker | null} waiting */
function use(waiting) {
  waiting?.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload()
  })
  waiting?.postMessage("use it")
}
