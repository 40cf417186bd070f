"""The store keeps in IndexedDB the promises that it keeps in memory (tests/engine/js)."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, Route

SUITE = Path(__file__).parents[1] / "js"
RUN = """async (site) => {
    const names = ["attempts", "exams", "sessions", "settings", "everything", "database"]
    const load = (name) => import(`${site}assets/store/${name}.mjs`)
    const modules = await Promise.all(names.map(load))
    const { attempt } = await import(`${site}suite/attempt.mjs`)
    const { promises } = await import(`${site}suite/store-suite.mjs`)
    const stores = Object.fromEntries(names.map((name, place) => [name, modules[place]]))
    const { everything } = stores
    const outcomes = {}
    for (const [promise, keep] of Object.entries(promises({ ...stores, attempt }, true))) {
        await everything.replace(() => everything.NOTHING)
        outcomes[promise] = await keep().then(() => "", ({ message }) => message)
    }
    return outcomes
}"""


def fulfill(route: Route) -> None:
    """Serve a file of the suite, which is no part of the site."""
    file = SUITE / route.request.url.rpartition("/")[2]
    route.fulfill(body=file.read_text("utf-8"), content_type="text/javascript")


def test_every_promise_is_kept_in_indexed_db(page: Page, site_url: str) -> None:
    page.route("**/suite/*", fulfill)
    page.goto(site_url + "plain/")

    outcomes = page.evaluate(RUN, site_url)

    assert len(outcomes) > 10
    assert {promise: fault for promise, fault in outcomes.items() if fault} == {}
