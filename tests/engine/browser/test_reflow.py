"""Every page in a narrow window and at high zoom; items in forced colours and without motion."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from conftest import reader
from engine.browser.acts import NAMES, QUIZ, RIGHTLY, WRONGLY, answer, item, verdict

LEAST_TARGET = 24
NARROW: ViewportSize = {"width": 320, "height": 800}
ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 %."""

TOO_WIDE = """() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth === clientWidth) return []
    const wide = [...document.body.querySelectorAll("*")].filter(
        (one) => one.getBoundingClientRect().right > clientWidth + 1)
    return [`${scrollWidth} px`, ...wide.map((one) => one.outerHTML.slice(0, 80)).slice(0, 3)]
}"""
CONTROLS = "input, select, textarea, button, summary"
SMALL_TARGETS = """(form, [controls, least]) => [...form.querySelectorAll(controls)]
    .map((one) => (one.matches("[type=radio], [type=checkbox]") ? one.closest("label") : one))
    .filter((one) => one.checkVisibility())
    .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
    .filter(([, { width, height }]) => Math.min(width, height) < least)
    .map(([html]) => html)"""


def addresses(site: Path) -> list[str]:
    """Every built page, as it is asked for."""
    pages = sorted(site.rglob("*.html"))
    return [str(page.relative_to(site)).removesuffix("index.html") for page in pages]


def test_no_page_scrolls_sideways(browser: Browser, site: Path, site_url: str) -> None:
    context = reader(browser, viewport=ZOOMED, device_scale_factor=4)
    page = context.new_page()
    too_wide = {}
    for address in addresses(site):
        page.goto(site_url + address)
        for window in (ZOOMED, NARROW):
            page.set_viewport_size(window)
            if wide := page.evaluate(TOO_WIDE):
                too_wide[address] = wide
    context.close()

    assert too_wide == {}


def test_no_item_scrolls_sideways_before_its_code_arrives(browser: Browser, site_url: str) -> None:
    context = reader(browser, viewport=NARROW)
    context.route("**/assets/pages/run.mjs", lambda route: route.abort())
    page = context.new_page()
    page.goto(site_url + QUIZ)
    # As on a lesson, where no item waits for its turn.
    page.locator("quiz-run").evaluate("one => one.remove()")
    page.locator("option").evaluate_all(
        "all => all.forEach((one) => one.append(' and so on' + '.'.repeat(40)))"
    )

    assert page.locator("form.quiz-item:visible").count() >= len(NAMES)
    assert page.evaluate(TOO_WIDE) == []
    context.close()


@pytest.mark.parametrize("ways", [RIGHTLY, WRONGLY], ids=["right", "wrong"])
def test_no_answered_item_scrolls_sideways(page: Page, site_url: str, ways: dict) -> None:
    page.set_viewport_size(ZOOMED)
    page.goto(site_url + QUIZ)
    for name in NAMES:
        answered = answer(page, name, ways)
        answered.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")

        assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_long_word_wraps(page: Page, site_url: str, name: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(site_url + QUIZ)
    texts = item(page, name).locator(
        "legend, .quiz-item__text, .quiz-item__step, .quiz-item__prompt"
    )

    texts.evaluate_all("(all, word) => all.forEach((one) => one.append(word))", "Customization" * 6)

    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("name", NAMES)
def test_targets_are_large_enough(page: Page, site_url: str, name: str) -> None:
    page.set_viewport_size(NARROW)
    page.goto(site_url + QUIZ)

    small = item(page, name).evaluate(SMALL_TARGETS, [CONTROLS, LEAST_TARGET])
    small += answer(page, name, WRONGLY).evaluate(SMALL_TARGETS, [CONTROLS, LEAST_TARGET])

    assert small == []


def marks(item: Locator) -> list[str]:
    """What the rows of an answered item say."""
    expect(item.locator(".quiz-item__tag").first).to_be_visible()
    return item.locator(".quiz-item__tag").all_inner_texts()


def test_verdicts_are_words_in_forced_colours_and_without_motion(
    browser: Browser, site_url: str
) -> None:
    context = reader(browser, forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(site_url + QUIZ)

    words = {name: marks(answer(page, name, WRONGLY)) for name in NAMES if name != "recall"}

    assert sorted(words["one"]) == ["Correct answer", "Your answer"]
    assert sorted(words["several"]) == [
        "Correct, you chose it",
        "Correct, you missed it",
        "Your answer",
    ]
    assert "Belongs first" in words["order"]
    assert "Does not belong" in words["order-some"]
    assert sorted(words["match"]) == ["Not quite", "Right", "Right"]
    assert words["number"] == ["Correct answer", "Your answer"]
    expect(verdict(item(page, "one"))).to_contain_text("Not quite.")
    moving = page.locator(".quiz-item *").evaluate_all(
        "all => all.filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
    )
    assert moving == 0
    context.close()
