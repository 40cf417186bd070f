"""axe-core finds nothing to say about any page, and about no item in any state."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from engine.browser.acts import NAMES, QUIZ, RIGHTLY, WRONGLY, answer, item
from engine.browser.test_reflow import addresses

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]
"""What a page in dark can break that the same page in light keeps."""

QUICKLY = {"resultTypes": ["violations"], "elementRef": False, "preload": False}
LIGHT = {**QUICKLY, "runOnly": {"type": "tag", "values": TAGS}}
DARK = {**QUICKLY, "runOnly": {"type": "rule", "values": ABOUT_COLOUR}}
SCHEMES = {"default": LIGHT, "slate": DARK}


@pytest.fixture
def page(lenient: Page) -> Page:
    """A tab that holds axe."""
    return lenient


def violations(page: Page) -> list[str]:
    """What axe finds in light and in dark, one line a place."""
    # A colour on its way to another is nobody's choice.
    page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
    found = []
    for scheme, options in SCHEMES.items():
        page.evaluate("name => { document.body.dataset.mdColorScheme = name }", scheme)
        rules = page.evaluate("options => axe.run(document, options)", options)["violations"]
        found += [told(scheme, rule["id"], node) for rule in rules for node in rule["nodes"]]
    return found


def told(scheme: str, rule: str, node: dict) -> str:
    """One place that breaks one rule."""
    return f"{scheme}: {rule}: {' '.join(map(str, node['target']))}: {node['html'][:120]}"


def test_every_page_is_clean(page: Page, site: Path, site_url: str) -> None:
    found = {}
    for address in addresses(site):
        page.goto(site_url + address)
        found[address] = violations(page)

    assert {address: faults for address, faults in found.items() if faults} == {}


def test_dark_is_what_a_reader_who_prefers_it_gets(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="dark")

    page.goto(site_url + QUIZ)

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert violations(page) == []


@pytest.mark.parametrize("ways", [RIGHTLY, WRONGLY], ids=["right", "wrong"])
def test_every_answered_item_is_clean(page: Page, site_url: str, ways: dict) -> None:
    page.goto(site_url + QUIZ)
    found = {}
    for name in NAMES:
        answer(page, name, ways)
        found[name] = violations(page)
    page.get_by_role("button", name="See the result").press("Enter")
    found["result"] = violations(page)
    page.get_by_label("More").click()
    page.get_by_role("button", name="Show all questions").click()
    found["list"] = violations(page)

    assert {place: faults for place, faults in found.items() if faults} == {}


def test_an_item_that_lacks_an_answer_is_clean(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    found = {}
    for name in NAMES:
        item(page, name).locator(".actions .btn").last.click(force=True)
        found[name] = violations(page)

    assert {place: faults for place, faults in found.items() if faults} == {}


def test_everything_opened_is_clean(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    item(page, "one")

    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")

    assert violations(page) == []


def test_the_progress_page_with_answers_and_the_erase_form_is_clean(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    page.goto(site_url + "practice/progress/")

    page.get_by_role("button", name="Erase everything").click()

    assert violations(page) == []
