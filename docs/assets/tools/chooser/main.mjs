/** Defines the element of the method chooser. */

import { MethodChooser } from "./method-chooser.mjs"

if (!customElements.get("method-chooser")) customElements.define("method-chooser", MethodChooser)
