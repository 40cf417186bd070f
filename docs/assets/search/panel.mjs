/** What the search box shows: recent pages, results, or a way on where there are none. */

import { recentPages } from "../store/recent.mjs"
import { find, make } from "../ui/make.mjs"
import { linkTo, ROOT } from "../ui/site.mjs"
import { excerpt, nearest, prepare, rank } from "./rank.mjs"

/** @type {Promise<Searchable> | undefined} */
let index
const started = new WeakSet()

/** Not before the box opens. */
function fetchEntries() {
  index ??= fetchAll().then(prepare)
  index.catch(() => (index = undefined))
  return index
}

/** Each page has its own part of the index. @returns {Promise<Entry[]>} */
async function fetchAll() {
  const { pages, docs } = await fetchPart("search_index")
  const parts = pages.map((/** @type {string} */ page) => fetchPart(page.replace(/\/$/, "")))
  return [...docs, ...(await Promise.all(parts)).flatMap(({ docs }) => docs)]
}

/** @param {string} name */
const fetchPart = async (name) => (await fetch(new URL(`search/${name}.json`, ROOT))).json()

/** @param {HTMLDialogElement} dialog */
export function start(dialog) {
  const input = find(dialog, "input")
  if (!started.has(dialog)) {
    started.add(dialog)
    input.addEventListener("input", () => show(dialog))
    dialog.addEventListener("keydown", (event) => step(dialog, event))
    find(dialog, "form").addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
      event.preventDefault()
      dialog.querySelector("a")?.click()
    })
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog || (target instanceof Element && target.closest("a, [data-closes]")))
        dialog.close()
    })
  }
  show(dialog)
}

/** @param {HTMLDialogElement} dialog */
async function show(dialog) {
  const query = find(dialog, "input").value.trim()
  const status = find(dialog, "[role=status]")
  const list = find(dialog, "ol")
  try {
    const searchable = await fetchEntries()
    // More may have been typed meanwhile.
    if (find(dialog, "input").value.trim() !== query) return
    const results = rank(searchable, query)
    const [words, rows] = !query
      ? recent()
      : results.length
        ? hits(results, query)
        : nothing(dialog, query, nearest(searchable, query))
    status.replaceChildren(...words)
    list.replaceChildren(...rows)
    list.scrollTop = 0
  } catch {
    status.textContent = "The search could not be loaded. Check your connection and type again."
    list.replaceChildren()
  }
}

/** @typedef {[(Node | string)[], HTMLElement[]]} Shown */

/** @returns {Shown} */
function recent() {
  const others = recentPages().filter(({ path }) => path !== location.pathname)
  if (others.length)
    return [
      ["Recent pages"],
      others.map(({ title, path }) => row(make("a", { href: path }, title))),
    ]
  return [["Type a word, or go to"], ways()]
}

const ways = () => [row(linkTo("exam/glossary/", "Glossary")), row(linkTo("practice/", "Practice"))]

/** @param {(Node | string)[]} content */
const row = (...content) => make("li", {}, ...content)

/** @param {Hit[]} results @param {string} query @returns {Shown} */
function hits(results, query) {
  const rows = results.map(({ entry, page }) => {
    const link = linkTo(entry.location, "")
    const place =
      entry.location.includes("#") && page
        ? [make("span", { className: "search__page" }, page)]
        : []
    const pieces = excerpt(entry.text, query).map((piece, at) =>
      at % 2 ? make("mark", {}, piece) : piece,
    )
    link.append(
      make("strong", {}, entry.title),
      ...place,
      make("span", { className: "search__text" }, ...pieces),
    )
    return row(link)
  })
  return [[results.length === 1 ? "1 result" : `${results.length} results`], rows]
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {string} query
 * @param {string} near
 * @returns {Shown}
 */
function nothing(dialog, query, near) {
  const onclick = () => {
    const input = find(dialog, "input")
    input.value = near
    input.focus()
    show(dialog)
  }
  const question = near
    ? [
        " Did you mean ",
        make("button", { type: "button", className: "search__near", onclick }, near),
        "?",
      ]
    : [" Try another word, or go to"]
  return [[`Nothing found for “${query}”.`, ...question], ways()]
}

/** Arrows go through the results and back to the box. @param {HTMLDialogElement} dialog @param {KeyboardEvent} event */
function step(dialog, event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by) return
  const places = [find(dialog, "input"), ...dialog.querySelectorAll("ol a")]
  const at = places.indexOf(/** @type {HTMLElement} */ (document.activeElement))
  places[(Math.max(at, 0) + by + places.length) % places.length].focus()
  event.preventDefault()
}
