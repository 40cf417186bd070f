/** Opens the definition of a dotted term beside it. Without this script the term is a link to the glossary. */

const PAUSE = 180
const GAP = 8
let timer = 0

/** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
const termAt = (target) => (target instanceof Element ? target.closest("a.term") : null)

/** @param {HTMLAnchorElement} term */
const definitionOf = (term) => document.getElementById(`means-${term.hash.slice(1)}`)

/** @param {HTMLAnchorElement} term */
function show(term) {
  clearTimeout(timer)
  const definition = definitionOf(term)
  if (!definition || definition.matches(":popover-open")) return
  // The next tab stop is the first control in it.
  definition.showPopover(/** @type {any} */ ({ source: term }))
  place(definition, term)
}

/** Below the term where there is room, else above; inside the page. @param {HTMLElement} definition @param {Element} term */
function place(definition, term) {
  const { left, top, bottom } = term.getClientRects()[0]
  const { width, height } = definition.getBoundingClientRect()
  const isBelow = bottom + GAP + height <= innerHeight || top < height
  const most = document.documentElement.clientWidth - width - GAP
  definition.style.left = `${scrollX + Math.max(GAP, Math.min(left, most))}px`
  definition.style.top = `${scrollY + (isBelow ? bottom + GAP : top - GAP - height)}px`
}

/** @param {() => void} act */
function later(act) {
  clearTimeout(timer)
  timer = window.setTimeout(act, PAUSE)
}

/** @type {() => HTMLElement | null} */
const shown = () => document.querySelector(".definition:popover-open")
const hide = () => shown()?.hidePopover()

/** @param {Event} event */
const isInDefinition = ({ target }) =>
  target instanceof Element && target.closest(".definition") !== null

// Before the theme's own listener, which follows links.
document.addEventListener(
  "click",
  (event) => {
    const term = termAt(event.target)
    if (!term || !definitionOf(term) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    show(term)
  },
  { capture: true },
)
document.addEventListener(
  "pointerover",
  (event) => {
    if (event.pointerType !== "mouse") return
    const term = termAt(event.target)
    if (term) later(() => show(term))
    else if (isInDefinition(event)) clearTimeout(timer)
    else if (shown() && !document.activeElement?.matches("a.term:focus-visible")) later(hide)
    else clearTimeout(timer)
  },
  { passive: true },
)
document.addEventListener("focusin", (event) => {
  const term = termAt(event.target)
  if (term?.matches(":focus-visible")) show(term)
  else if (!isInDefinition(event)) hide()
})
