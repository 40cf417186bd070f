/** Marks in the list beside a page the section that is being read, and keeps the mark in sight. */

/** Below the header, in CSS pixels: a heading above this line has been reached. */
const LINE = 120

/** @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll(".md-nav--secondary a[href^='#']")].map(
  (link) => /** @type {any} */ (link),
)
const parts = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))))
let waits = false
let marked = ""

function mark() {
  waits = false
  const reached = parts.findLast((part) => part && part.getBoundingClientRect().top < LINE)
  const id = reached?.id ?? ""
  if (id === marked) return
  marked = id
  for (const [at, link] of links.entries()) {
    const isHere = parts[at] === reached && id !== ""
    link.classList.toggle("md-nav__link--active", isHere)
    if (isHere) link.ariaCurrent = "location"
    else link.removeAttribute("aria-current")
    if (isHere) follow(link)
  }
}

/** Scrolls the list, never the page. @param {HTMLElement} link */
function follow(link) {
  const list = link.closest(".md-sidebar__scrollwrap")
  if (!list) return
  const { top, bottom } = list.getBoundingClientRect()
  const at = link.getBoundingClientRect()
  if (at.top < top || at.bottom > bottom) list.scrollTop += at.top - (top + bottom) / 2
}

if (links.length > 0) {
  addEventListener(
    "scroll",
    () => {
      if (!waits) requestAnimationFrame(mark)
      waits = true
    },
    { passive: true },
  )
}
