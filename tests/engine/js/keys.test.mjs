import assert from "node:assert/strict"
import { test } from "node:test"
import { keyOf } from "../../../docs/assets/core/keys.mjs"

const NONE = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

// [what is pressed, what it means]
const PRESSES = {
  "a digit of a US keyboard": [{ key: "2", code: "Digit2" }, "2"],
  "a digit of the number pad": [{ key: "2", code: "Numpad2" }, "2"],
  "the number pad without Num Lock": [{ key: "ArrowDown", code: "Numpad2" }, "ArrowDown"],
  "a digit of a French keyboard, with Shift": [{ key: "2", code: "Digit2", shiftKey: true }, "2"],
  "a digit of a French keyboard, without": [{ key: "é", code: "Digit2" }, "2"],
  "a sign on a US digit key": [{ key: "@", code: "Digit2", shiftKey: true }, ""],
  "a letter": [{ key: "n", code: "KeyN" }, "n"],
  "a letter with Caps Lock": [{ key: "N", code: "KeyN" }, "n"],
  "a letter that French keyboards have elsewhere": [{ key: "m", code: "Semicolon" }, "m"],
  "a letter of a Cyrillic keyboard": [{ key: "т", code: "KeyN" }, "n"],
  "the space bar": [{ key: " ", code: "Space" }, "Space"],
  Enter: [{ key: "Enter", code: "Enter" }, "Enter"],
  "Enter of the number pad": [{ key: "Enter", code: "NumpadEnter" }, "Enter"],
  "a question mark": [{ key: "?", code: "Slash", shiftKey: true }, "?"],
  "a shortcut of the browser": [{ key: "f", code: "KeyF", ctrlKey: true }, ""],
}

for (const [name, [press, key]] of Object.entries(PRESSES)) {
  test(`${name} means ${key || "nothing"}`, () => {
    assert.equal(keyOf({ ...NONE, .../** @type {any} */ (press) }), key)
  })
}
