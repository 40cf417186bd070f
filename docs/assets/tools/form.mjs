/** Keeps what a tool shows in step with its form. */

/**
 * Call *show* whenever the form's answers change, until *signal* is aborted.
 * @param {HTMLFormElement} form
 * @param {(event: Event) => void} show
 * @param {AbortSignal} signal
 */
export function follow(form, show, signal) {
  form.addEventListener("input", show, { signal })
  // "Back" fills the form in after the element is there.
  addEventListener("pageshow", show, { signal })
  // Enter would send the form.
  form.addEventListener("submit", (event) => event.preventDefault(), { signal })
}
