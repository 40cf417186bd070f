/** Defines the element of the LoRA picture. */

import { LoraRank } from "./lora-rank.mjs"

if (!customElements.get("lora-rank")) customElements.define("lora-rank", LoraRank)
