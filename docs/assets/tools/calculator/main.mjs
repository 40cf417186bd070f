/** Defines the element of the calculator. */

import { PeftCalculator } from "./peft-calculator.mjs"

if (!customElements.get("peft-calculator")) customElements.define("peft-calculator", PeftCalculator)
