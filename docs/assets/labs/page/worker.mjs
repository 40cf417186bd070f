/**
 * Runs one lab away from the page, so that the page stays smooth. Loaded by its address as a module worker: it
 * has the policy of its own response, so WebAssembly compiles here although the page's policy refuses it.
 */

import { fastMachine, plainMachine } from "../kernels/load.mjs"
import { faultOf } from "../study/faults.mjs"
import { answerTo, faultsOf } from "../study/own-text.mjs"

/**
 * @typedef {object} Order
 * @property {string} lab
 * @property {Record<string, string | number>} settings
 * @property {number} seed
 * @property {string} ownText
 * @property {import("../study/raters.mjs").Rater} rater
 * @property {readonly number[]} picks - the reader's, where they are known
 *
 * @typedef {{ order: Order } | { picks: number[] } | { asked: string } | { isPaused: boolean }} Message - from the page
 */

/** @type {Record<string, () => Promise<{ run: (start: any) => Generator<any, any> }>>} */
const EXPERIMENTS = {
  "instruction-tuning": () => import("../experiments/instruction-tuning.mjs"),
  "domain-adaptation": () => import("../experiments/domain-adaptation.mjs"),
  "transfer-learning": () => import("../experiments/transfer-learning.mjs"),
  "continued-pre-training": () => import("../experiments/continued-pre-training.mjs"),
  rlhf: () => import("../experiments/rlhf.mjs"),
  peft: () => import("../experiments/peft.mjs"),
}

/** Milliseconds after which messages from the page are read. */
const TURN = 40

/** @type {import("../study/study.mjs").Study | null} */
let study = null
let lab = ""
/** @type {(() => void) | null} */
let goOn = null
let isPaused = false
/** @type {((picks: number[]) => void) | null} */
let takePicks = null

addEventListener("message", ({ data }) => {
  if ("order" in data) {
    work(data.order).catch((error) => postMessage({ fault: faultOf(error) }))
  } else if ("picks" in data) {
    takePicks?.(data.picks)
  } else if ("asked" in data) {
    if (study) postMessage({ asked: data.asked, ...answerTo(lab, study, data.asked) })
  } else {
    isPaused = data.isPaused
    if (!isPaused) goOn?.()
  }
})

/** @param {Order} order */
async function work({ lab: name, ownText, ...order }) {
  const faults = faultsOf(name, ownText)
  if (faults.length) return postMessage({ faults })
  lab = name
  const loaded = await load(name).catch((error) => {
    if (error instanceof TypeError) return null
    throw error
  })
  if (!loaded) return postMessage({ isIncomplete: true })
  const { code, weights, policy, run } = loaded
  const machine = await fastMachine(code).catch((error) => {
    if (error instanceof RangeError) throw error
    return plainMachine()
  })
  postMessage({ isFast: machine.isFast })
  await conduct(run({ machine, weights, policy, ownText, ...order }))
}

/** The files of a lab. @param {string} name */
async function load(name) {
  const [code, base, policy, { run }] = await Promise.all([
    fetchBytes("kernels/kernels.wasm"),
    fetchBytes("base.bin"),
    name === "rlhf" ? fetchBytes("policy.bin") : null,
    EXPERIMENTS[name](),
  ])
  return { code, weights: new Uint16Array(base), policy: policy && new Uint16Array(policy), run }
}

/** Runs an experiment to its end and sends what it yields. @param {Generator<any, any>} experiment */
async function conduct(experiment) {
  let turn = performance.now()
  let wereStagesSent = false
  let next = experiment.next()
  while (!next.done) {
    const { step, steps, values, stages, toRank } = next.value
    if (stages && !wereStagesSent) postMessage({ stages })
    wereStagesSent ||= Boolean(stages)
    if (values) postMessage({ point: { step, steps, values } })
    if (toRank) {
      postMessage({ toRank })
      next = experiment.next(await new Promise((resolve) => (takePicks = resolve)))
      continue
    }
    next = experiment.next()
    if (performance.now() - turn < TURN) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (isPaused) await new Promise((resolve) => (goOn = () => resolve(null)))
    turn = performance.now()
  }
  finish(next.value)
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
