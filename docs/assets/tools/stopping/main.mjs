/** Defines the element of the picture of early stopping. */

import { EarlyStopping } from "./early-stopping.mjs"

if (!customElements.get("early-stopping")) customElements.define("early-stopping", EarlyStopping)
