"""The result of a mock exam: a verdict in a sentence, rows that open, and what to do next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from engine.browser.acts import attempts
from engine.browser.exams import (
    Asked,
    bank,
    flag,
    form,
    open_exam,
    press,
    put,
    respond,
    score,
    start,
    stored,
    submit,
)
from engine.browser.test_print import SHOWN

MOST_SCREENS = 12
PHONE = {"width": 360, "height": 800}
REPLACE = """async ([attempt]) => {
    const [{ name }] = await indexedDB.databases()
    const database = await new Promise((resolve) => {
        indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)
    })
    const transaction = database.transaction("attempts", "readwrite")
    const attempts = transaction.objectStore("attempts")
    attempts.index("id").getKey(attempt.id).onsuccess = ({ target }) => {
        attempts.put(attempt, target.result)
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
}"""


@pytest.fixture
def items(guide: tuple[Path, str]) -> dict[str, Asked]:
    """The bank of the served guide."""
    return bank(guide[0])


def sit(page: Page, items: dict[str, Asked]) -> int:
    """Answer the choices of ten questions right, flag the first, guess the second; how many."""
    right = 0
    for place in range(1, 11):
        asked = items[form(page).get_attribute("id") or ""]
        if asked.kind == "options":
            right += 1
            for option in asked.key:
                form(page).locator(f"input[value='{option}']").check()
        if place == 1:
            flag(page)
        if place == 2:
            if asked.kind != "options":
                respond(page)
            page.get_by_label("I am guessing").check()
        press(page, "Next" if place < 10 else "Finish")
    press(page, "Submit now")
    expect(score(page)).to_be_visible()
    return right


def test_the_verdict_is_a_sentence_that_says_whose_goal_it_is(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)

    submit(page)

    expect(page.get_by_role("heading", name="Not there yet.")).to_be_focused()
    expect(page.locator(".lead")).to_have_text(
        "0% right. We suggest 80% before the exam. That goal is ours, not an official score."
    )
    practice = page.get_by_role("link", name="Practice what I missed")
    expect(practice).to_have_attribute("href", site_url + "practice/review/?start=missed")


def test_rows_are_folded_filtered_and_open_with_the_explanation(
    page: Page, site_url: str, items: dict[str, Asked]
) -> None:
    open_exam(page, site_url)
    start(page, 10, timed=False)
    right = sit(page, items)
    rows, shown = page.locator(".exam-row"), page.locator(".exam-row:visible")
    missed = page.locator(".exam-row:not([data-result=correct])").count()
    assert int(score(page).inner_text().split()[0]) >= right - 1

    if missed:
        expect(page.get_by_label(f"Missed {missed}")).to_be_checked()
        expect(shown).to_have_count(missed)
        expect(shown.first).to_contain_text("Correct: ")
    page.get_by_label("All 10").check()
    expect(shown).to_have_count(10)
    page.get_by_label("Flagged 1").check()
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("flagged")
    page.get_by_label("Guessed 1").check()
    expect(shown).to_contain_text("guessed")
    expect(rows.locator("form")).to_have_count(0)
    shown.locator("summary").first.click()
    expect(shown.locator("form.quiz-item")).to_be_visible()


def test_a_second_exam_is_compared_with_the_first(
    page: Page, site_url: str, items: dict[str, Asked]
) -> None:
    open_exam(page, site_url)
    start(page, 10)
    submit(page)
    press(page, "New exam")
    start(page, 10)

    sit(page, items)

    share = int(score(page).inner_text().split()[0]) * 10
    expect(page.locator(".lead")).to_contain_text(
        f"{share}% right, your best so far and {share} points up on last time."
    )
    trend = page.get_by_role("img", name="Shares of right answers in your exams")
    expect(trend).to_contain_text(re.compile(rf"0%.*{share}%"))
    expect(page.locator(".exam-result")).to_contain_text("a question.")


def test_a_result_of_65_questions_is_short_on_a_phone_and_on_paper(
    page: Page, site_url: str
) -> None:
    page.set_viewport_size(PHONE)
    open_exam(page, site_url)
    start(page, 65, timed=False)
    respond(page)
    submit(page)
    page.get_by_label("All 65").check()

    height = page.evaluate("document.documentElement.scrollHeight")
    page.emulate_media(media="print")

    assert height <= MOST_SCREENS * PHONE["height"]
    pressed = page.locator("quiz-exam").locator("button, .btn, .filter")
    assert pressed.evaluate_all(SHOWN) == []
    expect(score(page)).to_be_visible()
    assert page.pdf().count(b"/Type /Page\n") <= 6


def test_a_result_outlives_its_questions(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    submit(page)
    [exam] = stored(page)
    exam["items"][0] = {"id": "of-an-earlier-version", "revision": "0ld"}
    exam["items"][1]["revision"] = "0ld"
    put(page, exam)
    changed = [
        {**attempt, "revision": "0ld", "outcome": "correct"}
        for attempt in attempts(page)
        if attempt["id"] == f"{exam['id']}-2"
    ]
    page.evaluate(REPLACE, changed)

    page.reload()

    expect(score(page)).to_have_text("1 / 10")
    rows = page.locator(".exam-row")
    expect(rows.nth(0)).to_contain_text("no longer in the guide")
    expect(rows.nth(1)).to_contain_text("changed since")
    expect(rows.nth(1)).to_have_attribute("data-result", "correct")
