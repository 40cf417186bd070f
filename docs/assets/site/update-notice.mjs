/** Says that a new version of the guide is ready, and lets the reader take it. */

const OTHER_TABS =
  "The guide is open in another tab. Close it there first, so that versions do not mix."

/** @param {ServiceWorkerRegistration} registration */
export function offerUpdates(registration) {
  const notice = document.createElement("div")
  notice.className = "update md-typeset"
  notice.role = "status"
  document.querySelector(".md-header")?.before(notice)

  const words = document.createElement("p")
  const button = document.createElement("button")
  button.className = "md-button"
  button.textContent = "Use it now"
  // A later version may take the place of the one that waits while the reader presses.
  let isWanted = false
  button.addEventListener("click", () => {
    isWanted = true
    use(registration.waiting)
  })
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "other tabs are open") words.textContent = OTHER_TABS
    else if (data === "all is kept" && isWanted) use(registration.waiting)
    else if (data === "all is kept" && registration.waiting) {
      words.textContent = "A new version of this guide is ready."
      notice.replaceChildren(words, button)
    }
    // The network answers, so this page is of the new version already.
    else if (data === "not all is kept") registration.waiting?.postMessage("use it")
  })

  const look = () => {
    if (registration.waiting) registration.active?.postMessage("is all kept?")
  }
  // A version that waits for nobody is active a moment later; a message now would hold the old one back.
  const watch = () =>
    registration.installing?.addEventListener("statechange", () => setTimeout(look, 1000))
  registration.addEventListener("updatefound", watch)
  watch()
  look()
}

/** @param {ServiceWorker | null} waiting */
function use(waiting) {
  waiting?.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload()
  })
  waiting?.postMessage("use it")
}
