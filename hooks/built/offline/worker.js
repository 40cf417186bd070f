/**
 * Keeps the guide for days without a network.
 * The build writes this to sw.js behind VERSION, PARCELS, and LATER, which hold the digest of the file at each address.
 *
 * At first it keeps what the reader opens, and the network answers while there is one. Once a page asks for it,
 * all of this version is kept; from then on the worker answers from that alone, so that versions never mix. The next
 * version must then be complete before it is one.
 */

const ROOT = new URL(registration.scope).pathname
// Sites on one host share its caches.
const OURS = `guide ${ROOT} `
const CACHE = OURS + VERSION
const FILES = new Map(PARCELS.flatMap(([, files]) => Object.entries(files)))
/** Holds nothing: it is there once all FILES are. */
const ALL_KEPT = `${ROOT}?all-kept`
const NO_NETWORK = "offline.html"
const STYLE = /<style>[^]*?<\/style>/

addEventListener("install", (event) => event.waitUntil(install()))
addEventListener("activate", (event) => event.waitUntil(activate()))
addEventListener("message", (event) => event.waitUntil(receive(event)))

addEventListener("fetch", (event) => {
  const { request } = event
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return
  const { pathname, search } = new URL(request.url)
  const path = pathname.slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1")
  if (FILES.has(`${path}/`)) event.respondWith(Response.redirect(`${ROOT}${path}/${search}`))
  else if (digestOf(path) || isPage(path)) event.respondWith(answer(event, path))
})

/** @param {string} path */
const digestOf = (path) => FILES.get(path) ?? LATER.get(path)

/** @param {string} path */
const isPage = (path) => /(?:^|\/)[^./]*$|\.html$/.test(path)

/** @param {string} path */
const kept = (path) => caches.match(ROOT + path, { cacheName: CACHE })

/** @param {string} cacheName */
const holdsAll = async (cacheName) => !!(await caches.match(ALL_KEPT, { cacheName }))

/** @type {Promise<boolean> | undefined} */
let whole
const isWhole = () => (whole ??= holdsAll(CACHE))

/**
 * @param {FetchEvent} event
 * @param {string} path
 */
async function answer(event, path) {
  if (!(await isWhole())) return fromNetwork(event, path)
  if (LATER.has(path)) return keepAndAnswer(path)
  const [name, status] = FILES.has(path) ? [path, 200] : ["404.html", 404]
  const file = await kept(name)
  if (file) return new Response(file.body, { status, headers: file.headers })
  whole = undefined // another site of this host has deleted our cache
  return fromNetwork(event, path)
}

/**
 * @param {FetchEvent} event
 * @param {string} path
 */
async function fromNetwork(event, path) {
  try {
    const file = await fetch(event.request)
    // A copy that nobody reads would hold this worker back for good.
    if (digestOf(path) && !(await kept(path))) event.waitUntil(keep(path, file.clone()))
    return file
  } catch (error) {
    const isVisit = event.request.mode === "navigate"
    const file = (await kept(path)) ?? (isVisit && (await kept(NO_NETWORK)))
    if (file) return file
    throw error
  }
}

/**
 * @param {string} path
 * @param {Response} file - from the network, perhaps of another version
 */
async function keep(path, file) {
  const genuine = await ifGenuine(file, path)
  // A full disk is no reason not to answer.
  if (genuine) await put(path, genuine).catch(() => null)
}

/** @param {string} path - of a file that is kept once it was asked for, and only as this version lists it */
async function keepAndAnswer(path) {
  const known = await kept(path)
  if (known) return known
  const file = await fetchGenuine(path).catch(() => null)
  if (!file) return Response.error() // of another version, or no network
  await keep(path, file.clone())
  return file
}

/** A version that follows a complete one is complete or none. */
async function install() {
  if ((await Promise.all((await ourCaches()).map(holdsAll))).some(Boolean)) await installAll()
  else await keepEach(NO_NETWORK, ...(await visited()))
}

async function installAll() {
  try {
    await keepAll()
  } catch (error) {
    // What is here already need not be fetched again, but a full disk has no room for half a version.
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError"
    if (isFull) await caches.delete(CACHE)
    throw error
  }
}

/** The listed paths of all that an earlier version keeps. */
async function visited() {
  const earlier = await Promise.all((await ourCaches()).map(open))
  const requests = (await Promise.all(earlier.map((cache) => cache.keys()))).flat()
  const paths = requests.map(({ url }) => new URL(url).pathname.slice(ROOT.length))
  return [...new Set(paths)].filter(digestOf)
}

/** @type {Promise<void> | undefined} */
let keeping
/** Keeps all files of this version, or rejects. */
const keepAll = () => (keeping ??= keepParcels().finally(() => (keeping = undefined)))

/** One after the other, so that the page's own requests come first. */
async function keepParcels() {
  if (await isWhole()) return
  for (const [parcel, files] of PARCELS) await keepMissing(parcel, Object.keys(files))
  await keepEach(...(await visited()).filter((path) => LATER.has(path)))
  await (await open(CACHE)).put(ALL_KEPT, new Response())
  whole = undefined
}

/**
 * A parcel is worth its bytes where most of it is missing.
 *
 * @param {string} parcel - "" for none
 * @param {string[]} paths - of the files in it
 */
async function keepMissing(parcel, paths) {
  const missing = []
  for (const path of paths) if (!(await isHere(path))) missing.push(path)
  const wrapped = parcel && missing.length > paths.length / 2 ? await unwrap(parcel) : new Map()
  for (const path of missing) {
    const file = wrapped.get(path)
    await put(path, (file && (await ifGenuine(file, path))) ?? (await fetchChanged(path)))
  }
}

/** @param {string[]} paths */
async function keepEach(...paths) {
  for (const path of paths) if (!(await isHere(path))) await put(path, await fetchGenuine(path))
}

/** Whether this version keeps the file, if need be by taking it over from another. @param {string} path */
async function isHere(path) {
  if (await kept(path)) return true
  for (const cacheName of await ourCaches()) {
    const other = await caches.match(ROOT + path, { cacheName })
    const file = other && (await ifGenuine(other, path))
    if (file) return put(path, file).then(() => true)
  }
  return false
}

/**
 * A page whose style has not changed costs only its words.
 *
 * @param {string} path
 */
async function fetchChanged(path) {
  return (await fetchBare(path)) ?? fetchGenuine(path)
}

/** The page with the style of an earlier version, where that makes it what it is. @param {string} path */
async function fetchBare(path) {
  const before = /^$|\/$/.test(path) ? await caches.match(ROOT + path) : null
  const style = STYLE.exec((await before?.text()) ?? "")?.[0]
  if (!before || !style) return null
  const bare = await fetch(`${ROOT}offline/${path}index.html.txt`, { cache: "no-cache" })
  const page = (await bare.text()).replace(STYLE, () => style)
  return ifGenuine(new Response(page, { headers: before.headers }), path)
}

/**
 * The files of a parcel by their paths: each text follows the one before, and what it repeats of all that is before
 * it is there as how far back and how long. None where it cannot be had.
 *
 * @param {string} parcel
 * @returns {Promise<Map<string, Response>>}
 */
async function unwrap(parcel) {
  try {
    const packed = await (await fetch(ROOT + parcel, { cache: "no-cache" })).json()
    const whole = unpack(packed)
    let end = 0
    return new Map(
      packed.files.map((/** @type {[string, string, number]} */ [path, type, size]) => {
        const bytes = whole.slice(end, (end += size))
        return [path, new Response(bytes, { headers: { "Content-Type": type } })]
      }),
    )
  } catch {
    return new Map()
  }
}

/** @param {{ text: string, fresh: number[], back: number[], length: number[], files: [string, string, number][] }} packed */
function unpack({ text, fresh, back, length, files }) {
  const bytes = new TextEncoder().encode(text)
  const whole = new Uint8Array(files.reduce((sum, [, , size]) => sum + size, 0))
  let [at, read] = [0, 0]
  for (const [number, size] of fresh.entries()) {
    whole.set(bytes.subarray(read, (read += size)), at)
    at += size
    whole.copyWithin(at, at - back[number], at - back[number] + length[number])
    at += length[number]
  }
  whole.set(bytes.subarray(read), at)
  return whole
}

/**
 * From the browser's own cache if it is there, for a page that was just loaded; else from the network.
 *
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function fetchGenuine(path) {
  for (const cache of /** @type {RequestCache[]} */ (["default", "no-cache"])) {
    const file = await ifGenuine(await fetch(ROOT + path, { cache }), path)
    if (file) return file
  }
  throw new Error(`${path} is not the file that this version lists`)
}

/**
 * The file, if it has the digest that this version lists.
 *
 * @param {Response} file
 * @param {string} path
 */
async function ifGenuine(file, path) {
  const bytes = await file.arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  if (btoa(String.fromCharCode(...digest.subarray(0, DIGEST_SIZE))) !== digestOf(path)) return null
  // A new one, since no page can be answered with what came by way of a redirect.
  return new Response(bytes, { headers: file.headers })
}

/** @param {string} cacheName */
const open = (cacheName) => caches.open(cacheName)

/** @param {string} path @param {Response} file */
const put = async (path, file) => (await open(CACHE)).put(ROOT + path, file)

const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS))

async function activate() {
  const others = (await ourCaches()).filter((name) => name !== CACHE)
  await Promise.all(others.map((name) => caches.delete(name)))
  await clients.claim()
}

/** @param {ExtendableMessageEvent} event */
async function receive({ data, source }) {
  if (data === "use it") await takeOver(source)
  else if (data === "is all kept?") source?.postMessage(await state())
  else if (data === "keep all") await keepAllFor(source)
  else if (Array.isArray(data?.visited)) await keepVisited(data.visited)
}

const state = async () => ((await isWhole()) ? "all is kept" : "not all is kept")

/** @param {ExtendableMessageEvent["source"]} page */
async function keepAllFor(page) {
  const isNew = !(await isWhole())
  await keepAll().catch(() => null)
  page?.postMessage(isNew && (await isWhole()) ? "all is kept now" : await state())
}

/** What the page had loaded before there was a worker. @param {string[]} addresses */
async function keepVisited(addresses) {
  const paths = addresses.map((address) => new URL(address).pathname.slice(ROOT.length))
  await keepEach(...paths.filter(digestOf)).catch(() => null)
}

/**
 * The reader wants this version. A tab left open with the one before would get files of both.
 *
 * @param {ExtendableMessageEvent["source"]} source
 */
async function takeOver(source) {
  const tabs = await clients.matchAll({ includeUncontrolled: true, type: "window" })
  const isAlone = tabs.filter(({ url }) => url.startsWith(registration.scope)).length < 2
  if (isAlone) await skipWaiting()
  else source?.postMessage("other tabs are open")
}
