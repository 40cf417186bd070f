"""A mock exam in two tabs, after an update of the guide, and on storage that fails."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect

from conftest import watch
from engine.browser.acts import attempts
from engine.browser.exams import (
    EXAM,
    chip,
    expect_answers,
    expect_stored,
    flag,
    go,
    look_again,
    marks,
    open_exam,
    press,
    put,
    question,
    respond,
    score,
    start,
    status,
    stored,
    submit,
)
from engine.browser.test_storage import REFUSED, profile

HOSTILE = [
    {"id": "<img src=x onerror=alert(1)>", "started": 1, "items": []},
    {"id": "1-2-3-4", "started": "today", "deadline": None, "handedIn": None},
    {"id": "5-6-7-8", "started": 1, "deadline": None, "handedIn": None, "items": [{"id": 7}]},
    {"items": {"length": 10_000_000}},
    "an exam",
    None,
]


def second_tab(page: Page) -> Page:
    """The same exam in another tab."""
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".exam-sitting")).to_be_visible()
    return other


def test_two_tabs_lose_nothing_of_each_other(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    other = second_tab(page)
    respond(page)
    go(other, 5)
    respond(other)
    flag(other)
    expect(chip(other, 1)).to_have_accessible_name("Question 1: answered")
    expect_stored(other, "exam.flagged.length === 1")

    look_again(page)

    expect(chip(page, 5)).to_have_accessible_name("Question 5: answered, flagged")
    assert len(stored(page)[0]["responses"]) == 2


def test_what_was_submitted_elsewhere_is_over_here(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    other = second_tab(page)
    third = second_tab(page)
    submit(other)

    flag(page)
    look_again(third)

    for tab in (page, third):
        expect(score(tab)).to_have_text("0 / 10")
        expect(status(tab)).to_have_text("This exam was submitted in another tab.")
    assert stored(page)[0]["flagged"] == []
    assert len(attempts(page)) == 10


def test_submitting_from_two_tabs_counts_once(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    other = second_tab(page)
    for tab in (page, other):
        press(tab, "Submit")

    for tab in (page, other):
        press(tab, "Submit now")

    for tab in (page, other):
        expect(score(tab)).to_have_text("0 / 10")
    assert len(attempts(page)) == 10


def erase_elsewhere(page: Page) -> None:
    """Remove the exam past this tab, and come back to it."""
    page.evaluate("""async () => {
        const [{ name }] = await indexedDB.databases()
        const database = await new Promise((resolve) => {
            indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)
        })
        const transaction = database.transaction("exams", "readwrite")
        transaction.objectStore("exams").clear()
        await new Promise((resolve) => (transaction.oncomplete = resolve))
        database.close()
    }""")
    look_again(page)


def test_an_exam_erased_elsewhere_may_be_kept(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    respond(page)
    expect_answers(page, 1)
    erase_elsewhere(page)
    expect(page.get_by_role("heading", name="no longer stored")).to_be_focused()

    press(page, "Keep it and go on")

    expect(question(page, 1)).to_be_focused()
    expect_answers(page, 1)
    page.reload()
    expect(chip(page, 1)).to_have_attribute("data-extent", "answered")


def test_an_exam_erased_elsewhere_may_stay_erased(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    erase_elsewhere(page)

    press(page, "Back to the start")

    expect(page.get_by_role("heading", name="New exam")).to_be_focused()
    assert stored(page) == []


def test_an_exam_goes_on_after_an_update_of_the_guide(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10, timed=False)
    for _ in range(3):
        respond(page)
        press(page, "Next")
    expect_stored(page, "Object.keys(exam.times).length === 3")
    [exam] = stored(page)
    exam["items"][0]["id"] = "of-an-earlier-version"
    exam["items"][1]["revision"] = "0ld"
    for name in ("paused", "guessed", "struck", "times"):
        del exam[name]
    put(page, exam)

    page.reload()

    told = status(page)
    expect(told).to_contain_text("1 question of this exam is no longer in the guide")
    expect(told).to_contain_text("1 question changed since you started: please answer it again.")
    assert [mark.split(",")[0] for mark in marks(page)].count("answered") == 1
    page.reload()
    expect(page.locator(".exam-sitting")).to_be_visible()
    assert len(marks(page)) == 9
    expect(told).to_be_empty()
    submit(page)
    expect(score(page)).to_contain_text("/ 9")


def test_an_exam_of_which_nothing_is_left_is_not_asked(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    [exam] = stored(page)
    exam["items"] = [{"id": "of-an-earlier-version", "revision": "0ld"}]
    put(page, exam)

    page.reload()

    expect(status(page)).to_contain_text("None of that exam's questions are in the guide")
    expect(page.get_by_role("heading", name="Exam in progress")).to_have_count(0)


def test_what_is_stored_and_is_no_exam_is_set_aside(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    put(page, *HOSTILE)

    page.goto(site_url + "plain/")
    page.goto(site_url + EXAM + "#exam-5-6-7-8/3")

    expect(page.get_by_role("heading", name="New exam")).to_be_visible()
    expect(page.get_by_role("heading", name="Exam in progress")).to_have_count(0)
    expect(status(page)).to_contain_text("could not be read. They are set aside, not deleted")
    start(page, 10)
    submit(page)
    expect(score(page)).to_have_text("0 / 10")


def test_where_storage_is_refused_an_exam_is_sat_from_memory(
    playwright: Playwright, whole_chromium: str, site_url: str, tmp_path: Path
) -> None:
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings), "utf-8")
    with profile(playwright, whole_chromium, tmp_path) as (context, page):
        faults = watch(context)
        open_exam(page, site_url)
        expect(status(page)).to_contain_text(REFUSED)
        start(page, 10)
        respond(page)
        expect(chip(page, 1)).to_have_attribute("data-extent", "answered")
        expect(page.locator(".exam-sitting")).to_contain_text(REFUSED)

        submit(page)

        expect(score(page)).to_contain_text("/ 10")
        expect(status(page)).to_contain_text(REFUSED)
        press(page, "New exam")
        past = page.get_by_role("table", name="Your exams").locator("tbody tr")
        expect(past).to_have_count(1)
        assert faults == []
