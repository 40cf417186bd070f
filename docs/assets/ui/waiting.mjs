/**
 * Controls that are on the page before their script: they have `data-waits`, and the first script of the page
 * notes there that one was pressed.
 */

/** Now its script is here: it waits no longer, and an early press counts. @param {HTMLElement} control */
export function takeOver(control) {
  const wasPressed = control.dataset.waits === "pressed"
  delete control.dataset.waits
  if (wasPressed) control.click()
}
