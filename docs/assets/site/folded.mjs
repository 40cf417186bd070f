/** Opens what is folded, or behind a tab, where the address leads into it, and all that is folded on paper. */

const paper = matchMedia("print")
/** @type {NodeListOf<HTMLDetailsElement>} */
const folded = document.querySelectorAll(".md-content details:not([open])")
/** @type {HTMLDetailsElement[]} */
let opened = []

function print() {
  if (paper.matches) opened = [...folded].filter(({ open }) => !open)
  for (const part of opened) part.open = paper.matches
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target instanceof HTMLInputElement && target.name.startsWith("__tabbed_"))
    target.checked = true
  const outer = /** @type {HTMLDetailsElement | null | undefined} */ (
    target?.closest("details:not([open])")
  )
  if (!outer) return
  outer.open = true
  target?.scrollIntoView()
}

paper.addEventListener("change", print)
addEventListener("hashchange", reveal)
print()
reveal()
