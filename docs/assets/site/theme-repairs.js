/**
 * Mends what the theme's script writes into a live page, also after instant navigation.
 */
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target)))

/** A table wider than its page scrolls inside itself; without a pointer that takes focus. */
function reach(wrap) {
  const scrolls = wrap.scrollWidth > wrap.clientWidth
  const name = wrap.querySelector("caption, th")?.textContent.trim()
  for (const [attribute, value] of [
    ["tabindex", "0"],
    ["role", "group"],
    ["aria-label", `Table: ${name}`],
  ]) {
    if (scrolls) wrap.setAttribute(attribute, value)
    else wrap.removeAttribute(attribute)
  }
}

function mend() {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) sizes.observe(wrap)
  // A landmark for every copy button, all without a name, drowns the real ones.
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])"))
    nav.setAttribute("role", "presentation")
}

new MutationObserver(mend).observe(document.body, { childList: true, subtree: true })
mend()
