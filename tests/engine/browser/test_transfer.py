"""Progress leaves as a file, comes back from one, and is erased."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import reader
from engine.browser.acts import NAMES, QUIZ, RIGHTLY, answer, attempts, expect_tally
from engine.browser.seeding import EVERYTHING, KEEP, exam

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
EXAM = {
    "id": "e",
    "started": 1,
    "deadline": None,
    "handedIn": 2,
    "items": [{"id": "exhibit-one", "revision": "0"}],
    "responses": {"exhibit-one": ["a"]},
    "flagged": ["exhibit-one"],
}
SETTINGS = {"examDay": "2027-01-01", "shortcuts": False}
SESSION = {"kind": "review", "choice": "due", "started": 1, "items": [], "attempts": []}
SOUND = {"schema": 1, "site": "/guide/", "exported": "", "attempts": [ATTEMPT], "aside": []}
"""As the first version of the guide wrote it."""

WHOLE = {**SOUND, "schema": 2, "exams": [EXAM], "settings": SETTINGS}
TEXT = json.dumps(WHOLE)


def with_attempt(**changes: object) -> str:
    """A file with a sound attempt and one with *changes*."""
    return json.dumps({**WHOLE, "attempts": [ATTEMPT, {**ATTEMPT, "id": "x", **changes}]})


def with_exam(**changes: object) -> str:
    """A file with a sound exam and one with *changes*."""
    return json.dumps({**WHOLE, "exams": [EXAM, {**EXAM, "id": "x", **changes}]})


def zipped(text: str) -> bytes:
    """An archive that holds the *text*."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("progress.json", text)
    return archive.getvalue()


NOT_JSON: dict[str, str | bytes] = {
    "empty": "",
    "blank": " \n",
    "cut short": TEXT[:-9],
    "its first half": TEXT[: len(TEXT) // 2],
    "its second half": TEXT[len(TEXT) // 2 :],
    "twice in a row": TEXT * 2,
    "a comma too many": TEXT.replace("]", ",]", 1),
    "quoted like Python": str(WHOLE),
    "a number that is none": TEXT.replace('"at": 0', '"at": NaN'),
    "a line of comment": f"// progress\n{TEXT}",
    "a byte of it lost": TEXT.replace('"id"', 'id"', 1),
    "bytes": "\0\1\2",
    "UTF-16 without its mark": TEXT.encode("utf-16-le"),
    "UTF-16, the other way round": TEXT.encode("utf-16-be"),
    "UTF-32": TEXT.encode("utf-32"),
    "base 64": base64.b64encode(TEXT.encode()),
    "zipped": zipped(TEXT),
    "packed with gzip": gzip.compress(TEXT.encode()),
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a document to print": "%PDF-1.7\n%âãÏÓ\n1 0 obj",
    "a page that says not found": "<!doctype html><title>404 Not Found</title><h1>Not Found</h1>",
    "a table": "id,item,outcome\nb,exhibit-one,correct\n",
    "a quiz file": "title: Exhibit\nitems:\n  - id: exhibit-one\n",
    "lists without end": "[" * 100_000,
}
FOREIGN = {
    "null": "null",
    "true": "true",
    "a number": "1",
    "a number too large": "1e999",
    "a list": json.dumps([ATTEMPT]),
    "JSON within JSON": json.dumps(TEXT),
    "another program's cards": json.dumps({"version": 3, "cards": []}),
    "another program's package": json.dumps({"name": "quiz", "version": "1.0.0"}),
    "no schema": json.dumps({**WHOLE, "schema": None}),
    "schema in words": json.dumps({**WHOLE, "schema": "1"}),
    "schema 0": json.dumps({**WHOLE, "schema": 0}),
    "half a schema": json.dumps({**WHOLE, "schema": 1.5}),
    "a schema too large for a number": TEXT.replace('"schema": 2', '"schema": 1e999'),
    "no attempts": json.dumps({**WHOLE, "attempts": None}),
    "attempts by name": json.dumps({**WHOLE, "attempts": {"a": ATTEMPT}}),
    "attempts, then no attempts": TEXT.replace('"aside"', '"attempts": null, "aside"'),
    "no list aside": json.dumps({**WHOLE, "aside": "x"}),
    "exams by name": json.dumps({**WHOLE, "exams": {"e": EXAM}}),
    "no exams": json.dumps({**WHOLE, "exams": None}),
    "settings in words": json.dumps({**WHOLE, "settings": "none"}),
    "settings in a list": json.dumps({**WHOLE, "settings": []}),
}
BAD_ATTEMPTS = {
    "half an attempt": json.dumps({**WHOLE, "attempts": [ATTEMPT, {"id": "x"}]}),
    "no attempt at all": json.dumps({**WHOLE, "attempts": [ATTEMPT, None]}),
    "an attempt in a list": json.dumps({**WHOLE, "attempts": [ATTEMPT, [ATTEMPT]]}),
    "a wrong outcome": with_attempt(outcome="won"),
    "a confidence of its own": with_attempt(confidence="certain"),
    "a time before time": with_attempt(at=-1),
    "a time after time": with_attempt(at=10**18),
    "a time in words": with_attempt(at="2026-11-20"),
    "a time that is infinite": with_attempt(at=5).replace('"at": 5', '"at": 1e999'),
    "a time, then none": with_attempt(at=5).replace('"at": 5', '"at": 5, "at": null'),
    "an item with markup": with_attempt(item="<b>"),
    "an item that is a prototype": with_attempt(item="__proto__"),
    "an id that is a number": with_attempt(id=7),
    "a response in words": with_attempt(response="a"),
    "a response of numbers": with_attempt(response=[1]),
    "a response too long": with_attempt(response=["a" * 10_001]),
    "a hundred and one responses": with_attempt(response=["a"] * 101),
}
BAD_EXAMS = {
    "an exam without items": with_exam(items=None),
    "an exam of items with markup": with_exam(items=[{"id": "<b>", "revision": "0"}]),
    "an exam of too many items": with_exam(items=EXAM["items"] * 1001),
    "an exam that began in words": with_exam(started="today"),
    "an exam that ends in true": with_exam(deadline=True),
    "an exam with responses in a list": with_exam(responses=[["a"]]),
    "an exam with a response of numbers": with_exam(responses={"exhibit-one": [1]}),
    "an exam that flags what is no item": with_exam(flagged=["../x"]),
    "an exam that is null": json.dumps({**WHOLE, "exams": [EXAM, None]}),
}
BAD_SETTINGS = {
    "an exam day in words": json.dumps({**WHOLE, "settings": {"examDay": "soon"}}),
    "an exam day of no calendar": json.dumps({**WHOLE, "settings": {"examDay": "2026-99-99"}}),
    "shortcuts in words": json.dumps({**WHOLE, "settings": {"shortcuts": "yes"}}),
    "a setting of another guide": json.dumps({**WHOLE, "settings": {"colour": "red"}}),
}
DAMAGED: list[tuple[dict[str, str | bytes] | dict[str, str], str]] = [
    (NOT_JSON, "This file is damaged or is not an exported file."),
    (FOREIGN, "This file was not exported from this guide."),
    ({"a newer schema": json.dumps({**WHOLE, "schema": 3})}, "A newer version of this guide"),
    ({"too large": " " * 20_000_001}, "This file is larger than 20 MB"),
    (BAD_ATTEMPTS, "This file is damaged: 1 of its 2 answers cannot be read."),
    (BAD_EXAMS, "This file is damaged: 1 of its 2 mock exams cannot be read."),
    (BAD_SETTINGS, "settings cannot be read."),
]


def export(page: Page) -> str:
    """The text of the file that the page hands out, once the page has said so and drawn itself."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Export", exact=True).click()
    expect(status(page)).to_contain_text("exported")
    return download.value.path().read_text("utf-8")


def bring_in(page: Page, text: str | bytes) -> None:
    """Import a file with that *text*."""
    content = text if isinstance(text, bytes) else text.encode()
    file = {"name": "progress.json", "mimeType": "application/json", "buffer": content}
    page.get_by_label("Import").set_input_files(file)


def scores(page: Page) -> list[str]:
    """What the page tells."""
    expect(page.get_by_role("heading", name="Topics")).to_be_visible()
    return page.locator(".strip, .topic-row, .figures").all_inner_texts()


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
    context = reader(browser)
    elsewhere = context.new_page()
    elsewhere.goto(site_url + PROGRESS)

    bring_in(elsewhere, text)

    expect(status(elsewhere)).to_contain_text("7 answers were added")
    assert attempts(elsewhere) == before
    again = json.loads(export(elsewhere))
    assert {**again, "exported": ""} == {**json.loads(text), "exported": ""}
    bring_in(elsewhere, text)
    expect(status(elsewhere)).to_have_text(
        "0 answers were added; 7 answers in the file were already here."
    )
    assert attempts(elsewhere) == before
    context.close()


def test_focus_goes_to_what_came_of_it(page: Page, site_url: str) -> None:
    page.goto(site_url + PROGRESS)

    export(page)

    expect(status(page)).to_contain_text("exported")
    expect(status(page)).to_be_focused()


def test_the_file_is_named_after_the_day_of_the_reader(browser: Browser, site_url: str) -> None:
    with reader(browser, timezone_id="America/Los_Angeles") as context:
        page = context.new_page()
        page.clock.set_fixed_time("2026-12-01T01:30:00Z")
        page.goto(site_url + PROGRESS)
        with page.expect_download() as download:
            page.get_by_role("button", name="Export", exact=True).click()

    assert download.value.suggested_filename == "progress-2026-11-30.json"


def test_a_file_that_is_not_sound_changes_nothing(page: Page, site_url: str) -> None:
    page.goto(site_url + PROGRESS)
    bring_in(page, json.dumps({**WHOLE, "aside": [{"strange": 1}]}))
    expect(status(page)).to_contain_text("added")
    page.evaluate(KEEP, {"sessions": [[SESSION, "review"]]})
    before = page.evaluate(EVERYTHING)
    count = 0
    for files, reason in DAMAGED:
        for name, content in files.items():
            status(page).evaluate("told => told.replaceChildren()")

            bring_in(page, content)

            expect(status(page), name).to_contain_text(reason)
            expect(status(page), name).to_contain_text("Nothing was changed.")
            assert page.evaluate(EVERYTHING) == before, name
            count += 1
    assert all(before.values())  # there is something in every store to be changed
    assert count >= 40


def test_export_erase_import_gives_the_identical_state(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    answer(page, "recall", RIGHTLY)
    past, sat = exam("e1", [{"id": name, "revision": "0"} for name in "abc"], handed_in=10**12)
    kept = {
        "attempts": [[one] for one in sat],
        "aside": [["nonsense"], [{"half": 1}], [None]],
        "exams": [[past, "e1"], [{**past, "id": "e2", "handedIn": None}, "e2"]],
        "settings": [[SETTINGS, "settings"]],
    }
    page.evaluate(KEEP, kept)
    page.goto(site_url + PROGRESS)
    before = page.evaluate(EVERYTHING)
    told = scores(page)
    text = export(page)
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_label("I understand").check()
    page.get_by_role("button", name="Erase for good").click()
    expect(status(page)).to_contain_text("erased")
    erased = page.evaluate(EVERYTHING)

    bring_in(page, text)

    expect(status(page)).to_have_text("5 answers, 2 mock exams, and 2 settings were added.")
    assert erased == {**{store: [] for store in before}, "settings": [{}]}
    after = page.evaluate(EVERYTHING)
    assert {**after, "snapshots": []} == before
    assert scores(page) == told
    again = json.loads(export(page))
    assert {**again, "exported": ""} == {**json.loads(text), "exported": ""}


def test_what_is_here_already_is_told_and_settings_stay(page: Page, site_url: str) -> None:
    page.goto(site_url + PROGRESS)
    bring_in(page, json.dumps({**WHOLE, "settings": {"examDay": "2030-05-05"}}))
    expect(status(page)).to_have_text("1 answer, 1 mock exam, and 1 setting were added.")

    bring_in(page, TEXT)

    expect(status(page)).to_have_text(
        "0 answers and 1 setting were added; 1 answer and 1 mock exam in the file were already"
        " here; your settings here were kept."
    )
    kept = page.evaluate(EVERYTHING)["settings"]
    assert kept == [{"examDay": "2030-05-05", "shortcuts": False}]


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
    page.get_by_role("button", name="Erase everything").click()


def open_and_close_it(page: Page) -> None:
    page.get_by_role("button", name="Erase everything").click(click_count=2)


def agree_and_think_again(page: Page) -> None:
    page.get_by_role("button", name="Erase everything").click()
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

    page.get_by_role("button", name="Erase everything").click()
    page.get_by_label("I understand").check()
    page.get_by_role("button", name="Erase for good").click()

    expect(status(page)).to_contain_text("erased")
    expect(page.get_by_text("Nothing to show yet")).to_be_visible()
    assert attempts(page) == []
    page.goto(site_url + QUIZ)
    expect_tally(page, right=0, missed=0)
