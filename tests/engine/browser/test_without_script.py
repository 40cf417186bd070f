"""The guide in a browser that runs no script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import reader
from engine.browser.acts import QUIZ

PAGES = (QUIZ, "exhibit/", "plain/", "practice/progress/", "")
TEXTS = {
    "one": [
        "LoRA Right. Only the added",
        "Pre-training Wrong. It makes",
        "no word says zanzibarite",
    ],
    "several": [
        "LoRA Right.",
        "Prompt tuning Right.",
        "Distillation Wrong. It trains a whole small",
    ],
    "order": ["Supervised fine-tuning", "The model first learns", "InstructGPT"],
    "order-some": ["The job runs over", "Collect rankings. Left out. That belongs"],
    "match": ["RLHF: Rankings. People say", "Random noise. Not used. No method"],
    "number": ["20,000 weights", "A thousand times twenty."],
    "recall": ["More training of a pre-trained model on a smaller set of data."],
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab in which scripts are switched off."""
    context = reader(browser, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", TEXTS)
def test_an_item_with_its_answer_can_be_read(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)
    item = page.locator(f"#exhibit-{name}")
    expect(item.locator("legend")).to_be_visible()

    item.get_by_text("Answer and why").click()

    for text in TEXTS[name]:
        expect(item.locator(".quiz-item__rationale")).to_contain_text(text)
    for row in item.locator(".quiz-item__rationale :is(p, li)").all():
        expect(row).to_be_visible()


def test_hints_and_cases_can_be_read(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)

    page.get_by_text("Show hint 1 of 2").click()

    expect(page.get_by_text("Ask which numbers receive a gradient.")).to_be_visible()
    expect(page.get_by_text("A clinic keeps its notes").first).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_waits_for_a_script_to_show_it(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    page.locator("article details").evaluate_all("all => all.forEach(one => one.open = true)")

    hidden = page.locator("article *").evaluate_all(
        """all => all
            .filter(one => !one.matches("script, option, .headerlink, svg *"))
            .filter(one => !one.closest(".tabbed-block, .only-narrow, .only-wide"))
            .filter(one => !one.closest("[class^=quiz-key], quiz-check"))
            .filter(one => one.textContent.trim() && !one.checkVisibility())
            .map(one => one.outerHTML.slice(0, 80))"""
    )

    assert hidden == []


def test_tabs_can_be_switched(page: Page, site_url: str) -> None:
    page.goto(site_url + "plain/")

    page.locator("label").filter(has_text="Second").click()

    expect(page.get_by_text("The second tab.")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_no_button_is_there_that_does_nothing(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)

    buttons = page.locator("button, [role=button], [type=submit]").evaluate_all(
        """all => all.filter(one => one.checkVisibility({ opacityProperty: true }))
              .map(one => one.outerHTML.slice(0, 80))"""
    )

    assert buttons == []


def test_the_progress_page_says_why_it_is_empty(page: Page, site_url: str) -> None:
    page.goto(site_url + "practice/progress/")

    expect(page.locator("noscript")).to_be_visible()
    assert "turned off in this browser" in page.locator("noscript").inner_text()
