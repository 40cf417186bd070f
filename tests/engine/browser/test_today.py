"""Home, practice, and lessons say where the reader stands and what to do next."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from conftest import SUB_PATH, Handler, serve
from engine.browser.acts import wait_until
from engine.browser.seeding import DAY, KEEP, Index, attempt, index_of
from engine.browser.test_axe import violations
from engine.browser.test_reflow import TOO_WIDE

PHONE: ViewportSize = {"width": 360, "height": 740}
LESSON = "methods/peft/"
SHIFTS = """() => new Promise((resolve) => {
    let sum = 0
    const add = (list) => list.getEntries().forEach(({ value }) => (sum += value))
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true })
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
})"""


class Caching(Handler):
    """The site as hosts serve it: a style sheet that the theme asks for twice is loaded once."""

    def end_headers(self) -> None:
        """Let the browser keep everything for a while."""
        self.send_header("Cache-Control", "max-age=600")
        super(Handler, self).end_headers()


@pytest.fixture(scope="module")
def cached_url(site: Path) -> Iterator[str]:
    """The address of the home page where browsers may cache."""
    server = serve(site, Caching)
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def index(site: Path) -> Index:
    """What there is to answer."""
    return index_of(site)


def seed(page: Page, site_url: str, attempts: list[dict[str, Any]], **settings: Any) -> None:  # noqa: ANN401
    """Put progress into the store, as if the reader had been here before."""
    page.goto(site_url)
    wait_until(page, "async () => (await indexedDB.databases()).length > 0")
    stored = [(settings, "settings")] if settings else []
    page.evaluate(KEEP, {"attempts": [(one,) for one in attempts], "settings": stored})


def some_answers(index: Index) -> list[dict[str, Any]]:
    """Two wrong of four in the second topic, one wrong of four in the first, all of today."""
    now = int(time.time() * 1000)
    first, second = (quiz["items"][:4] for quiz in index["quizzes"][:2])
    wrong = [first[0], second[0], second[1]]
    return [
        attempt(item, at=now - 1000, outcome="incorrect" if item in wrong else "correct")
        for item in [*first, *second]
    ]


def test_a_stranger_reads_the_promise_the_scope_and_what_to_press(
    page: Page, site_url: str, index: Index
) -> None:
    page.goto(site_url)

    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.get_by_text("about 3 to 4 of the exam")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Take a 10-question check")).to_be_in_viewport()
    expect(
        page.get_by_role("link", name=re.compile(r"^Start with the overview · \d+ min$"))
    ).to_be_visible()
    questions = sum(len(quiz["items"]) for quiz in index["quizzes"])
    expect(page.locator(".facts")).to_contain_text(f"{questions} questions")
    expect(page.locator(".today")).to_have_count(0)


def test_who_returns_reads_what_to_do_now_in_place_of_the_welcome(
    page: Page, site_url: str, index: Index
) -> None:
    seed(page, site_url, some_answers(index))

    page.goto(site_url)

    today = page.locator(".today")
    expect(today.get_by_role("heading", level=1)).to_have_text("Fix what you missed: 3 questions")
    expect(today.get_by_role("link", name="Practice what I missed")).to_have_attribute(
        "href", re.compile(r"practice/review/\?start=missed$")
    )
    expect(today.locator(".tile b")).to_have_text(["0", "3", re.compile(r"^5/\d+$"), "?"])
    expect(page.get_by_role("link", name="Take a 10-question check")).to_be_hidden()


def test_what_is_due_comes_before_what_was_missed(page: Page, site_url: str, index: Index) -> None:
    old = [{**one, "at": one["at"] - 40 * DAY} for one in some_answers(index)]
    seed(page, site_url, old)

    page.goto(site_url + "practice/")

    expect(page.locator(".today h2")).to_have_text("Review 8 questions")


def test_the_path_remembers_what_was_read(page: Page, site_url: str) -> None:
    page.goto(site_url + "foundations/overview/")
    page.get_by_role("button", name="Mark as read").click()
    expect(page.get_by_role("button", name="Mark as unread")).to_be_focused()

    page.goto(site_url)

    expect(page.locator("study-path")).to_have_text(
        re.compile(r"^1 of 16 lessons read\. Next: Elements of training, \d+ min\.$")
    )
    rows = page.locator(".lessons li")
    expect(rows.nth(0)).to_contain_text("Overview, read")
    expect(rows.nth(1)).to_contain_text("Elements of training, continue here")
    expect(page.locator(".stage__head span").first).to_have_text("1 of 4")


def test_a_lesson_is_read_once_its_end_stays_on_screen(page: Page, site_url: str) -> None:
    page.clock.install()
    page.goto(site_url + LESSON)
    end = page.locator("lesson-end")
    expect(end.get_by_role("button", name="Mark as read")).to_be_attached()

    end.scroll_into_view_if_needed()
    expect(end).to_be_in_viewport()
    page.clock.run_for(3000)

    expect(end).to_contain_text("You have read this lesson.")


def test_topics_stand_weakest_first_or_in_course_order(
    page: Page, site_url: str, index: Index
) -> None:
    titles = [quiz["title"] for quiz in index["quizzes"]]
    seed(page, site_url, some_answers(index))
    page.goto(site_url + "practice/")
    names = page.locator(".topic h3 a:not(.headerlink)")

    expect(page.get_by_role("button", name="Weakest first")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert names.all_inner_texts()[:2] == [titles[1], titles[0]]
    expect(page.locator(".topic").first).to_contain_text("2 of 4 right")
    expect(page.get_by_role("img", name=re.compile("^2 right, 2 missed")).first).to_be_visible()

    page.get_by_role("button", name="Course order").click()

    assert names.all_inner_texts() == titles


@pytest.mark.parametrize("window", [None, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("address", ["", "practice/"])
def test_nothing_jumps_and_all_is_clean_for_who_returns(
    lenient: Page, cached_url: str, index: Index, address: str, window: ViewportSize | None
) -> None:
    page = lenient
    if window:
        page.set_viewport_size(window)
    seed(
        page, cached_url, some_answers(index), examDay="2030-01-01", read=["foundations/overview/"]
    )
    page.goto(cached_url)
    expect(page.locator(".today")).to_be_visible()

    page.goto(cached_url + address)
    expect(page.locator(".today")).to_contain_text("Fix what you missed")

    assert page.evaluate(SHIFTS) <= 0.02
    assert page.evaluate(TOO_WIDE) == []
    assert violations(page) == []


def test_a_phone_has_the_four_places_at_the_thumb_and_a_whole_title(
    page: Page, site_url: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + LESSON)
    dock = page.get_by_role("navigation", name="Main")

    assert dock.locator("a, button").all_inner_texts() == [
        "Learn",
        "Practice",
        "Progress",
        "Search",
    ]
    expect(dock.get_by_role("link", name="Learn")).to_have_attribute("aria-current", "page")
    brand = page.locator(".brand")
    assert brand.evaluate("one => one.scrollWidth <= one.clientWidth")
    dock.get_by_role("button", name="Search").click()
    expect(page.get_by_role("dialog", name="Search").get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize("window", [None, PHONE], ids=["wide", "phone"])
def test_the_quiz_of_a_page_is_one_click_away_without_scrolling(
    page: Page, site_url: str, window: ViewportSize | None
) -> None:
    if window:
        page.set_viewport_size(window)
    page.goto(site_url + LESSON)
    quiz = page.locator("article").get_by_role("link", name=re.compile("^Quiz")).first
    expect(quiz).to_be_in_viewport()

    quiz.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Quiz: PEFT")


def test_the_header_keeps_its_edge_when_the_page_is_scrolled(page: Page, site_url: str) -> None:
    page.goto(site_url + LESSON)

    page.mouse.wheel(0, 3000)

    header = page.locator(".md-header")
    expect(header).to_be_in_viewport()
    expect(header).to_have_css("border-bottom-style", "solid")
    expect(page.locator(".md-tabs [aria-current]")).to_have_text("Methods")
