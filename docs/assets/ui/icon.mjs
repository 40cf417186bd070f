/** Small pictures inside controls. Each says nothing by itself: the words beside it do. */

import { draw } from "./picture.mjs"

/** Lines in a square of 24. */
const PATHS = {
  back: "m14.5 6-6 6 6 6",
  bulb: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.7.5 1.1 1.3 1.1 2.2h5c0-.9.4-1.7 1.1-2.2A6 6 0 0 0 12 3Z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  chevron: "m6 9.5 6 6 6-6",
  cross: "M6 6l12 12M18 6 6 18",
  dots: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  down: "M12 5v14M6 13l6 6 6-6",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z",
  flag: "M6 21V4M6 4.5h11.5L15 8.5l2.5 4H6",
  forward: "m9.5 6 6 6-6 6",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  next: "M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5",
  repeat: "M4.5 10a8 8 0 0 1 14-3.5L20 8M20 3.5V8h-4.5M19.5 14a8 8 0 0 1-14 3.5L4 16M4 20.5V16h4.5",
  trash: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5",
  undo: "M8.5 5 4 9.5 8.5 14M4.5 9.5h9a6 6 0 0 1 0 12H8",
  up: "M12 19V5M6 11l6-6 6 6",
  upload: "M12 16V5M7 9.5l5-5 5 5M4.5 20h15",
}

/** @param {keyof typeof PATHS} name */
export const icon = (name) => lineIcon(PATHS[name])

/** An icon that one page alone needs. @param {string} path - in a square of 24 */
export const lineIcon = (path) =>
  draw(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" },
    draw("path", { d: path }),
  )
