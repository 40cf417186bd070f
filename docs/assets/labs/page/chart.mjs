/**
 * The charts of the labs as plain trees: [tag, attributes, ...children]. Pages turn them into elements,
 * `make labs` turns them into SVG files; both draw the same picture.
 */

import { say } from "../study/catalog.mjs"

/**
 * @typedef {[tag: string, attributes: Record<string, string | number>, ...children: (Shape | string)[]]} Shape
 * @typedef {import("../study/catalog.mjs").Scale} Scale
 * @typedef {{ mean: number[], low: number[], high: number[] }} Band
 * @typedef {{ label: string, points: [x: number, y: number][], band?: Band & { steps: number[] } }} Line
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Plot
 * @typedef {{ at: (value: number) => number, ticks: number[] }} Heights
 * @typedef {{ x: number, text: string }} Mark - a name under the axis
 * @typedef {{ i: number, y: number, text: string }} Key - the name of line i
 */

const TICKS = {
  share: [0, 0.5, 1],
  log: [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 10000, 100000, 1000000],
}
const LINE = 20

/**
 * A run over its training steps, over the range of recorded runs.
 *
 * @param {{ title: string, scale: Scale, steps: number, lines: Line[], width: number }} chart
 * @returns {Shape}
 */
export function curveChart({ title, scale, steps, lines, width }) {
  const isWide = width >= 520
  const height = isWide ? Math.min(430, Math.round(width * 0.62)) : 300
  const names = lines.map(({ label, points }) =>
    points.length ? `${label} ${say(points.at(-1)?.[1], scale)}` : label,
  )
  const plot = {
    left: 46,
    right: width - (isWide ? roomFor(names) : 14),
    top: 14,
    bottom: height - 58,
  }
  const values = lines.flatMap(({ points, band }) => [
    ...points.map(([, y]) => y),
    ...(band?.low ?? []),
    ...(band?.high ?? []),
  ])
  const y = vertical(scale, values, plot)
  /** @param {number} step */
  const x = (step) => plot.left + (step / steps) * (plot.right - plot.left)
  const parts = steps % 4 ? 3 : 4
  const marks = Array.from({ length: parts + 1 }, (_, i) => (steps * i) / parts).map((step) => ({
    x: x(step),
    text: `${step}`,
  }))
  const keys = lines.map(({ points, band }, i) => ({
    i,
    y: y.at(points.at(-1)?.[1] ?? band?.mean.at(-1) ?? 0),
    text: names[i],
  }))
  return frame(
    {
      title: `${title}. ${describe(lines, scale)}`,
      width,
      plot,
      y,
      marks,
      under: "training step",
      keys: spread(keys, plot),
      isWide,
    },
    [
      ...lines.flatMap(({ band }) => (band ? [bandShape(band, x, y.at)] : [])),
      ...lines.flatMap(({ band }) =>
        band
          ? [
              path(
                "lab-mean",
                band.steps.map((step, i) => [x(step), y.at(band.mean[i])]),
              ),
            ]
          : [],
      ),
      ...lines.flatMap(({ points }, i) =>
        runShapes(
          points.map(([step, value]) => [x(step), y.at(value)]),
          i,
        ),
      ),
    ],
  )
}

/** The width that names beside the lines take, at about 8 pixels a letter. @param {string[]} names */
const roomFor = (names) => Math.max(100, ...names.map(({ length }) => length * 8 + 26))

/** @param {[number, number][]} places @param {number} i @returns {Shape[]} */
function runShapes(places, i) {
  const last = places.at(-1)
  if (!last) return []
  return [
    path(`lab-line lab-line--${i}`, places),
    ["circle", { class: `lab-dot lab-dot--${i}`, cx: short(last[0]), cy: short(last[1]), r: 6 }],
  ]
}

/**
 * Recorded results for each value of one knob: mean and range of the runs.
 *
 * @param {{ title: string, scale: Scale, under: string, across: string[], lines: { label: string, values: { mean: number, low: number, high: number }[] }[], width: number }} chart
 * @returns {Shape}
 */
export function rangeChart({ title, scale, under, across, lines, width }) {
  const isWide = width >= 520
  const plot = {
    left: 46,
    right: width - (isWide && lines[0].label ? roomFor(lines.map(({ label }) => label)) : 14),
    top: 14,
    bottom: 250,
  }
  const y = vertical(
    scale,
    lines.flatMap(({ values }) => values.flatMap(({ low, high }) => [low, high])),
    plot,
  )
  const part = (plot.right - plot.left) / across.length
  /** @param {number} place @param {number} i */
  const x = (place, i) => plot.left + part * (place + 0.5) + (i - (lines.length - 1) / 2) * 9
  const marks = across.map((text, place) => ({ x: plot.left + part * (place + 0.5), text }))
  const keys = lines
    .filter(({ label }) => label)
    .map(({ label, values }, i) => ({ i, y: y.at(values.at(-1)?.mean ?? 0), text: label }))
  const words = lines
    .map(({ label, values }) =>
      `${label} ${values.map(({ mean }, i) => `${across[i]}: ${say(mean, scale)}`).join(", ")}`.trim(),
    )
    .join("; ")
  return frame(
    {
      title: `${title}. Mean of five runs. ${words}.`,
      width,
      plot,
      y,
      marks,
      under,
      keys: spread(keys, plot),
      isWide,
    },
    lines.flatMap(({ label, values }, i) => [
      ...values.map(
        ({ low, high }, place) =>
          /** @type {Shape} */ ([
            "path",
            {
              class: `lab-range lab-range--${i}`,
              d: `M${short(x(place, i))} ${short(y.at(low))}V${short(y.at(high))}`,
            },
          ]),
      ),
      ...(label
        ? [
            path(
              `lab-line lab-line--${i}`,
              values.map(({ mean }, place) => [x(place, i), y.at(mean)]),
            ),
          ]
        : []),
      ...values.map(
        ({ mean }, place) =>
          /** @type {Shape} */ ([
            "circle",
            {
              class: `lab-dot lab-dot--${i}`,
              cx: short(x(place, i)),
              cy: short(y.at(mean)),
              r: 5.5,
            },
          ]),
      ),
    ]),
  )
}

/**
 * Grid, axes and keys around the shapes: keys beside the lines where there is room, else below.
 *
 * @param {{ title: string, width: number, plot: Plot, y: Heights, marks: Mark[], under: string, keys: Key[], isWide: boolean }} chart
 * @param {Shape[]} shapes
 * @returns {Shape}
 */
function frame({ title, width, plot, y, marks, under, keys, isWide }, shapes) {
  const slant = !isWide && marks.length > 5 ? SLANT : 0
  const below = isWide ? 0 : keys.length * (LINE + 4)
  return [
    "svg",
    {
      viewBox: `0 0 ${width} ${plot.bottom + 56 + slant + below}`,
      role: "img",
      "aria-label": title,
      class: "lab-chart",
    },
    ...y.ticks.flatMap((tick) => tickShapes(tick, y, plot)),
    ...marks.map(({ x, text }) => markShape(x, text, plot, slant > 0)),
    [
      "text",
      {
        x: short((plot.left + plot.right) / 2),
        y: plot.bottom + 48 + slant,
        "text-anchor": "middle",
      },
      under,
    ],
    ...shapes,
    ...keys.flatMap((key, place) =>
      isWide
        ? [keyBeside(key, plot)]
        : keyBelow(key, plot, plot.bottom + 72 + slant + place * (LINE + 4)),
    ),
  ]
}

/** Height for names of values that do not fit side by side. */
const SLANT = 62

/** @param {number} tick @param {Heights} y @param {Plot} plot @returns {Shape[]} */
const tickShapes = (tick, y, plot) => [
  ["path", { class: "lab-grid", d: `M${plot.left} ${short(y.at(tick))}H${short(plot.right)}` }],
  ["text", { x: plot.left - 8, y: short(y.at(tick) + 5), "text-anchor": "end" }, tickText(tick)],
]

/** @param {number} x @param {string} text @param {Plot} plot @param {boolean} isSlanted @returns {Shape} */
const markShape = (x, text, plot, isSlanted) =>
  isSlanted
    ? [
        "text",
        {
          x: 0,
          y: 0,
          "text-anchor": "end",
          transform: `translate(${short(x + 5)} ${plot.bottom + 16}) rotate(-45)`,
        },
        text,
      ]
    : ["text", { x: short(x), y: plot.bottom + 22, "text-anchor": "middle" }, text]

/** @param {Key} key @param {Plot} plot @returns {Shape} */
const keyBeside = (key, plot) => [
  "text",
  { class: `lab-key lab-key--${key.i}`, x: short(plot.right + 14), y: short(key.y + 5) },
  key.text,
]

/** @param {Key} key @param {Plot} plot @param {number} y @returns {Shape[]} */
const keyBelow = (key, plot, y) => [
  ["path", { class: `lab-line lab-line--${key.i}`, d: `M${plot.left} ${y}h34` }],
  ["text", { class: `lab-key lab-key--${key.i}`, x: plot.left + 44, y: y + 5 }, key.text],
]

/** How values become heights, and where to draw lines. @param {Scale} scale @param {number[]} values @param {Plot} plot @returns {Heights} */
function vertical(scale, values, plot) {
  const finite = values.filter(Number.isFinite)
  const bend =
    scale === "log"
      ? (/** @type {number} */ value) => Math.log10(Math.max(value, 1))
      : (/** @type {number} */ value) => value
  const [low, high] =
    scale === "share"
      ? [0, 1]
      : scale === "log"
        ? [0, bend(Math.max(...finite, 5))]
        : bounds(finite)
  const ticks =
    scale === "plain" ? steps(low, high) : TICKS[scale].filter((tick) => bend(tick) <= high + 1e-9)
  const height = plot.bottom - plot.top
  /** @param {number} value */
  const at = (value) =>
    plot.bottom -
    Math.min(1, Math.max(0, ((Number.isFinite(value) ? bend(value) : high) - low) / (high - low))) *
      height
  return { at, ticks: scale === "log" ? thin(ticks, at) : ticks }
}

/** @param {number[]} values @returns {[number, number]} */
function bounds(values) {
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)]
  const step = niceStep(high - low)
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step]
}

/** @param {number} low @param {number} high */
function steps(low, high) {
  const step = niceStep(high - low)
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step)
}

/** A step of 1, 2 or 5 times a power of ten that divides the range into about five. @param {number} range */
function niceStep(range) {
  const power = 10 ** Math.floor(Math.log10(range / 4))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => range / step <= 5) ?? range
}

/** The ticks that have room, from the lowest on. @param {number[]} ticks @param {(value: number) => number} at */
const thin = (ticks, at) =>
  ticks.reduce(
    (/** @type {number[]} */ some, tick) =>
      some.length && at(some[some.length - 1]) - at(tick) < 26 ? some : [...some, tick],
    [],
  )

/** @param {number} tick */
const tickText = (tick) =>
  tick >= 1e6
    ? `${tick / 1e6}M`
    : tick >= 10000
      ? `${tick / 1000}k`
      : `${Math.round(tick * 100) / 100}`.replace("-", "−")

/** Moves keys apart that would lie on each other. @template {{ y: number }} Key @param {Key[]} keys @param {Plot} plot @returns {Key[]} */
function spread(keys, plot) {
  const sorted = [...keys].sort((a, b) => a.y - b.y).map((key) => ({ ...key }))
  sorted.forEach((key, i) => (key.y = Math.max(key.y, i ? sorted[i - 1].y + LINE : plot.top)))
  for (let i = sorted.length - 1; i >= 0; i--)
    sorted[i].y = Math.min(
      sorted[i].y,
      i === sorted.length - 1 ? plot.bottom : sorted[i + 1].y - LINE,
    )
  return sorted
}

/** @param {Line[]} lines @param {Scale} scale */
const describe = (lines, scale) =>
  lines
    .filter(({ points }) => points.length)
    .map(
      ({ label, points }) =>
        `${label}: from ${say(points[0][1], scale)} to ${say(points.at(-1)?.[1], scale)}`,
    )
    .join("; ") || "Recorded runs only."

/** @param {Band & { steps: number[] }} band @param {(step: number) => number} x @param {(value: number) => number} y @returns {Shape} */
const bandShape = ({ steps, low, high }, x, y) => {
  const places = [
    ...steps.map((step, i) => [x(step), y(high[i])]),
    ...steps.map((step, i) => [x(step), y(low[i])]).reverse(),
  ]
  return [
    "polygon",
    { class: "lab-band", points: places.map((place) => place.map(short).join(",")).join(" ") },
  ]
}

/** @param {string} name @param {number[][]} places @returns {Shape} */
const path = (name, places) => [
  "path",
  { class: name, d: `M${places.map((place) => place.map(short).join(" ")).join("L")}` },
]

/** @param {number} number */
const short = (number) => Math.round(number * 10) / 10
