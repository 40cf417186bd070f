/**
 * Takes the place of an earlier worker and leaves, so that the network answers again.
 * Under `mkdocs serve` this stands where a built site, seen at the same address, has its worker.
 */

const OURS = `guide ${new URL(registration.scope).pathname} `

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(leave()))

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS))
  await Promise.all(ours.map((name) => caches.delete(name)))
  await registration.unregister()
  // Only the tabs that the earlier worker answered; one that it did not is as it should be.
  for (const tab of await clients.matchAll({ type: "window" })) await tab.navigate(tab.url)
}
