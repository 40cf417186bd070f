/** A seeded generator for the property tests, apart from the one under test. */

/** @param {number} seed */
export function generator(seed) {
  let state = BigInt(seed)
  const next = () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn
    return Number(state >> 33n)
  }
  const below = (limit) => next() % limit
  const pick = (list) => list[below(list.length)]
  const many = (limit, make) => Array.from({ length: below(limit + 1) }, make)
  return { below, pick, many }
}
