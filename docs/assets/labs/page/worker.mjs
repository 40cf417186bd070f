/**
 * Runs one lab away from the page, so that the page stays smooth. Loaded by its address as a module worker: it
 * has the policy of its own response, so WebAssembly compiles here although the page's policy refuses it.
 */

import { fastMachine, plainMachine } from "../kernels/load.mjs"
import { answerTo, faultsOf } from "../study/own-text.mjs"

/**
 * @typedef {{ lab: string, settings: Record<string, string | number>, seed: number, ownText: string }} Order
 * @typedef {{ order: Order } | { asked: string } | { isPaused: boolean }} Message - from the page
 */

/** Milliseconds after which messages from the page are read. */
const TURN = 40

/** @type {import("../study/study.mjs").Study | null} */
let study = null
let lab = ""
/** @type {(() => void) | null} */
let goOn = null
let isPaused = false

addEventListener("message", ({ data }) => {
  if ("order" in data) {
    work(data.order).catch((error) => postMessage({ fault: faultOf(error) }))
  } else if ("asked" in data) {
    if (study) postMessage({ asked: data.asked, ...answerTo(lab, study, data.asked) })
  } else {
    isPaused = data.isPaused
    if (!isPaused) goOn?.()
  }
})

/** @param {Order} order */
async function work({ lab: name, settings, seed, ownText }) {
  const faults = faultsOf(name, ownText)
  if (faults.length) return postMessage({ faults })
  lab = name
  const [code, base, policy, { run }] = await Promise.all([
    fetchBytes("kernels/kernels.wasm"),
    fetchBytes("base.bin"),
    name === "rlhf" ? fetchBytes("policy.bin") : null,
    import(`../experiments/${name}.mjs`),
  ])
  const machine = await fastMachine(code).catch((error) => {
    if (error instanceof RangeError) throw error
    return plainMachine()
  })
  postMessage({ isFast: machine.isFast })
  const files = { weights: new Uint16Array(base), policy: policy && new Uint16Array(policy) }
  const experiment = run({ machine, ...files, settings, seed, ownText })
  let turn = performance.now()
  let wereStagesSent = false
  for (let next = experiment.next(); ; next = experiment.next()) {
    if (next.done) return finish(next.value)
    const { step, steps, values, stages } = next.value
    if (stages && !wereStagesSent) postMessage({ stages })
    wereStagesSent ||= Boolean(stages)
    if (values) postMessage({ point: { step, steps, values } })
    if (performance.now() - turn < TURN) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (isPaused) await new Promise((resolve) => (goOn = () => resolve(null)))
    turn = performance.now()
  }
}

/** @param {any} end - what the experiment returns */
function finish({ study: trained, ...end }) {
  study = trained
  postMessage({ end: { ...end, canBeAsked: trained !== null } })
}

/** @param {string} path */
async function fetchBytes(path) {
  const answer = await fetch(new URL(`../${path}`, import.meta.url))
  if (!answer.ok) throw new TypeError(`${path} could not be loaded (${answer.status})`)
  return answer.arrayBuffer()
}

/** @param {unknown} error */
function faultOf(error) {
  if (error instanceof RangeError) return "The browser has not enough free memory for the lab."
  if (error instanceof TypeError)
    return "A file of the lab could not be loaded. Is there a network?"
  return `The lab has failed: ${error instanceof Error ? error.message : error}.`
}
