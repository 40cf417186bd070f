/** What searches, loaded once a reader is about to. */

export { start } from "../search/panel.mjs"
