/** The button that leads back to the top of a long page, shown to readers who scroll up. */

/** @type {HTMLButtonElement | null} */
const button = document.querySelector(".md-top")
let last = 0

addEventListener(
  "scroll",
  () => {
    if (button) button.hidden = scrollY < innerHeight || scrollY >= last
    last = scrollY
  },
  { passive: true },
)
button?.addEventListener("click", () => {
  scrollTo({ top: 0 })
  document.getElementById("__article")?.focus({ preventScroll: true })
})
