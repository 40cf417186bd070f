/** What the page of a quiz loads. */

// The run first: it says since when an answer counts.
import "../quiz/run.mjs"
import "../quiz/main.mjs"
