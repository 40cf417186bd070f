/** Registers the worker, which keeps the guide for days without a network. */

import { keepWhatIsUseful } from "./keep-all.mjs"
import { offerUpdates } from "./update-notice.mjs"

if (document.readyState !== "complete") {
  await new Promise((done) => addEventListener("load", done, { once: true })) // the page comes first
}

// Where workers are absent or refused, the guide works while there is a network.
const worker = new URL("../../sw.js", import.meta.url).href
const registration = await navigator.serviceWorker?.register(worker).catch(() => null)
if (registration) {
  offerUpdates(registration)
  await keepWhatIsUseful(registration)
  // Chromium does not look for a new version at every visit. Without a network there is none.
  registration.update().catch(() => null)
}
