/**
 * Packs the labs' sources into docs/assets/labs/run: what a page loads, small enough for a phone. The sources
 * stay beside it, to be read. `node bundle.mjs`; a test says when the packed files are out of date.
 */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { isStarted } from "./files.mjs"

const LABS = fileURLToPath(new URL("../../../docs/assets/labs/", import.meta.url))

/**
 * What each packed file holds, by name. Page and worker are packed apart: what little they share costs less
 * twice than as files of its own.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function bundle() {
  const packed = await Promise.all(["page/main.mjs", "page/worker.mjs"].map(pack))
  return new Map(
    packed
      .flatMap(({ outputFiles }) => outputFiles)
      .map(({ path, text }) => [path.slice(path.lastIndexOf("/") + 1), text]),
  )
}

/** @param {string} entry */
const pack = (entry) =>
  build({
    absWorkingDir: LABS,
    entryPoints: [entry],
    outdir: "run",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
  })

if (isStarted(import.meta.url)) {
  const files = await bundle()
  mkdirSync(`${LABS}run`, { recursive: true })
  for (const name of readdirSync(`${LABS}run`)) rmSync(`${LABS}run/${name}`)
  for (const [name, text] of files) writeFileSync(`${LABS}run/${name}`, text)
}
