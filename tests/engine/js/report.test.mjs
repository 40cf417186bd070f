/** A report about a question says what the learner answered. */

import assert from "node:assert/strict"
import { test } from "node:test"
import { reportWith } from "../../../docs/assets/core/report.mjs"

const TEXT = "quiz_data/a.yml, item `a`, revision 12ab34cd\n\nWhat is wrong with it:\n"
const ADDRESS = `https://github.com/me/guide/issues/new?${new URLSearchParams({ title: "Question a: ", body: TEXT })}`

/** @param {string} address */
const bodyOf = (address) => new URL(address).searchParams.get("body")

test("the answer is added to the text of the report, and its title stays", () => {
  const address = reportWith(ADDRESS, ["b", "d"])

  assert.equal(bodyOf(address), `${TEXT}\n\nMy answer: b, d`)
  assert.equal(new URL(address).searchParams.get("title"), "Question a: ")
})

test("a new answer takes the place of the earlier one", () => {
  assert.equal(bodyOf(reportWith(reportWith(ADDRESS, ["b"]), ["c"])), `${TEXT}\n\nMy answer: c`)
})

test("once the question is asked again, the report has no answer", () => {
  assert.equal(bodyOf(reportWith(reportWith(ADDRESS, ["b"]), [])), TEXT)
})
