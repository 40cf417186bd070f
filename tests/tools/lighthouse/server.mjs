/** Serves a folder as GitHub Pages does: gzip, ten minutes in the browser's cache. */

import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { extname, join, normalize } from "node:path"
import { gzipSync } from "node:zlib"

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
}
const BINARY = { ".png": "image/png", ".woff2": "font/woff2" }

/**
 * @param {string} folder
 * @returns {Promise<{ url: string, close: () => void }>} on a free port of this machine
 */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost")
    const name = normalize(decodeURIComponent(pathname)).replace(/\/$/, "/index.html")
    const found = await readFile(join(folder, name)).catch(() => null)
    const type = TYPES[extname(name)]
    const body = found ?? (await readFile(join(folder, "404.html")))
    const headers = {
      "Cache-Control": "max-age=600",
      "Content-Type": found
        ? (type ?? BINARY[extname(name)] ?? "application/octet-stream")
        : TYPES[".html"],
    }
    const isText = !found || type
    if (isText) headers["Content-Encoding"] = "gzip"
    response.writeHead(found ? 200 : 404, headers)
    response.end(isText ? gzipSync(body) : body)
  })
  await new Promise((done) => server.listen(0, "127.0.0.1", done))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}
