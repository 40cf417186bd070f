/** Defines the elements of the calculators. */

import { PeftCalculator } from "./peft-calculator.mjs"
import { PriceCalculator } from "./price-calculator.mjs"

if (!customElements.get("peft-calculator")) customElements.define("peft-calculator", PeftCalculator)
if (!customElements.get("price-calculator"))
  customElements.define("price-calculator", PriceCalculator)
