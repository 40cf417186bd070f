/** The pages of this visit. They are forgotten when the tab closes. */

const KEY = "recent-pages"
const MOST = 6

/** Newest first. @returns {RecentPage[]} */
export function recentPages() {
  try {
    const pages = JSON.parse(sessionStorage.getItem(KEY) ?? "[]")
    return Array.isArray(pages)
      ? pages.filter(({ title, path }) => typeof title === "string" && path?.startsWith("/"))
      : []
  } catch {
    return []
  }
}

/** @param {RecentPage} page */
export function rememberPage(page) {
  const earlier = recentPages().filter(({ path }) => path !== page.path)
  sessionStorage.setItem(KEY, JSON.stringify([page, ...earlier].slice(0, MOST)))
}
