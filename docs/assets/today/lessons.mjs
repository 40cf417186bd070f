/** The lessons as the path on the page lists them. */

import { ROOT } from "../ui/site.mjs"

/** @typedef {{ path: string, title: string, minutes: string, row: HTMLElement }} Lesson */

/** @param {ParentNode} page @returns {Lesson[]} */
export const lessonsIn = (page) =>
  [...page.querySelectorAll(".lessons a")].map((link) => {
    const [, title, minutes] = /** @type {HTMLElement[]} */ ([...link.children])
    return {
      path: pathOf(/** @type {HTMLAnchorElement} */ (link).href),
      title: title.textContent ?? "",
      minutes: minutes.textContent ?? "",
      row: /** @type {HTMLElement} */ (link.parentElement),
    }
  })

/** From the site's root: "methods/peft/". @param {string} address */
export const pathOf = (address) => new URL(address).pathname.slice(ROOT.pathname.length)
