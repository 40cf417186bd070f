"""Progress leaves as a file, comes back from one, and is erased."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from browser.acts import NAMES, QUIZ, RIGHTLY, answer, attempts
from playwright.sync_api import Browser, Locator, Page, expect

PROGRESS = "practice/progress/"
ATTEMPT = {
    "id": "b",
    "item": "exhibit-one",
    "revision": "0",
    "response": ["a"],
    "outcome": "correct",
    "confidence": None,
    "at": 0,
}
SOUND = {"schema": 1, "site": "/guide/", "exported": "", "attempts": [ATTEMPT], "aside": []}
DAMAGED = {
    "empty": "",
    "cut short": json.dumps(SOUND)[:-9],
    "bytes": "\0\1\2",
    "a picture": "GIF89a",
    "null": "null",
    "a list": json.dumps([ATTEMPT]),
    "a number": "1",
    "another program's": json.dumps({"version": 3, "cards": []}),
    "no schema": json.dumps({**SOUND, "schema": None}),
    "schema in words": json.dumps({**SOUND, "schema": "1"}),
    "a newer schema": json.dumps({**SOUND, "schema": 3}),
    "no attempts": json.dumps({**SOUND, "attempts": None}),
    "attempts by name": json.dumps({**SOUND, "attempts": {"a": ATTEMPT}}),
    "no list aside": json.dumps({**SOUND, "aside": "x"}),
    "one attempt of two is half": json.dumps({**SOUND, "attempts": [ATTEMPT, {"id": "x"}]}),
    "a wrong outcome": json.dumps({**SOUND, "attempts": [{**ATTEMPT, "outcome": "won"}]}),
    "a time before time": json.dumps({**SOUND, "attempts": [{**ATTEMPT, "at": -1}]}),
    "an item with markup": json.dumps({**SOUND, "attempts": [{**ATTEMPT, "item": "<b>"}]}),
}


def export(page: Page) -> str:
    """The text of the file that the page hands out."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Export", exact=True).click()
    return download.value.path().read_text("utf-8")


def bring_in(page: Page, text: str) -> None:
    """Import a file with that *text*."""
    file = {"name": "progress.json", "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Import").set_input_files(file)


def status(page: Page) -> Locator:
    """Where the page says what came of it."""
    return page.locator("quiz-progress").get_by_role("status")


def test_what_is_exported_is_the_same_when_it_comes_back(
    browser: Browser, page: Page, site_url: str
) -> None:
    page.goto(site_url + QUIZ)
    for name in NAMES:
        answer(page, name, RIGHTLY)
    before = attempts(page)
    page.goto(site_url + PROGRESS)
    text = export(page)
    context = browser.new_context()
    elsewhere = context.new_page()
    elsewhere.goto(site_url + PROGRESS)

    bring_in(elsewhere, text)

    expect(status(elsewhere)).to_contain_text("7 answers were added")
    assert attempts(elsewhere) == before
    again = json.loads(export(elsewhere))
    assert {**again, "exported": ""} == {**json.loads(text), "exported": ""}
    bring_in(elsewhere, text)
    expect(status(elsewhere)).to_contain_text("0 answers were added; 7 of the file were here")
    assert attempts(elsewhere) == before
    context.close()


def test_focus_goes_to_what_came_of_it(page: Page, site_url: str) -> None:
    page.goto(site_url + PROGRESS)

    export(page)

    expect(status(page)).to_contain_text("exported")
    expect(status(page)).to_be_focused()


def test_a_file_that_is_not_sound_changes_nothing(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    before = attempts(page)
    page.goto(site_url + PROGRESS)
    for name, text in DAMAGED.items():
        status(page).evaluate("told => told.replaceChildren()")

        bring_in(page, text)

        expect(status(page), name).to_contain_text("Nothing was changed.")
        assert attempts(page) == before, name
        expect(page.get_by_role("button", name="Undo the last import")).to_have_count(0)


def test_an_import_is_undone_and_later_answers_stay(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    page.goto(site_url + PROGRESS)
    bring_in(page, json.dumps(SOUND))
    expect(status(page)).to_contain_text("1 answer was added")
    page.goto(site_url + QUIZ)
    answer(page, "number", RIGHTLY)
    page.goto(site_url + PROGRESS)

    page.get_by_role("button", name="Undo the last import").click()

    expect(status(page)).to_contain_text("undone")
    assert [kept["item"] for kept in attempts(page)] == ["exhibit-one", "exhibit-number"]


def leave_it(page: Page) -> None:
    page.get_by_role("button", name="Erase my progress").click()


def open_and_close_it(page: Page) -> None:
    page.get_by_role("button", name="Erase my progress").click(click_count=2)


def agree_and_think_again(page: Page) -> None:
    page.get_by_role("button", name="Erase my progress").click()
    page.get_by_label("I understand").check()
    page.get_by_label("I understand").uncheck()


@pytest.mark.parametrize("step", [leave_it, open_and_close_it, agree_and_think_again])
def test_one_step_erases_nothing(page: Page, site_url: str, step: Callable[[Page], None]) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    page.goto(site_url + PROGRESS)

    step(page)

    last = page.get_by_text("Erase for good")
    assert not last.is_visible() or last.is_disabled()
    page.reload()
    assert len(attempts(page)) == 1


def test_two_steps_erase_everything(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    page.goto(site_url + PROGRESS)

    page.get_by_role("button", name="Erase my progress").click()
    page.get_by_label("I understand").check()
    page.get_by_role("button", name="Erase for good").click()

    expect(status(page)).to_contain_text("erased")
    assert attempts(page) == []
    page.goto(site_url + QUIZ)
    expect(page.locator("quiz-tally")).to_have_text("0 of 7 right, 7 not yet answered")
