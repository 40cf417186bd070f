"""From page to page without a reload: the theme swaps the article, and items must work in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from engine.browser.acts import (
    NAMES,
    RIGHTLY,
    WRONGLY,
    answer,
    expect_tally,
    item,
    try_again,
    verdict,
)


def open_at(page: Page, url: str) -> None:
    """Load a page and leave a mark that only a reload takes away."""
    page.goto(url, wait_until="networkidle")  # the theme first reads where it may go, the sitemap
    page.evaluate("window.isTheSameDocument = true")


def follow(page: Page, name: str, heading: str) -> None:
    """Follow a link of the article, wait for the page, and see that nothing was reloaded."""
    page.get_by_role("article").get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    assert page.evaluate("window.isTheSameDocument === true"), "the page was reloaded"


def test_items_work_on_a_page_that_was_reached_from_one_without(page: Page, site_url: str) -> None:
    open_at(page, site_url + "plain/")

    follow(page, "exhibit", "Exhibit")

    expect(page.locator("quiz-check .btn")).to_have_count(1)
    answer(page, "one", RIGHTLY)


@pytest.mark.parametrize("name", NAMES)
def test_items_work_on_the_second_page_with_items(page: Page, site_url: str, name: str) -> None:
    open_at(page, site_url + "exhibit/")
    item(page, "one")

    follow(page, "quiz", "Quiz: Exhibit")

    expect(page.locator("quiz-check .btn")).to_have_count(len(NAMES))
    answer(page, name, WRONGLY)


def test_going_there_and_back_leaves_one_of_everything(page: Page, site_url: str) -> None:
    open_at(page, site_url + "plain/")
    follow(page, "exhibit", "Exhibit")
    answer(page, "one", WRONGLY)

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Plain")
    expect(page.locator("quiz-check")).to_have_count(0)
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Exhibit")

    assert page.evaluate("window.isTheSameDocument === true"), "the page was reloaded"
    answered = item(page, "one")
    expect(verdict(answered)).to_contain_text("Not quite.")
    expect(page.locator("quiz-check .btn")).to_have_count(1)
    expect(page.locator("form output")).to_have_count(1)
    try_again(answered)
    answer(page, "one", RIGHTLY)


def test_steps_have_one_set_of_buttons_after_coming_back(page: Page, site_url: str) -> None:
    open_at(page, site_url + "exhibit/")
    follow(page, "quiz", "Quiz: Exhibit")
    buttons = item(page, "order").get_by_role("button", name="Move up: Reward model")
    expect(buttons).to_have_count(1)

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Exhibit¶")
    follow(page, "quiz", "Quiz: Exhibit")

    item(page, "order")
    expect(buttons).to_have_count(1)
    answer(page, "order", RIGHTLY)
    expect_tally(page, right=1, missed=0)


def test_no_style_sheet_is_loaded_twice_so_no_page_is_bare_for_a_moment(
    page: Page, site_url: str
) -> None:
    asked: list[str] = []

    def note(route: Route) -> None:
        asked.append(route.request.url)
        route.continue_()

    page.route("**/*.css", note)
    open_at(page, site_url + "plain/")
    follow(page, "exhibit", "Exhibit")
    item(page, "one")
    follow(page, "quiz", "Quiz: Exhibit")
    item(page, "one")

    assert asked
    assert sorted(asked) == sorted(set(asked))
    sheets = page.locator("link[rel=stylesheet]").evaluate_all("all => all.map((one) => one.href)")
    assert sorted(sheets) == sorted(set(sheets))


def test_the_stylesheet_comes_with_the_first_quiz(page: Page, site_url: str) -> None:
    open_at(page, site_url + "plain/")
    expect(page.locator("link[href$='assets/quiz/quiz.css']")).to_have_count(0)

    follow(page, "exhibit", "Exhibit")

    expect(page.locator("link[href$='assets/quiz/quiz.css']")).to_have_count(1)
    expect(item(page, "one")).to_have_css("border-top-width", "1px")


def test_a_page_without_a_quiz_loads_no_code_for_quizzes(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(site_url + "plain/", wait_until="networkidle")

    scripts = [url.removeprefix(site_url) for url in asked if url.endswith(".mjs")]
    assert scripts == ["assets/pages/site.mjs"]
    assert [url for url in asked if "/assets/quiz/" in url] == []
    assert [url for url in asked if "/assets/site/site.css" in url]
