"""The start of a mock exam: named and timed as the guide says, chosen, resumed, discarded."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from engine.browser.acts import attempts
from engine.browser.exams import (
    EXAM,
    Asked,
    bank,
    chip,
    expect_answers,
    form,
    open_exam,
    press,
    question,
    respond,
    score,
    start,
    status,
    stored,
    submit,
)

NOON = "2026-11-20T12:00:00Z"
MINUTE = 60_000


@pytest.fixture
def items(guide: tuple[Path, str]) -> dict[str, Asked]:
    """The bank of the served guide."""
    return bank(guide[0])


def test_every_size_has_the_exams_pace(page: Page, site_url: str) -> None:
    open_exam(page, site_url)

    sizes = page.locator(".exam-size").all_inner_texts()

    assert [" ".join(text.split()) for text in sizes] == [
        "10 questions 14 min",
        "20 questions 28 min",
        "65 questions 1 h 30 min",
    ]


def test_an_address_starts_an_exam_at_once_and_only_once(page: Page, site_url: str) -> None:
    page.goto(site_url + EXAM + "?questions=10&start=1")
    expect(question(page, 1)).to_be_visible()

    page.reload()

    expect(question(page, 1)).to_be_visible()
    [exam] = stored(page)
    assert len(exam["items"]) == 10
    assert exam["deadline"] - exam["started"] == 14 * MINUTE


def test_an_address_may_name_a_topic_and_a_wrong_one_starts_nothing(
    page: Page, site_url: str, items: dict[str, Asked]
) -> None:
    page.goto(site_url + EXAM + "?questions=10&topic=exhibit&start=1")
    expect(question(page, 1)).to_be_visible()
    [exam] = stored(page)
    assert len({items[item["id"]].quiz for item in exam["items"]}) == 1

    page.goto(site_url + EXAM + "?topic=gone&start=1")

    expect(page.get_by_role("heading", name="New exam")).to_be_visible()
    assert len(stored(page)) == 1


def test_an_exam_of_what_was_missed_says_when_there_is_nothing(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    page.get_by_text("Choose the questions").click()
    page.get_by_role("radio", name="Only missed").check()
    matches = page.locator(".exam-matches")
    expect(matches).to_have_text("You have missed none of these questions. Choose others.")

    page.get_by_role("button", name="Start the exam").click()

    expect(page.get_by_role("heading", name="New exam")).to_be_visible()
    assert stored(page) == []


def test_an_exam_by_objective_and_difficulty_asks_what_there_is(
    page: Page, site_url: str, items: dict[str, Asked]
) -> None:
    open_exam(page, site_url)
    page.get_by_text("Choose the questions").click()
    page.get_by_label("Objective").select_option("3.4")
    page.get_by_label("Difficulty").select_option("recall")
    page.get_by_role("radio", name="65 questions").check()
    expect(page.locator(".exam-matches")).to_contain_text("match")

    page.get_by_role("button", name="Start the exam").click()

    expect(question(page, 1)).to_be_visible()
    [exam] = stored(page)
    fields = [items[item["id"]].fields for item in exam["items"]]
    assert {item["difficulty"] for item in fields} == {"recall"}


def test_an_exam_that_was_left_goes_on_at_the_first_open_question(
    page: Page, site_url: str
) -> None:
    open_exam(page, site_url)
    start(page, 10)
    respond(page)
    press(page, "Next")
    respond(page)
    expect(chip(page, 2)).to_have_accessible_name("Question 2: answered, you are here")
    expect_answers(page, 2)

    page.goto(site_url + EXAM)
    expect(page.locator(".exam-panel")).to_contain_text("2 of 10 questions answered")
    press(page, "Resume")

    expect(question(page, 3)).to_be_focused()


def test_an_exam_is_discarded_in_two_steps(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    respond(page)
    page.goto(site_url + EXAM)
    press(page, "Discard")
    expect(page.get_by_role("heading", name="Discard this exam?")).to_be_focused()
    press(page, "Keep it")
    expect(page.get_by_role("heading", name="Exam in progress")).to_be_focused()

    press(page, "Discard")
    press(page, "Discard the exam")

    expect(status(page)).to_have_text("The exam was discarded.")
    expect(page.get_by_role("heading", name="New exam")).to_be_focused()
    assert stored(page) == []
    assert attempts(page) == []


def test_past_exams_are_listed_and_opened(page: Page, site_url: str) -> None:
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    for minutes in (3, 75):
        start(page, 10, timed=False)
        page.clock.fast_forward(minutes * MINUTE)
        submit(page)
        press(page, "New exam")
    page.get_by_text("All of them").click()
    rows = page.get_by_role("table", name="Your exams").locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("0 of 10")
    expect(rows.first).to_contain_text("1 h 15 min")

    rows.last.get_by_role("button").click()

    expect(page.locator(".exam-result")).to_contain_text("Time: 3 min without a timer")
    page.go_back()
    expect(page.get_by_role("img", name="Shares of right answers in your exams")).to_be_visible()


def test_questions_that_cannot_be_loaded_are_asked_for_again(
    context: BrowserContext, site_url: str
) -> None:
    page = context.new_page()
    open_exam(page, site_url)
    page.route("**/quizzes/*/", lambda route: route.abort())
    press(page, "Start the exam")
    expect(page.get_by_role("heading", name="could not be loaded")).to_be_focused()
    assert stored(page) == []

    page.unroute("**/quizzes/*/")
    press(page, "Try again")

    start(page, 10)
    page.route("**/quizzes/*/", lambda route: route.abort())
    submit(page)
    page.reload()
    expect(score(page)).to_have_text("0 / 10")
    expect(page.locator(".exam-row")).to_have_count(0)
    page.unroute("**/quizzes/*/")
    press(page, "Try again")
    expect(page.locator(".exam-row")).to_have_count(10)
    expect(form(page)).to_have_count(0)
