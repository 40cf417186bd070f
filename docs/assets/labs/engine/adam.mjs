/** The optimizer: Adam with a limit on the length of the gradient (Kingma and Ba 2014; Pascanu et al. 2013). */

const BETA_1 = 0.9
const BETA_2 = 0.99
const EPSILON = 1e-8

/**
 * Makes exactly these parameters trainable; everything else stays frozen.
 *
 * @param {import("./tape.mjs").Tape} tape
 * @param {readonly import("./tape.mjs").Parameter[]} parameters
 */
export function optimizer(tape, parameters) {
  for (const p of parameters) {
    if (!p.gradientAt)
      [p.gradientAt, p.first, p.second] = [tape.keep(p.size), tape.keep(p.size), tape.keep(p.size)]
    tape.floats.fill(0, p.first, p.first + p.size)
    tape.floats.fill(0, p.second, p.second + p.size)
    p.needsGradient = true
    p.hasGradient = false
  }
  let [decay1, decay2] = [1, 1]
  return {
    /** Moves each parameter against its gradient. @param {number} rate */
    step(rate, { limit = 1, decay = 0 } = {}) {
      const moved = parameters.filter((p) => p.hasGradient)
      let squares = 0
      for (const p of moved) squares += tape.loops.sum_of_squares(p.gradientAt * 4, p.size)
      const length = Math.sqrt(squares)
      const shrink = length > limit ? limit / length : 1
      ;[decay1, decay2] = [decay1 * BETA_1, decay2 * BETA_2]
      for (const p of moved) {
        tape.loops.adam(
          p.at * 4,
          p.gradientAt * 4,
          p.first * 4,
          p.second * 4,
          p.size,
          shrink,
          rate,
          BETA_1,
          BETA_2,
          1 / (1 - decay1),
          1 / (1 - decay2),
          EPSILON,
          decay,
        )
        p.hasGradient = false
      }
    },
  }
}
