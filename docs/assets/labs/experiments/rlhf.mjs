/**
 * Reinforcement learning from human feedback in three stages (Ouyang et al. 2022): sample answers and compare
 * them in pairs; fit a reward model; train the policy toward a high reward, with a penalty β on the distance
 * from where it started. DPO (Rafailov et al. 2023) learns from the same pairs without a reward model.
 */

import { optimizer } from "../engine/adam.mjs"
import { mean, random, sigmoid } from "../engine/math.mjs"
import { crossEntropy, rowsOf, scoreWords, surprise } from "../engine/operations.mjs"
import { countNumbers, createModel, readTexts, weightsOf } from "../engine/transformer.mjs"
import { promptOf } from "../world/rows.mjs"
import { decode } from "../world/words.mjs"
import {
  agreement,
  assess,
  compare,
  comparison,
  duelsToRank,
  openPolicy,
  quality,
  QUESTIONS,
  sample,
} from "../study/preferences.mjs"
import { fitReward } from "../study/reward.mjs"
import { SHAPE } from "../study/study.mjs"

/**
 * @typedef {import("../study/study.mjs").Study} Study @typedef {import("../study/study.mjs").Pair} Pair
 * @typedef {import("../study/preferences.mjs").Comparison} Comparison @typedef {import("../engine/math.mjs").Random} Random
 */

const UPDATES = 60
const ANSWERS = 24
const DPO_ROWS = 8

/**
 * @typedef {import("../study/study.mjs").Start & { policy: Uint16Array, rater?: "rule" | "reader", picks?: number[] }} Start
 *   `picks` are the reader's, by pair: 0 or 1; without them the reader is asked
 */

/** @param {Start} start */
export function* run({ machine, weights, policy, settings, seed, rater = "rule", picks = [] }) {
  const { method, comparisons, beta } = settings
  const study = openPolicy({ machine, weights, policy })
  const shown = [QUESTIONS[0], QUESTIONS[19], QUESTIONS[40]]
  const before = sample(study, shown, random(5)).map(decode)
  // The reward model is scaled so that the answers it learns from have a mean score of 0.
  yield {
    step: 0,
    steps: UPDATES,
    values: { quality: assess(study, ANSWERS, random(9)).quality, reward: 0 },
  }
  const pairs =
    rater === "reader"
      ? yield* compareByReader(study, seed, picks)
      : compare(study, comparisons, seed)
  const reward = fitReward(pairs)
  const stages = {
    pairs: pairs.slice(0, 3).map(inWords),
    best: reward.best,
    worst: reward.worst,
    agreement: agreement(pairs, reward.score),
  }
  const start = copyOf(study)
  const parameters = weightsOf(study.model)
  const { step: move } = optimizer(study.tape, parameters)
  const r = random(seed)
  for (let step = 0; step < UPDATES; step++) {
    if (method === "dpo") {
      if (step % 4 === 0)
        yield {
          step,
          steps: UPDATES,
          values: step ? scoreOf(study, reward, random(9)) : null,
          stages,
        }
      prefer(
        study,
        start,
        Array.from({ length: DPO_ROWS }, () => r.pick(pairs)),
        beta,
      )
      move(1e-4)
    } else {
      const values = pursue(study, start, reward, beta, r)
      yield { step, steps: UPDATES, values: step && step % 2 === 0 ? values : null, stages }
      move(1e-3)
    }
  }
  const latest = scoreOf(study, reward, random(9))
  yield { step: UPDATES, steps: UPDATES, values: latest, stages }
  const after = sample(study, shown, random(5)).map(decode)
  const samples = shown.map(({ asked, answer }, i) => ({
    asked,
    expected: answer,
    before: before[i],
    after: after[i],
  }))
  return {
    study,
    numbers: countNumbers(parameters),
    result: { ...assess(study, 128, random(77)), reward: latest.reward, top: reward.top },
    samples,
  }
}

/**
 * Pairs as the reader compares them.
 *
 * @param {Study} study @param {number} seed @param {readonly number[]} picks
 * @returns {Generator<object, Comparison[], readonly number[]>}
 */
function* compareByReader(study, seed, picks) {
  const duels = duelsToRank(study, seed)
  const toRank = duels.map(({ pair: { asked, answer }, answers }) => ({
    asked,
    fact: answer,
    answers: answers.map(decode),
  }))
  const taken = picks.length ? picks : yield { step: 0, steps: UPDATES, values: null, toRank }
  return taken.map((pick, i) => comparison(duels[i], pick))
}

/** @param {Comparison} comparison */
const inWords = ({ pair, win, lose }) => ({
  asked: pair.asked,
  win: decode(win),
  lose: decode(lose),
})

/** What the reward model and the careful rater give to 24 answers. @param {Study} study @param {ReturnType<typeof fitReward>} reward @param {Random} r */
function scoreOf(study, reward, r) {
  const pairs = Array.from({ length: ANSWERS }, () => r.pick(QUESTIONS))
  const written = sample(study, pairs, r)
  return {
    reward: mean(written.map(reward.score)),
    quality: mean(pairs.map((pair, i) => quality(pair, written[i]))),
  }
}

/** @param {Study} study @returns {Study} */
function copyOf({ tape, model }) {
  const copy = createModel(tape, SHAPE, 1)
  const [from, to] = [weightsOf(model), weightsOf(copy)]
  from.forEach(({ at, size }, i) => tape.floats.copyWithin(to[i].at, at, at + size))
  return { tape, model: copy }
}

/**
 * One update of the policy: answers better than the average of this group become likelier, worse ones less
 * likely (REINFORCE, Williams 1992, with the group as baseline). `beta` pulls back to the start.
 *
 * @param {Study} study @param {Study} start @param {ReturnType<typeof fitReward>} reward @param {number} beta @param {Random} r
 */
function pursue(study, start, reward, beta, r) {
  const pairs = Array.from({ length: ANSWERS }, () => r.pick(QUESTIONS))
  const written = sample(study, pairs, r)
  const { scores, targets, owners, drift } = follow(study, start, pairs, written)
  const rewards = written.map(reward.score)
  const goals = rewards.map((points, b) => points - beta * drift[b])
  const middle = mean(goals)
  const width = Math.sqrt(mean(goals.map((goal) => (goal - middle) * (goal - middle)))) + 1e-6
  crossEntropy(
    study.tape,
    scores,
    targets,
    owners.map((b) => (goals[b] - middle) / width / ANSWERS / 8),
  )
  study.tape.backward()
  return {
    reward: mean(rewards),
    quality: mean(pairs.map((pair, b) => quality(pair, written[b]))),
    distance: mean(drift),
  }
}

/**
 * One step of direct preference optimization: the winner of each pair becomes likelier and the loser less
 * likely, the more so the less the policy tells them apart. No reward model, no sampling.
 *
 * @param {Study} study @param {Study} start @param {readonly Comparison[]} some @param {number} beta
 */
function prefer(study, start, some, beta) {
  const pairs = [...some, ...some].map(({ pair }) => pair)
  const written = [...some.map(({ win }) => win), ...some.map(({ lose }) => lose)]
  const { scores, targets, owners, drift } = follow(study, start, pairs, written)
  const pull = some.map(
    (_, i) => (beta * sigmoid(-beta * (drift[i] - drift[some.length + i]))) / some.length,
  )
  crossEntropy(
    study.tape,
    scores,
    targets,
    owners.map((b) => (b < some.length ? pull[b] : -pull[b - some.length])),
  )
  study.tape.backward()
}

/**
 * How much likelier each answer is now than at the start, in nats (its mean is the KL divergence). Leaves the
 * scores of every word on the tape.
 *
 * @param {Study} study @param {Study} start @param {readonly Pair[]} pairs @param {readonly (readonly number[])[]} written
 */
function follow(study, start, pairs, written) {
  const before = study.tape.withoutRecording(() => {
    const { scores, targets } = scoresOf(start, pairs, written)
    return surprise(study.tape, scores, targets)
  })
  const now = scoresOf(study, pairs, written)
  const drift = new Float64Array(pairs.length)
  surprise(study.tape, now.scores, now.targets).forEach(
    (nats, i) => (drift[now.owners[i]] += before[i] - nats),
  )
  return { ...now, drift }
}

/**
 * The scores at every word of the answers, and which answer each word belongs to.
 *
 * @param {Study} study @param {readonly Pair[]} pairs @param {readonly (readonly number[])[]} written
 */
function scoresOf({ tape, model }, pairs, written) {
  const rows = pairs.map(({ asked }, b) => [...promptOf(asked), ...written[b]])
  const T = Math.max(...rows.map(({ length }) => length))
  const words = new Int32Array(rows.length * T)
  rows.forEach((row, b) => words.set(row, b * T))
  const places = rows.flatMap((row, b) =>
    written[b].map((_, i) => ({ b, t: row.length - written[b].length + i })),
  )
  tape.reset()
  const states = rowsOf(
    tape,
    readTexts(tape, model, words, rows.length, T),
    places.map(({ b, t }) => b * T + t - 1),
  )
  return {
    scores: scoreWords(tape, states, model.E),
    targets: places.map(({ b, t }) => rows[b][t]),
    owners: places.map(({ b }) => b),
  }
}
