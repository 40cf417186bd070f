/** The store where there is no IndexedDB: the same promises, kept in memory. */

import assert from "node:assert/strict"
import test from "node:test"
import * as attempts from "../../../docs/assets/store/attempts.mjs"
import * as database from "../../../docs/assets/store/database.mjs"
import * as everything from "../../../docs/assets/store/everything.mjs"
import * as exams from "../../../docs/assets/store/exams.mjs"
import * as sessions from "../../../docs/assets/store/sessions.mjs"
import * as settings from "../../../docs/assets/store/settings.mjs"
import { attempt } from "./attempt.mjs"
import { promises } from "./store-suite.mjs"

const MODULES = { attempts, exams, sessions, settings, everything, database, attempt }

for (const [promise, keep] of Object.entries(promises(MODULES, false))) {
  test(promise, async () => {
    await everything.replace(() => everything.NOTHING)

    await keep()
  })
}

test("the learner is told that nothing is stored", async () => {
  await everything.read()

  assert.match(database.notice(), /refuses to store/)
})
