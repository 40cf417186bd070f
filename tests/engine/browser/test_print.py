"""What comes out of a printer: black on white, nothing to press, a quiz with its key at the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import reader
from engine.browser.acts import NAMES, QUIZ, RIGHTLY, answer

PAPER = {"width": 680, "height": 970}
"""A4 within margins of 15 mm, in CSS pixels."""

TABLE = "methods/summary-table/"
CHROME = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-top, .md-skip, .headerlink, .dock"
BUTTONS = "button:not(th > button), .md-button, .btn, [type=submit], input[type=search]"
SHOWN = """all => all.filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => one.getBoundingClientRect().height > 1 && !one.matches(".md-skip"))
    .map((one) => one.outerHTML.slice(0, 80))"""
ADDRESSES = """all => all.filter((one) => getComputedStyle(one, "::after").content.includes("("))
    .map((one) => one.getAttribute("href"))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A sheet of paper, for a reader who likes it dark on screen."""
    context = reader(browser, viewport=PAPER, color_scheme="dark")
    sheet = context.new_page()
    sheet.emulate_media(media="print", color_scheme="dark")
    yield sheet
    context.close()


@pytest.mark.parametrize("answered", [False, True], ids=["untouched", "answered"])
def test_a_quiz_prints_every_question_without_its_answer_and_a_key_at_the_end(
    page: Page, site_url: str, answered: bool
) -> None:
    page.goto(site_url + QUIZ)
    if answered:
        page.emulate_media(media="screen")
        answer(page, "one", RIGHTLY)
        answer(page, "number", RIGHTLY)
        page.emulate_media(media="print")

    expect(page.locator("form.quiz-item legend:visible")).to_have_count(len(NAMES))
    expect(page.locator("#exhibit-one .quiz-item__option:visible")).to_have_count(4)
    for part in (".quiz-item__rationale", ".quiz-item__reason", ".quiz-item__tag", "output"):
        expect(page.locator(f"{part}:visible")).to_have_count(0)
    key = page.locator(".quiz-key")
    expect(key.locator("li:visible")).to_have_count(len(NAMES))
    expect(key).to_contain_text("LoRA; Prompt tuning")
    last, keys = page.locator("form.quiz-item").last.bounding_box(), key.bounding_box()
    assert last
    assert keys
    assert keys["y"] >= last["y"] + last["height"]


def test_an_item_in_prose_prints_with_its_whys_also_without_a_script(
    browser: Browser, site_url: str
) -> None:
    context = reader(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "exhibit/")
    why = page.locator("#exhibit-one .quiz-item__whys li").last
    expect(why).not_to_be_visible()

    page.emulate_media(media="print")

    expect(why).to_be_visible()
    context.close()


@pytest.mark.parametrize("address", [QUIZ, TABLE, "", "methods/peft/", "practice/progress/"])
def test_there_is_nothing_to_press_and_no_navigation(
    page: Page, site_url: str, address: str
) -> None:
    page.goto(site_url + address)
    expect(page.locator("h1")).to_be_visible()

    assert page.locator(BUTTONS).evaluate_all(SHOWN) == []
    assert page.locator(CHROME).evaluate_all(SHOWN) == []


@pytest.mark.parametrize("address", [QUIZ, TABLE, "methods/peft/"])
def test_it_is_black_on_white_whatever_the_screen_was(
    page: Page, site_url: str, address: str
) -> None:
    page.goto(site_url + address)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    for text in ("h1", "article p", "article a:not([class])"):
        expect(page.locator(text).first).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("color-scheme", "light")


def test_outside_addresses_are_written_out_in_lists_of_sources_only(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "methods/peft/")

    written = page.locator("article a").evaluate_all(ADDRESSES)
    listed = page.locator("#sources ~ ul a[rel=external], .quiz-item__sources a")

    assert "https://arxiv.org/abs/2106.09685" in written
    assert written == listed.evaluate_all("all => all.map((one) => one.getAttribute('href'))")


def test_inside_links_on_the_page_of_sources_stay_short(page: Page, site_url: str) -> None:
    page.goto(site_url + "sources/")

    written = page.locator("article a").evaluate_all(ADDRESSES)

    assert len(written) > 20
    assert all(href.startswith("https://") for href in written)


@pytest.mark.parametrize(
    "address", [TABLE, "sources/", "decide/compare/", "build/data-preparation/"]
)
def test_no_table_is_cut_off_at_the_edge(page: Page, site_url: str, address: str) -> None:
    page.goto(site_url + address)
    expect(page.locator(".md-typeset__table table").first).to_be_visible()

    cut = page.locator("table").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().right > innerWidth).length"
    )

    assert cut == 0


def test_the_heads_of_a_sortable_table_stay(page: Page, site_url: str) -> None:
    page.goto(site_url + TABLE)
    heads = page.locator("table").first.locator("th")

    expect(heads.locator("button")).to_have_count(7)

    assert heads.all_inner_texts()[4] == "Typical relative cost"
    assert len(heads.evaluate_all(SHOWN)) == 7
