"""Hostile text, with the policy switched off: nothing of it runs and nothing is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import is_foreign, reader
from engine.browser.acts import (
    NAMES,
    QUIZ,
    STAGES,
    check,
    disorder,
    item,
    judge,
    try_again,
    verdict,
)
from engine.browser.payloads import PAYLOADS
from engine.browser.test_storage import store
from engine.browser.test_transfer import PROGRESS, SOUND, bring_in, status


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose browser knows no policy."""
    lenient = reader(browser, bypass_csp=True)
    lenient.add_init_script("window.ran = []")
    yield lenient
    lenient.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab that fails the test if anything hostile ran, was asked for, or led away."""
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("dialog", lambda dialog: pytest.fail(dialog.message))
    yield tab
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate("window.ran") == []
    assert [url for url in asked if is_foreign(url) or url.endswith("/hostile")] == []


def test_the_trap_itself_works(browser: Browser, site_url: str) -> None:
    context = reader(browser, bypass_csp=True)
    context.add_init_script("window.ran = []")
    page = context.new_page()
    page.goto(site_url + "plain/")

    with page.expect_request(lambda request: request.url.endswith("/hostile")):
        page.evaluate("html => { document.querySelector('h1').innerHTML = html }", PAYLOADS[0])

    page.wait_for_function("window.ran.length > 0")
    context.close()


def test_what_is_typed_into_a_number_stays_text(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "number")
    for payload in PAYLOADS:
        asked.get_by_role("textbox").fill(payload)
        check(asked)

        expect(verdict(asked)).to_contain_text(re.compile("number|digit|comma|space"))


def test_what_is_written_in_own_words_stays_text_also_when_it_comes_back(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "recall")
    asked.get_by_role("textbox").fill("\n".join(PAYLOADS))
    asked.get_by_role("button", name="Show a good answer").click()
    asked.get_by_role("button", name="Had it").press("Enter")
    expect(asked.locator("quiz-check[data-recorded]")).to_be_attached()

    page.reload()

    expect(item(page, "recall").get_by_role("textbox")).to_have_value("\n".join(PAYLOADS))
    page.goto(site_url + PROGRESS)
    expect(page.get_by_role("button", name="Export", exact=True)).to_be_visible()


def test_stored_records_stay_text(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    records = []
    for name in NAMES:
        revision = item(page, name).get_attribute("data-revision")
        sound = {"item": f"exhibit-{name}", "revision": revision, "outcome": "incorrect"}
        sound |= {"response": [*PAYLOADS, *"abc"][-20:], "confidence": None, "at": 1}
        records.append({**sound, "id": name})
        records += [{**sound, "id": f"{name}-{field}", field: PAYLOADS[0]} for field in sound]
    store(page, *records, *PAYLOADS)

    page.goto(site_url + QUIZ)

    expect(page.locator(".quiz-result")).to_be_visible()
    page.goto(site_url + PROGRESS)
    expect(status(page)).to_contain_text("set aside")


@pytest.mark.parametrize("field", ["attempts", "aside", "site", "schema", "exported"])
def test_an_imported_file_stays_text(page: Page, site_url: str, field: str) -> None:
    page.goto(site_url + QUIZ)
    revision = item(page, "recall").get_attribute("data-revision")
    attempt = {**SOUND["attempts"][0], "item": "exhibit-recall", "revision": revision}
    attempt["response"] = ["correct", "\n".join(PAYLOADS)]
    hostile = {"attempts": [attempt]}.get(field, PAYLOADS)
    page.goto(site_url + PROGRESS)

    bring_in(page, json.dumps({**SOUND, field: hostile}))

    expect(status(page)).not_to_be_empty()
    page.goto(site_url + QUIZ)
    item(page, "recall")


@pytest.mark.parametrize("way", ["#{}", "?h={}", "?q={}", "?q={}#{}", "?quiz={}&item={}"])
def test_what_stands_in_the_address_stays_text(page: Page, site_url: str, way: str) -> None:
    for payload in PAYLOADS[:6]:
        page.goto("about:blank")

        page.goto(site_url + QUIZ + way.format(*[quote(payload)] * 2))

        expect(
            page.locator("quiz-check .btn:not([data-waits]) >> visible=true").first
        ).to_be_visible()


def test_hostile_steps_are_no_steps(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "order")
    sound = {"item": "exhibit-order", "outcome": "incorrect", "confidence": None, "at": 1}
    sound["revision"] = asked.get_attribute("data-revision")
    store(page, {**sound, "id": "a", "response": ['"] , body *', "__proto__", "99"]})

    page.reload()
    try_again(item(page, "order"))

    disorder(item(page, "order"), *STAGES)
    check(item(page, "order"))
    expect(verdict(item(page, "order"))).to_contain_text("Not quite.")
    judge(item(page, "recall"), "Had it")
