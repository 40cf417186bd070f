"""A quiz of this guide, with its mix-ups, as long as its quizzes are."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from engine.browser.acts import check
from engine.browser.seeding import KEEP, attempt, index_of


def test_reasons_are_in_the_options_and_only_ones_own_mix_up_is_named(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "quizzes/peft/")
    asked = page.locator("form.quiz-item:visible")
    key = asked.locator("quiz-check").get_attribute("key")
    wrong = asked.locator(f"fieldset input:not([value={key}])").first
    wrong.check()
    check(asked)

    expect(asked.locator("[data-mark=wrong] > .quiz-item__reason")).to_be_visible()
    expect(asked.locator("[data-mark=right] > .quiz-item__reason")).to_be_visible()
    folded = asked.locator("[data-mark=other] .quiz-item__reason")
    expect(folded).to_have_count(2)
    expect(folded.first).to_be_hidden()
    asked.locator("[data-mark=other] summary").first.click()
    expect(folded.first).to_be_visible()
    expect(asked.get_by_text("You may be thinking:")).to_be_visible()
    expect(asked.locator(".quiz-item__beliefs li:visible")).to_have_count(1)


def test_a_finished_quiz_is_at_most_three_screens_on_a_phone(
    page: Page, site: Path, site_url: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url + "practice/progress/")
    expect(page.get_by_role("button", name="Export")).to_be_visible()
    quizzes = index_of(site)["quizzes"]
    items = next(quiz["items"] for quiz in quizzes if quiz["slug"] == "peft")
    missed = [[attempt(item, outcome="incorrect", response=[])] for item in items]
    page.evaluate(KEEP, {"attempts": missed})

    page.goto(site_url + "quizzes/peft/")

    expect(page.locator(".quiz-result__score")).to_have_text(f"0 / {len(items)}")
    expect(page.get_by_text(f"{len(items) - 8} more")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") <= 3 * 740
