"""Two hundred damaged files, and a clock that jumps: nothing is lost and nothing is changed."""

from __future__ import annotations

import json
import random
from datetime import datetime

from playwright.sync_api import Page, expect

from engine.browser.acts import QUIZ, RIGHTLY, answer, attempts, expect_tally, item, try_again
from engine.browser.seeding import EVERYTHING
from engine.browser.test_transfer import DAMAGED, PROGRESS, TEXT, WHOLE, bring_in, status

FILES = 200
JUMPS = 40
YEARS = (1999, 2099)
JUMP = """(at) => {
    const Real = (window.RealDate ??= Date)
    window.Date = class extends Real {
        constructor(...parts) { if (parts.length) super(...parts); else super(at) }
        static now() { return at }
    }
}"""
"""Of the page's clock alone: Playwright's own also replaces the timers, which trips the theme."""


def damaged_files() -> list[str | bytes]:
    """Those of the everyday test, and whole files cut short at other places."""
    named = [content for files, _ in DAMAGED for content in files.values()]
    cuts = random.Random(1).sample(range(1, len(TEXT)), FILES - len(named))
    return [*named, *(TEXT[:cut] for cut in cuts)]


def test_two_hundred_damaged_files_change_nothing(page: Page, site_url: str) -> None:
    page.goto(site_url + PROGRESS)
    bring_in(page, json.dumps(WHOLE))
    expect(status(page)).to_contain_text("added")
    before = page.evaluate(EVERYTHING)
    files = damaged_files()

    for place, content in enumerate(files):
        status(page).evaluate("told => told.replaceChildren()")
        bring_in(page, content)
        expect(status(page), f"file {place}").to_contain_text("Nothing was changed.")

    assert len(files) == FILES
    assert page.evaluate(EVERYTHING) == before


def test_a_clock_that_jumps_loses_no_answer_and_no_order(page: Page, site_url: str) -> None:
    chance = random.Random(1)
    page.goto(site_url + QUIZ)

    for jump in range(JUMPS):
        day = datetime(chance.randint(*YEARS), 1 + jump % 12, 1)
        page.evaluate(JUMP, day.timestamp() * 1000)
        answered = answer(page, "number", RIGHTLY)
        try_again(answered)
        if jump % 10 == 9:
            page.reload()
            expect_tally(page, right=1, missed=0)
            try_again(item(page, "number"))

    stored = attempts(page)
    assert len(stored) == JUMPS
    for address in ("", "practice/", PROGRESS, "practice/review/", "practice/mock-exam/"):
        page.goto(site_url + address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
