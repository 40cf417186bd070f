/** The plan: the day of the exam, a limit for each day, and what comes due. */

import { LIMITS } from "../core/workload.mjs"
import { make } from "../ui/make.mjs"
import { forecastPart } from "./forecast-chart.mjs"
import { planLine } from "./sentences.mjs"

/**
 * @param {{ examDay: string | null, limit: number, plan: Parameters<typeof planLine>[0], counts: readonly number[], now: number }} known
 * @param {(changes: Partial<ReaderSettings>) => void} set
 */
export const planPart = ({ examDay, limit, plan, counts, now }, set) =>
  make(
    "section",
    { className: "review__plan", id: "plan" },
    make("h2", {}, "Plan"),
    make("p", { className: "review__line", role: "status" }, planLine(plan)),
    make("div", { className: "review__fields" }, dayField(examDay, set), limits(limit, set)),
    make("div", { className: "review__forecast" }, ...forecastPart(counts, now)),
  )

/** @param {string | null} examDay @param {(changes: Partial<ReaderSettings>) => void} set */
function dayField(examDay, set) {
  const input = make("input", {
    type: "date",
    className: "field",
    value: examDay ?? "",
    max: "9999-12-31",
    autocomplete: "off",
  })
  input.addEventListener("change", () => set({ examDay: input.value || null }))
  return make("label", { className: "review__field" }, make("span", {}, "Day of your exam"), input)
}

/** @param {number} limit @param {(changes: Partial<ReaderSettings>) => void} set */
const limits = (limit, set) =>
  make(
    "fieldset",
    { className: "review__field" },
    make("legend", {}, "Reviews a day, at most"),
    make(
      "span",
      { className: "pills" },
      ...LIMITS.map((each) =>
        make(
          "label",
          {},
          make("input", {
            type: "radio",
            name: "limit",
            value: `${each}`,
            checked: each === limit,
            onchange: () => set({ dailyLimit: each }),
          }),
          each === 0 ? "No limit" : `${each}`,
        ),
      ),
    ),
  )
