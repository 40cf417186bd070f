/** The controls of a lab: knobs as groups of radio buttons, and the reader's own text. */

import { make } from "../../ui/make.mjs"

/** @typedef {import("../study/catalog.mjs").Knob} Knob */

/**
 * @param {Knob} knob @param {string | number} value - the one that is set
 */
export function knobGroup({ name, label, hint, values }, value) {
  const isLong = values.some(([, text]) => text.length > 8) || values.length > 4
  const pills = values.map(([known, text]) =>
    make(
      "label",
      {},
      make("input", { type: "radio", name, value: `${known}`, checked: known === value }),
      text,
    ),
  )
  return make(
    "fieldset",
    { className: "lab-knob" },
    make("legend", {}, label),
    make(
      "div",
      { className: isLong ? "pills lab-pills lab-pills--column" : "pills lab-pills" },
      ...pills,
    ),
    make("p", { className: "lab-hint" }, hint),
  )
}

/** What the knobs are set to. @param {Knob[]} knobs @param {HTMLFormElement} form */
export function settingsOf(knobs, form) {
  const chosen = new FormData(form)
  return Object.fromEntries(
    knobs.map(({ name, start, values }) => [
      name,
      values.find(([value]) => `${value}` === chosen.get(name))?.[0] ?? start,
    ]),
  )
}

/** @param {{ label: string, hint: string }} own */
export function ownTextBox({ label, hint }) {
  const box = make("textarea", { name: "own", rows: 3, spellcheck: false })
  return make(
    "details",
    { className: "lab-own" },
    make("summary", {}, label),
    make("label", {}, make("span", { className: "lab-hint" }, hint), box),
  )
}
