/** A lab's settings and seed in the page's address: `?examples=20&seed=7`; `hide=loss,seed` hides controls. */

import { LABS, startSettings } from "../study/catalog.mjs"
import { FEWEST_PICKS, PAIRS_TO_RANK, readPicks } from "../study/raters.mjs"

export const FIRST_SEED = 7
const LARGEST_SEED = 9999

/**
 * What an address asks for. What it asks for wrongly is replaced by the start, and said.
 *
 * @param {string} lab
 * @param {string} search - of the address
 */
export function readAddress(lab, search) {
  const asked = new URLSearchParams(search)
  const settings = startSettings(lab)
  /** @type {string[]} */
  const faults = []
  for (const { name, label, values } of LABS[lab].knobs) {
    const text = asked.get(name)
    if (text === null) continue
    const known = values.find(([value]) => `${value}` === text)
    if (known) settings[name] = known[0]
    else
      faults.push(
        `“${label}” has no value “${text.slice(0, 20)}”, so it is set to ${labelOf(values, settings[name])}.`,
      )
  }
  const text = asked.get("seed")
  const isSeed = text !== null && /^\d{1,4}$/.test(text)
  if (text !== null && !isSeed)
    faults.push(
      `The seed is a whole number from 0 to ${LARGEST_SEED}, so it is set to ${FIRST_SEED}.`,
    )
  return {
    settings,
    seed: isSeed ? Number(text) : FIRST_SEED,
    hidden: new Set((asked.get("hide") ?? "").split(",")),
    picks: picksOf(asked, faults),
    faults,
  }
}

/** What the reader picked in a run that is repeated. @param {URLSearchParams} asked @param {string[]} faults */
function picksOf(asked, faults) {
  const text = asked.get("picks")
  const picks = text === null ? [] : readPicks(text)
  if (!picks)
    faults.push(
      `“picks” is ${FEWEST_PICKS} to ${PAIRS_TO_RANK} letters, A or B for each pair, so the stated rule compares.`,
    )
  return picks ?? []
}

/** @param {[value: string | number, label: string][]} values @param {string | number} value */
const labelOf = (values, value) => values.find(([known]) => known === value)?.[1]

/**
 * The address of this lab with these settings; what else it asks for stays.
 *
 * @param {string} href @param {Record<string, string | number>} settings @param {number} seed
 * @param {string} [picks] - the reader's, if they were trained on
 */
export function writeAddress(href, settings, seed, picks) {
  const address = new URL(href)
  for (const [name, value] of Object.entries({ ...settings, seed }))
    address.searchParams.set(name, `${value}`)
  if (picks) address.searchParams.set("picks", picks)
  else address.searchParams.delete("picks")
  return address.href
}
