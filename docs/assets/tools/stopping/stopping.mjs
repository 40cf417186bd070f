/** Losses and an epoch in, a verdict out. Pure. */

/** The place of the lowest loss. @param {readonly number[]} losses */
export const best = (losses) => losses.indexOf(Math.min(...losses))

/**
 * What stopping after an epoch would mean.
 * @param {readonly number[]} validation - a loss for each epoch
 * @param {number} at - from 0
 */
export function verdict(validation, at) {
  const lowest = best(validation)
  if (at < lowest) return "Too early. Validation loss would still fall."
  if (at === lowest) return "The version to keep. Validation loss is at its lowest."
  return "Too late. Training loss still falls, but validation loss rises: the model memorizes."
}
