/** Defines what home and the practice hub say about the reader. */

import { StudyPath } from "./study-path.mjs"
import { StudyToday } from "./study-today.mjs"
import { StudyTopics } from "./study-topics.mjs"

const ELEMENTS = { "study-today": StudyToday, "study-path": StudyPath, "study-topics": StudyTopics }

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element)
}
