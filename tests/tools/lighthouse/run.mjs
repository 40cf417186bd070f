/**
 * Runs Lighthouse (mobile) on each kind of page of a built site and compares it with budgets.json:
 * `node run.mjs SITE [ADDRESS...]`. Ends with 1 where a page is beyond its budget.
 *
 * Each page is the median of some runs by performance, each in a new profile. `blocked` is how many
 * milliseconds the main thread may be blocked, `kilobytes` what a first visit may transfer.
 */

import { readFileSync } from "node:fs"
import { launch } from "chrome-launcher"
import lighthouse from "lighthouse"
import { serve } from "./server.mjs"

const BUDGETS = JSON.parse(readFileSync(new URL("budgets.json", import.meta.url), "utf8"))
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
const QUIET = { output: "json", logLevel: "silent", onlyCategories: Object.keys(BUDGETS.scores) }

/** @param {string} site @param {string[]} addresses */
async function main(site, ...addresses) {
  const { url, close } = await serve(site)
  const problems = []
  console.log("| page | scores | first paint, ms | largest, ms | blocked, ms | kB |")
  console.log("|---|---|---|---|---|---|")
  for (const address of addresses.length ? addresses : Object.keys(BUDGETS.kilobytes)) {
    const report = median(await reports(url + address))
    console.log(row(address, report))
    problems.push(...beyond(address, report))
  }
  close()
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length ? 1 : 0
}

/** @param {string} address */
async function reports(address) {
  const found = []
  while (found.length < BUDGETS.runs) {
    const chrome = await launch({ chromeFlags: FLAGS, logLevel: "silent" })
    const { lhr } = await lighthouse(address, { ...QUIET, port: chrome.port })
    await chrome.kill()
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
    found.push(lhr)
  }
  return found
}

/** @param {any[]} reports */
const median = (reports) =>
  reports.toSorted((a, b) => score(a, "performance") - score(b, "performance"))[
    Math.floor(reports.length / 2)
  ]

/** @param {any} report @param {string} category */
const score = ({ categories }, category) => Math.round(categories[category].score * 100)

/** @param {any} report @param {string} audit */
const number = ({ audits }, audit) => Math.round(audits[audit].numericValue)

/** @param {any} report */
const kilobytes = (report) => Math.round(number(report, "total-byte-weight") / 1000)

/** @param {string} address @param {any} report */
function row(address, report) {
  const scores = Object.keys(BUDGETS.scores).map((category) => score(report, category))
  const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"]
  const cells = [scores.join("/"), ...times.map((time) => number(report, time)), kilobytes(report)]
  return `| /${address} | ${cells.join(" | ")} |`
}

/** @param {string} address @param {any} report */
function* beyond(address, report) {
  for (const [category, least] of Object.entries(BUDGETS.scores)) {
    const failed = report.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 0.9)
      .map(({ id }) => id)
    if (score(report, category) < least)
      yield `/${address}: ${category} is ${score(report, category)}, the budget is ${least} (${failed.join(", ")})`
  }
  const blocked = number(report, "total-blocking-time")
  if (blocked > BUDGETS.blocked)
    yield `/${address}: blocks the main thread for ${blocked} ms, the budget is ${BUDGETS.blocked} ms`
  if (kilobytes(report) > BUDGETS.kilobytes[address])
    yield `/${address}: transfers ${kilobytes(report)} kB, the budget is ${BUDGETS.kilobytes[address]} kB`
}

await main(...process.argv.slice(2))
