/** Defines the element of a lab. The model and the engine are fetched when the reader presses Run. */

import { LiveLab } from "./live-lab.mjs"

if (!customElements.get("live-lab")) customElements.define("live-lab", LiveLab)
