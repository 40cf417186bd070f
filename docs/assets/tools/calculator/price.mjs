/** The reader's own prices in, a bill out. Pure. */

/** @param {Prices} prices @returns {Bill} */
export function bill({ tokens, epochs, trainingPrice, storagePrice, hourPrice, hours, months }) {
  const training = (tokens * epochs * trainingPrice) / 1000
  const storage = storagePrice * months
  const serving = hourPrice * hours * months
  return { training, storage, serving, total: training + storage + serving }
}

/** @param {number} amount - in the reader's currency */
export const money = (amount) =>
  amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })
