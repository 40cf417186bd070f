// Reads GIFT on standard input with gift-pegjs, and writes the questions as JSON.

import { readFileSync } from "node:fs"
import { parse } from "gift-pegjs"

process.stdout.write(JSON.stringify(parse(readFileSync(0, "utf-8"))))
