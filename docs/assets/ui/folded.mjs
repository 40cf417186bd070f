/** What is there for who wants more. */

import { icon } from "./icon.mjs"
import { make } from "./make.mjs"

/** @param {string} summary @param {...(Node | string)} content */
export const quietFold = (summary, ...content) =>
  make(
    "details",
    { className: "quiet-fold" },
    make("summary", {}, summary, icon("chevron")),
    ...content,
  )
