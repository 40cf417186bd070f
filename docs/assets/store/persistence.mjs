/** Whether the browser has promised not to clear, by itself, what is stored. */

/** @returns {Promise<boolean>} */
export const isPersistent = async () => (await navigator.storage?.persisted?.()) ?? false

/** Firefox asks the reader; other browsers decide by themselves. @returns {Promise<boolean>} */
export const askToPersist = async () => (await navigator.storage?.persist?.()) ?? false

/** Safari deletes what a site stored once nobody visited it for seven days, unless it is installed. */
export const deletesAfterAWeek = () =>
  navigator.vendor.startsWith("Apple") && !matchMedia("(display-mode: standalone)").matches
