/** Defines the element of the LoRA picture. */

import { MatrixRank } from "./matrix-rank.mjs"

if (!customElements.get("matrix-rank")) customElements.define("matrix-rank", MatrixRank)
