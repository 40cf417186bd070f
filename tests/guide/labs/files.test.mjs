import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import { test } from "node:test"
import { gzipSync } from "node:zlib"
import { bundle } from "../../tools/labs/bundle.mjs"
import { pretrain } from "../../tools/labs/pretrain.mjs"
import { openFast, readLabFile } from "./machines.mjs"

/** @param {NodeJS.ArrayBufferView} bytes */
const digestOf = (bytes) => createHash("sha256").update(bytes).digest("hex")

test("model, policy, and kernels are the files whose digests are committed", () => {
  const lines = readLabFile("SHA256SUMS").toString().trim().split("\n")
  assert.equal(lines.length, 4)
  for (const line of lines) {
    const [digest, file] = line.split(/\s+/)
    assert.equal(
      digestOf(readLabFile(file)),
      digest,
      `${file} has changed: run make kernels or make labs`,
    )
  }
})

test("twenty steps of pre-training give the same bytes on every machine", async () => {
  const weights = pretrain(await openFast(), 20)

  assert.equal(
    digestOf(weights),
    "6935a8420c57ae31b03baac971989d4f9fe98173c4df77795ca13c4472c06de9",
  )
})

test("what pages load is packed from the sources as they are", async () => {
  const fresh = await bundle()
  assert.deepEqual(
    readdirSync(new URL("../../../docs/assets/labs/run", import.meta.url)).sort(),
    [...fresh.keys()].sort(),
    "run make bundle",
  )
  for (const [name, text] of fresh)
    assert.ok(
      readLabFile(`run/${name}`).toString() === text,
      `${name} is out of date: run make bundle`,
    )
})

test("a page comes whole, so that it lacks nothing without a network", () => {
  assert.doesNotMatch(readLabFile("run/main.mjs").toString(), /import\(/)
})

/** Everything that this file imports, itself included; files imported on demand only if asked for. @param {string} name @param {string} onDemand */
function withImports(name, onDemand, seen = new Set()) {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const [, other] of readLabFile(`run/${name}`)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g))
    withImports(other, onDemand, seen)
  if (name === "worker.mjs") withImports(onDemand, onDemand, seen)
  return seen
}

for (const file of readdirSync(new URL("../../../docs/assets/labs/experiments", import.meta.url))) {
  test(`${file}: a page loads at most 25 kB of script, and 160 kB of weights`, () => {
    const packed = readdirSync(new URL("../../../docs/assets/labs/run", import.meta.url)).find(
      (name) => name.startsWith(file.replace(".mjs", "-")),
    )
    assert.ok(packed)
    const files = [
      ...new Set([...withImports("main.mjs", ""), ...withImports("worker.mjs", packed)]),
    ]
    const weight = files.reduce(
      (sum, name) => sum + gzipSync(readLabFile(`run/${name}`), { level: 9 }).length,
      0,
    )
    assert.ok(weight <= 25000, `${weight} bytes`)
    assert.ok(readLabFile("base.bin").length + readLabFile("policy.bin").length <= 160000)
  })
}
