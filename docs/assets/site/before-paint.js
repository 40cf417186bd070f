/**
 * What a page must know before its first paint, and the one gate for scripts that it may load.
 * A classic script without dependencies: the build writes it into each page.
 */
;(() => {
  const page = document.documentElement
  const root = new URL(".", document.querySelector("link[rel=manifest]").href)
  page.classList.remove("no-js")

  // 1. Storage. Where a reader blocks it, merely naming it throws.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("")
    } catch {
      Object.defineProperty(window, name, { value: inMemory(), configurable: true })
    }
  }

  /** @returns {Pick<Storage, "getItem" | "setItem" | "removeItem">} one that forgets when the page is left */
  function inMemory() {
    const entries = new Map()
    return {
      getItem: (key) => entries.get(key) ?? null,
      setItem: (key, value) => void entries.set(key, String(value)),
      removeItem: (key) => void entries.delete(key),
    }
  }

  const remembered = (name) => localStorage.getItem(`${root.pathname}.${name}`)

  // 2. Light or dark, as the reader has chosen, else as the system has it.
  const scheme = remembered("scheme")
  if (scheme ? scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches) {
    new MutationObserver((_, watch) => {
      if (!document.body) return
      document.body.dataset.mdColorScheme = "slate"
      watch.disconnect()
    }).observe(page, { childList: true })
  }

  // 3. The guide's families weigh more than a page: a first visit reads in the fallback of the same widths.
  if (remembered("fonts")) page.dataset.fonts = ""

  // 4. Somebody who returns: home shows what is due today in place of its welcome, from the first paint on.
  if (remembered("returning")) page.dataset.returning = ""
  if (location.hash === "#session" || location.search.includes("start=")) page.dataset.session = ""

  // 5. An address that opens an exam or starts something: what makes room for it is not shown first.
  if (/^#exam-/.test(location.hash) || /[?&]start\b/.test(location.search))
    page.dataset.opening = ""

  // 6. A press on a control whose script is not here yet is noted; see ui/waiting.mjs.
  addEventListener("click", (event) => {
    const control = event.target.closest?.("[data-waits]")
    if (!control) return
    event.preventDefault()
    control.dataset.waits = "pressed"
  })

  // 7. Trusted Types: no code writes HTML as text. Other projects may share the host, so a worker may
  //    come only from below this site's root.
  window.trustedTypes?.createPolicy?.("default", {
    createScriptURL: (url) => {
      const { href } = new URL(url, document.baseURI)
      return href.startsWith(root.href) ? href : null
    },
  })
})()
