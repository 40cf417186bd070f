"""What a learner does in review, and what the guide knows before it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from engine.browser.acts import Locator, Page, attempts, expect, wait_until
from engine.browser.seeding import EVERYTHING, KEEP

REVIEW = "practice/review/"
DAYS = [datetime(2026, 11, day, 9) for day in range(17, 30)]
"""Tuesday, November 17, 2026 and the days after, at nine in the morning."""


def bank(site: Path) -> dict:
    """What the built guide says about its questions."""
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


def open_review(page: Page, site_url: str, *stored: dict, query: str = "") -> None:
    """Open review as one who made these attempts."""
    page.goto(site_url + REVIEW)
    expect(page.locator(".review > *").first).to_be_visible()
    page.evaluate(KEEP, {"attempts": [[one] for one in stored]})
    page.goto(site_url + REVIEW + query)
    if not query:
        page.reload()
    expect(page.locator(".review > *").first).to_be_visible()


def expect_setting(page: Page, name: str, value: object) -> None:
    """Wait until the setting is kept: it is a moment after it takes effect."""
    kept = f"(await ({EVERYTHING})()).settings.some((all) => all[name] === value)"
    wait_until(page, f"async ([name, value]) => {kept}", [name, value])


def today(page: Page) -> Locator:
    """The one thing to do now."""
    return page.locator(".review__today")


def start(page: Page) -> None:
    """Begin with what is due, in a session of five."""
    size(page, 5).check()
    page.get_by_role("button", name="Due", exact=True).click()
    asked(page)


def size(page: Page, questions: int) -> Locator:
    """The choice of so many questions in a session."""
    return page.get_by_role("group", name="Questions in a session").get_by_label(str(questions))


def asked(page: Page) -> Locator:
    """The question on screen, once it can be answered."""
    form = page.locator(".review .quiz-item")
    expect(form.locator(".actions .btn").first).to_be_visible()
    return form


def place(page: Page) -> Locator:
    """Which question of how many this is."""
    return page.locator(".runbar b")


def key_of(form: Locator) -> list[str]:
    """The ids of the right options."""
    return (form.locator("quiz-check").get_attribute("key") or "").split()


def give_any_answer(page: Page) -> Locator:
    """Answer the question on screen, somehow, and wait until it is stored."""
    form = asked(page)
    match form.get_attribute("data-interaction"):
        case "choice":
            for option in form.locator("fieldset input").all()[: len(key_of(form))]:
                option.check(force=True)
        case "order":
            form.get_by_role("button", name="Move down").first.click()
            while form.locator(".actions .btn--primary[aria-disabled=true]").count():
                form.get_by_role("button", name="Leave out").first.click()
        case "match":
            for field in form.locator("select").all():
                field.select_option(index=1)
        case "number":
            form.get_by_role("textbox").fill("7")
    form.locator(".actions .btn--primary").click()
    if form.get_attribute("data-interaction") == "recall":
        expect(form.locator("button[value=incorrect]")).to_be_visible()
        form.locator("button[value=incorrect]").press("Enter")
    expect(page.locator(".actions__note")).to_contain_text("Comes back")
    return form


def next_button(page: Page) -> Locator:
    """What leads to the next question, or to the result."""
    return page.get_by_role("button", name="Next question").or_(
        page.get_by_role("button", name="See the result")
    )


def go_on(page: Page) -> None:
    """Give any answer and go on."""
    before = give_any_answer(page).get_attribute("id")
    next_button(page).press("Enter")
    expect(page.locator(f".review form[id='{before}']")).to_have_count(0)


def outcomes(page: Page) -> list[object]:
    """What is stored of each attempt, in the sequence in which it was made."""
    return [(stored["item"], stored["outcome"]) for stored in attempts(page)]
