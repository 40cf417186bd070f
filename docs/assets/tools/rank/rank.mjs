/** A LoRA rank in, what it trains out. Pure. */

/** Ranks that the slider stops at: powers of two, up to where LoRA saves nothing. */
export const RANKS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]

/** Rows and columns of the matrix that is drawn. */
export const SIDE = 4096

/** @param {number} rank */
export const trained = (rank) => rank * (SIDE + SIDE)

export const FROZEN = SIDE * SIDE

/** @param {number} rank */
export const share = (rank) =>
  `${((trained(rank) / FROZEN) * 100).toLocaleString("en-US", { maximumSignificantDigits: 2 })}%`
