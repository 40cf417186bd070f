/**
 * Answers for the guide from what it keeps, so that no network is needed and versions never mix.
 * The build writes this to sw.js behind VERSION, FILES, and LATER: the digest of the file at each address.
 * FILES are kept from the start, LATER when a page first asks for them.
 */

const ROOT = new URL(registration.scope).pathname
// Sites on one host share its caches.
const OURS = `guide ${ROOT} `
const CACHE = OURS + VERSION

addEventListener("install", (event) => event.waitUntil(keepAll()))
addEventListener("activate", (event) => event.waitUntil(forgetOthers()))
addEventListener("message", (event) => event.waitUntil(takeOver(event)))

addEventListener("fetch", (event) => {
  const { request } = event
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return
  const { pathname, search } = new URL(request.url)
  const path = pathname.slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1")
  if (FILES.has(path)) event.respondWith(answer(request, path))
  else if (LATER.has(path)) event.respondWith(keepAndAnswer(path))
  else if (FILES.has(`${path}/`)) event.respondWith(Response.redirect(`${ROOT}${path}/${search}`))
  else if (isPage(path)) event.respondWith(answer(request, "404.html", 404))
})

/** @param {string} path */
const isPage = (path) => /(?:^|\/)[^./]*$|\.html$/.test(path)

/**
 * @param {Request} request
 * @param {string} path - of the file to answer with
 */
async function answer(request, path, status = 200) {
  const kept = await caches.match(ROOT + path, { cacheName: CACHE })
  if (kept) return new Response(kept.body, { status, headers: kept.headers })
  // Another site of this host has deleted our cache: the next page to load starts anew.
  await registration.unregister()
  return fetch(request)
}

/** @param {string} path - of a file that is kept once it was asked for, and only as this version lists it */
async function keepAndAnswer(path) {
  const kept = await caches.match(ROOT + path, { cacheName: CACHE })
  if (kept) return kept
  const file = await fetchSound([path, LATER.get(path) ?? ""]).then(
    ([, file]) => file,
    () => null,
  )
  if (!file) return Response.error() // of another version, or no network
  const cache = await caches.open(CACHE)
  await cache.put(ROOT + path, file.clone()).catch(() => null) // a full disk is no reason not to answer
  return file
}

/** Keeps every file of this version, or none of them: an installation that fails is no version. */
async function keepAll() {
  const files = await Promise.all([...FILES].map(fetchSound))
  const isNew = !(await caches.has(CACHE)) // else an earlier deploy has come back
  const cache = await caches.open(CACHE)
  try {
    await Promise.all(files.map(([path, file]) => cache.put(ROOT + path, file)))
    await Promise.all([...LATER].map((listed) => carryOver(cache, listed)))
  } catch (error) {
    if (isNew) await caches.delete(CACHE)
    throw error
  }
}

/**
 * The file with this digest: what another version keeps under its path, or from the network.
 *
 * @param {[path: string, digest: string]} listed
 * @returns {Promise<[path: string, file: Response]>}
 */
async function fetchSound([path, digest]) {
  for (const cacheName of await ourCaches()) {
    const kept = await caches.match(ROOT + path, { cacheName })
    const file = kept && (await ifSound(kept, digest))
    if (file) return [path, file]
  }
  const file = await ifSound(await fetch(ROOT + path, { cache: "reload" }), digest)
  if (!file) throw new Error(`${path} is not the file that this version lists`)
  return [path, file]
}

/**
 * What an earlier version kept on demand and this one lists unchanged.
 *
 * @param {Cache} cache
 * @param {[path: string, digest: string]} listed
 */
async function carryOver(cache, [path, digest]) {
  for (const cacheName of await ourCaches()) {
    const kept = await caches.match(ROOT + path, { cacheName })
    const file = kept && (await ifSound(kept, digest))
    if (file) return cache.put(ROOT + path, file)
  }
}

/**
 * @param {Response} response
 * @param {string} digest
 */
async function ifSound(response, digest) {
  const bytes = await response.arrayBuffer()
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  if (btoa(String.fromCharCode(...found)) !== digest) return null
  // Made anew, since no page can be answered with what came by way of a redirect.
  return new Response(bytes, { headers: response.headers })
}

const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS))

async function forgetOthers() {
  const others = (await ourCaches()).filter((name) => name !== CACHE)
  await Promise.all(others.map((name) => caches.delete(name)))
}

/**
 * The reader wants this version. A tab left open with the one before would get files of both.
 *
 * @param {ExtendableMessageEvent} event
 */
async function takeOver({ source }) {
  const tabs = await clients.matchAll({ includeUncontrolled: true, type: "window" })
  const isAlone = tabs.filter(({ url }) => url.startsWith(registration.scope)).length < 2
  if (isAlone) await skipWaiting()
  else source?.postMessage("other tabs are open")
}
