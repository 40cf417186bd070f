/** Icons that only the mock exam has. */

import { lineIcon } from "../ui/icon.mjs"

export const clockIcon = () =>
  lineIcon("M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 7v5l3.5 2")
export const mapIcon = () =>
  lineIcon("M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z")
export const pauseIcon = () => lineIcon("M8.5 5v14M15.5 5v14")
export const strikeIcon = () =>
  lineIcon(
    "M4 12h16M16.5 8c-.5-2-2.2-3-4.5-3-2.6 0-4.5 1.2-4.5 3.3M7.5 15.5c.4 2.2 2 3.5 4.7 3.5 2.7 0 4.5-1.3 4.5-3.5",
  )
