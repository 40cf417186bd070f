/** The menu of a narrow window and the folded parts of the list beside a page, by keyboard too. */

const drawer = /** @type {HTMLInputElement | null} */ (document.querySelector("#__drawer"))

/** The page does not scroll under the menu. */
function hold() {
  document.documentElement.toggleAttribute("data-menu", drawer?.checked)
}

drawer?.addEventListener("change", hold)
hold() // it may have been opened before this script was here
document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Escape" && drawer?.checked) drawer.click()
  if (key === "Enter" && target instanceof HTMLLabelElement) target.click()
})
document.addEventListener("click", ({ target }) => {
  const leads = target instanceof Element && target.closest(".md-sidebar a[href*='#']")
  if (leads && drawer?.checked) drawer.click()
})
for (const toggle of document.querySelectorAll(".md-nav__toggle")) {
  toggle.addEventListener("change", () => {
    const list = toggle.parentElement?.querySelector(":scope > nav[aria-expanded]")
    list?.setAttribute("aria-expanded", String(/** @type {HTMLInputElement} */ (toggle).checked))
  })
}
