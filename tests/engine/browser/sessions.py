"""What a learner does on the pages of sessions, review and flashcards."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from engine.browser.acts import Locator, Page, attempts, expect

DAYS = [datetime(2026, 11, day, 9) for day in range(17, 30)]
"""Tuesday 17 November 2026 and the days after, at nine in the morning."""


def bank(site: Path) -> dict:
    """What the built guide tells of its questions."""
    return json.loads((site / "quizzes" / "index.json").read_text("utf-8"))


def everything(site: Path) -> list[dict]:
    """Every item of the bank, with its quiz."""
    quizzes = bank(site)["quizzes"]
    return [{**item, "topic": quiz["slug"]} for quiz in quizzes for item in quiz["items"]]


def attempt(item: dict, at: datetime, outcome: str = "incorrect", confidence: str = "") -> dict:
    """An attempt as the guide stores it."""
    stamp = int(at.timestamp() * 1000)
    return {
        "id": f"{item['id']}-{stamp}",
        "item": item["id"],
        "revision": item["revision"],
        "response": ["a"],
        "outcome": outcome,
        "confidence": confidence or None,
        "at": stamp,
    }


def line(page: Page) -> Locator:
    """The sentence that says what waits."""
    return page.locator(".quiz-session__line")


def start(page: Page, size: int = 5, choice: str = "") -> None:
    """Begin a session and wait for its first question."""
    page.get_by_role("radio", name=str(size), exact=True).check()
    if choice:
        page.locator(f"[value={choice}]").check()
    page.get_by_role("button", name="Start").click()
    asked(page)


def asked(page: Page) -> Locator:
    """The question that is asked, once it can be answered."""
    form = page.locator(".quiz-session .quiz-item")
    expect(form.locator("quiz-check button").first).to_be_visible()
    return form


def place(page: Page) -> Locator:
    """The heading that says which question of how many this is."""
    return page.locator(".quiz-session h2")


def give_any_answer(page: Page) -> Locator:
    """Answer whatever is asked, somehow, and wait until it is kept."""
    form = asked(page)
    key = (form.locator("quiz-check").get_attribute("key") or "").split()
    match form.get_attribute("data-interaction"):
        case "choice":
            for option in form.locator("fieldset input").all()[: len(key)]:
                option.check()
        case "order":
            form.get_by_role("button", name="Move down").first.click()
        case "match":
            for field in form.locator("select").all():
                field.select_option(index=1)
        case "number":
            form.get_by_role("textbox").fill("7")
        case "recall":
            form.get_by_role("button", name="Show the model answer").click()
            form.get_by_role("button", name="I missed it").click()
    if form.get_attribute("data-interaction") != "recall":
        form.get_by_role("button", name="Check", exact=True).click()
    expect(next_button(page)).to_be_visible()
    return form


def next_button(page: Page) -> Locator:
    """What leads to the next question."""
    return page.get_by_role("button", name="Next", exact=True)


def go_on(page: Page) -> None:
    """Give any answer and go on."""
    give_any_answer(page)
    next_button(page).click()


def outcomes(page: Page) -> list[object]:
    """What is stored of each attempt, in the sequence in which it was made."""
    return [(kept["item"], kept["outcome"]) for kept in attempts(page)]
