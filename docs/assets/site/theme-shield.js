/**
 * Loaded first on every page: what the theme takes for granted and a browser may refuse.
 * A classic script without dependencies, so that it has run before the theme's first line.
 */
;(() => {
  const root = new URL("../../", document.currentScript.src)

  // 1. Storage. Where a reader blocks it, merely naming it throws, and with it go search and copy.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("")
    } catch {
      Object.defineProperty(window, name, { value: inMemory(), configurable: true })
    }
  }

  /** @returns {Storage} one that forgets when the page is left */
  function inMemory() {
    const kept = new Map()
    return {
      getItem: (key) => kept.get(String(key)) ?? null,
      setItem: (key, value) => void kept.set(String(key), String(value)),
      removeItem: (key) => void kept.delete(String(key)),
      clear: () => kept.clear(),
      key: (at) => [...kept.keys()][at] ?? null,
      get length() {
        return kept.size
      },
    }
  }

  // 2. The theme's own keys. It trusts what it reads; anything can have written there.
  for (const storage of [localStorage, sessionStorage]) {
    for (let at = storage.length - 1; at >= 0; at--) {
      const key = storage.key(at) ?? ""
      if (key.startsWith(`${root.pathname}.__`) && !isSound(key, storage.getItem(key))) {
        storage.removeItem(key)
      }
    }
  }

  function isSound(key, text) {
    try {
      const value = JSON.parse(text)
      return !key.endsWith(".__palette") || isPalette(value)
    } catch {
      return false
    }
  }

  function isPalette(value) {
    return (
      Number.isInteger(value?.index) &&
      ["media", "scheme", "primary", "accent"].every(
        (part) => typeof value.color[part] === "string",
      ) &&
      Object.keys(value.color).length === 4
    )
  }

  // 3. A first visit in a dark room: the theme turns dark only once its script has run.
  const chosen = localStorage.getItem(`${root.pathname}.__palette`)
  if (!chosen && matchMedia("(prefers-color-scheme: dark)").matches) {
    new MutationObserver((_, watch) => {
      if (!document.body) return
      document.body.setAttribute("data-md-color-scheme", "slate")
      watch.disconnect()
    }).observe(document.documentElement, { childList: true })
  }

  // 4. Somebody who returns: home shows what is due today in place of its welcome, from the first paint on.
  if (localStorage.getItem(`${root.pathname}.returning`))
    document.documentElement.setAttribute("data-returning", "")
  if (location.hash === "#session" || location.search.includes("start="))
    document.documentElement.setAttribute("data-session", "")

  // 5. An address that opens an exam or starts something: what makes room for it is not shown first.
  if (/^#exam-/.test(location.hash) || /[?&]start\b/.test(location.search))
    document.documentElement.setAttribute("data-opening", "")

  // 6. Trusted Types: the theme writes HTML as text. What it writes is made harmless on the way.
  //    The guide's own code writes none.
  const KEPT = new Set(
    "A ABBR ARTICLE ASIDE B BR CODE DEL DIV EM H1 H2 H3 H4 I INS KBD LI MARK OL P PRE S SMALL SPAN STRONG SUB SUP UL".split(
      " ",
    ),
  )
  const DROPPED =
    "script,style,template,noscript,iframe,object,embed,svg,math,textarea,title,select,form"
  const ATTRIBUTES = new Set(
    "class href title lang dir id role tabindex data-md-highlight".split(" "),
  )

  window.trustedTypes?.createPolicy?.("default", {
    // A parsed document is inert: it has no window, and what is moved out of it meets the policy.
    createHTML: (html, _, sink) => (sink === "DOMParser parseFromString" ? html : harmless(html)),
    // No script runs by this alone: it needs a hash in the page's policy as well.
    createScript: (script) => script,
    // Other projects may share the host: only scripts below this site's root.
    createScriptURL: (url) => {
      const { href } = new URL(url, document.baseURI)
      return href.startsWith(root.href) ? href : null
    },
  })

  function harmless(html) {
    if (!/[<&]/.test(html)) return html
    const { body } = new DOMParser().parseFromString(html, "text/html")
    for (const element of body.querySelectorAll(DROPPED)) element.remove()
    for (const element of body.querySelectorAll("*")) {
      if (!KEPT.has(element.tagName)) element.replaceWith(element.textContent)
      for (const { name } of [...element.attributes]) {
        if (!ATTRIBUTES.has(name)) element.removeAttribute(name)
      }
      if (!isWebAddress(element.getAttribute("href"))) element.removeAttribute("href")
    }
    return body.innerHTML
  }

  function isWebAddress(href) {
    try {
      return /^https?:$/.test(new URL(href ?? "", document.baseURI).protocol)
    } catch {
      return false
    }
  }

  // 7. Style sheets. The theme gives every link its whole address, and a sheet that is given one loads
  //    again: the page is bare until then. A sheet keeps what it has and only tells the whole address,
  //    by which the theme knows it on the next page.
  const address = Object.getOwnPropertyDescriptor(HTMLLinkElement.prototype, "href")
  const markup = Object.getOwnPropertyDescriptor(Element.prototype, "outerHTML")
  const whole = new WeakMap()

  Object.defineProperties(HTMLLinkElement.prototype, {
    href: {
      ...address,
      get() {
        return whole.get(this) ?? address.get.call(this)
      },
      set(url) {
        const isLoaded = this.ownerDocument === document && this.rel === "stylesheet"
        if (isLoaded && url === this.href) whole.set(this, url)
        else {
          whole.delete(this)
          address.set.call(this, url)
        }
      },
    },
    outerHTML: {
      ...markup,
      get() {
        if (!whole.has(this)) return markup.get.call(this)
        const copy = this.cloneNode()
        copy.setAttribute("href", whole.get(this))
        return markup.get.call(copy)
      },
    },
  })
})()
