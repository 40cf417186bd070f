"""Attempts are filed under their item's id, and none is lost between tabs."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, expect

from engine.browser.acts import QUIZ, RIGHTLY, answer, attempts, expect_tally, item, verdict

EACH = 500
ADD_MANY = """async ([url, many, tab]) => {
    const { add } = await import(url)
    const attempt = (number) => ({
        id: `${tab}-${number}`, item: "exhibit-one", revision: "0", response: ["a"],
        outcome: "correct", confidence: null, at: number,
    })
    const kept = await Promise.all([...Array(many).keys()].map(attempt).map(add))
    return kept.filter(Boolean).length
}"""


def test_two_tabs_lose_nothing_of_what_both_keep_at_once(
    context: BrowserContext, page: Page, site_url: str
) -> None:
    page.goto(site_url + QUIZ)
    other = context.new_page()
    other.goto(site_url + QUIZ)
    module = site_url + "assets/store/attempts.mjs"

    for tab, name in ((page, "left"), (other, "right")):
        tab.evaluate(f"asked => {{ window.kept = ({ADD_MANY})(asked) }}", [module, EACH, name])
    told = [tab.evaluate("window.kept") for tab in (page, other)]

    assert told == [EACH, EACH]
    assert len({kept["id"] for kept in attempts(page)}) == 2 * EACH


def test_an_answer_stays_with_its_item_whatever_stands_above(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "number", RIGHTLY)
    html = page.request.get(site_url + QUIZ).text()
    first = re.search(r'<form [^>]*id="exhibit-one".*?</form>', html, re.DOTALL)[0]
    changed = html.replace(first, first.replace("exhibit-one", "exhibit-new") + first)
    page.route("**/" + QUIZ, lambda route: route.fulfill(body=changed, content_type="text/html"))

    page.reload()

    expect(page.locator("#exhibit-new")).to_be_attached()
    expect(page.locator("form[data-outcome]")).to_have_count(1)
    expect(page.locator("#exhibit-number")).to_have_attribute("data-outcome", "correct")
    expect_tally(page, right=1, missed=0)


def test_an_item_that_was_reworded_is_asked_anew(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    html = page.request.get(site_url + QUIZ).text()
    revision = page.locator("#exhibit-one").get_attribute("data-revision") or ""
    changed = html.replace(f'data-revision="{revision}"', 'data-revision="00000000"')
    page.route("**/" + QUIZ, lambda route: route.fulfill(body=changed, content_type="text/html"))

    page.reload()

    expect(verdict(item(page, "one"))).to_contain_text("changed since you answered it")
    expect_tally(page, right=0, missed=0)
