/** A table wider than its page scrolls inside itself; without a pointer that takes focus. */

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) reach(target)
})

/** @param {Element} wrap */
function reach(wrap) {
  const scrolls = wrap.scrollWidth > wrap.clientWidth
  const name = wrap.querySelector("caption, th")?.textContent?.trim()
  for (const [attribute, value] of [
    ["tabindex", "0"],
    ["role", "group"],
    ["aria-label", `Table: ${name}`],
  ]) {
    if (scrolls) wrap.setAttribute(attribute, value)
    else wrap.removeAttribute(attribute)
  }
}

for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) sizes.observe(wrap)
