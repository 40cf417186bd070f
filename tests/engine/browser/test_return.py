"""A learner comes back to what was answered before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.browser.acts import (
    NAMES,
    QUIZ,
    RIGHTLY,
    WRONGLY,
    answer,
    attempts,
    check,
    expect_tally,
    item,
    try_again,
)


def look(item: Locator) -> str:
    """All that the fieldset says, in sequence, with what is chosen in it."""
    chosen = item.locator("fieldset :is(input, select, textarea)").evaluate_all(
        "fields => fields.map(field => [field.type, field.value, field.checked])"
    )
    rows = item.locator("fieldset :is(legend, label, li)").all_inner_texts()
    return f"{rows} {chosen}"


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_looks_the_same_after_a_reload(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)
    before = look(answer(page, name, WRONGLY))

    page.reload()

    answered = item(page, name)
    expect(answered).to_have_attribute("data-outcome", "incorrect")
    expect(answered.locator(".quiz-item__rationale")).to_have_attribute("open", "")
    assert look(answered) == before


def test_what_was_answered_takes_no_focus_when_the_page_opens(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    for name in NAMES:
        answer(page, name, RIGHTLY)
    page.goto(site_url + "plain/")

    page.goto(site_url + QUIZ)

    expect(page.get_by_role("heading", name="Exhibit: you know all of it")).to_be_visible()
    expect(page.locator("body")).to_be_focused()
    assert page.evaluate("scrollY") == 0


def test_options_keep_their_places_while_nothing_is_answered(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    before = [look(item(page, name)) for name in NAMES]

    page.reload()

    assert [look(item(page, name)) for name in NAMES] == before


@pytest.mark.parametrize("name", NAMES)
def test_try_again_asks_anew(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)
    answered = answer(page, name, WRONGLY)

    try_again(answered)

    expect(answered).not_to_have_attribute("data-outcome", "incorrect")
    expect(answered.locator("fieldset").first).to_be_enabled()
    expect(answered.locator("fieldset :focus").first).to_be_attached()
    expect(answered.locator("details[open]")).to_have_count(0)
    expect(
        answered.locator(":is([data-mark], .quiz-item__tag, :checked:not(option))")
    ).to_have_count(0)
    answer(page, name, RIGHTLY)
    assert [kept["outcome"] for kept in attempts(page)] == ["incorrect", "correct"]


def test_try_again_shuffles_the_options(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    sequences = set()
    for _ in range(4):
        answered = answer(page, "several", RIGHTLY)
        sequences.add(
            tuple(
                answered.locator("fieldset input").evaluate_all("all => all.map(one => one.value)")
            )
        )
        try_again(answered)

    assert len(sequences) > 1


def test_an_item_in_prose_and_in_its_quiz_are_one(page: Page, site_url: str) -> None:
    page.goto(site_url + "exhibit/")
    answer(page, "one", WRONGLY)

    page.goto(site_url + QUIZ)

    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")
    answered = item(page, "one")
    try_again(answered)
    answer(page, "one", RIGHTLY)
    page.goto(site_url + "exhibit/")
    expect(item(page, "one")).to_have_attribute("data-outcome", "correct")


def test_the_tally_counts_as_answers_come(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    expect_tally(page, right=0, missed=0)

    check(item(page, "match"))
    answer(page, "one", RIGHTLY)
    answer(page, "number", WRONGLY)

    expect_tally(page, right=1, missed=1)
    page.reload()
    expect_tally(page, right=1, missed=1)


def test_a_quiz_opens_at_the_first_open_item(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)

    page.goto(site_url + QUIZ)

    expect(page.locator("form.quiz-item:visible")).to_have_id("exhibit-several")
    expect(page.get_by_text("2 of 7", exact=True)).to_be_visible()


def test_what_was_missed_is_asked_again_and_the_history_stays(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    for name in NAMES:
        answer(page, name, WRONGLY if name in ("one", "number") else RIGHTLY)
    page.get_by_role("button", name="See the result").press("Enter")
    expect(page.locator(".quiz-result__score")).to_have_text("5 / 7")
    expect(page.locator(".missed-list li")).to_have_count(2)
    expect(page.locator(".missed-list p").last).to_have_text("A thousand times twenty.")

    page.get_by_role("button", name="Retry the 2 you missed").click()

    expect(page.get_by_text("1 of 2", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 of 2", exact=True)).to_be_visible()
    answer(page, "one", RIGHTLY)
    page.get_by_role("button", name="Next question").press("Enter")
    answer(page, "number", RIGHTLY)
    page.get_by_role("button", name="See the result").press("Enter")
    expect(page.locator(".quiz-result__score")).to_have_text("2 / 2")
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_text("1 of 7", exact=True)).to_be_visible()
    expect_tally(page, right=0, missed=0)
    for name in NAMES:
        answer(page, name, RIGHTLY)
    page.get_by_role("button", name="See the result").press("Enter")
    expect(page.locator(".quiz-result")).to_contain_text("Up from 5 last time.")
    assert len(attempts(page)) == 16


def test_a_list_folds_what_is_finished_to_one_line(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    page.get_by_label("More").click()

    page.get_by_role("button", name="Show all questions").click()

    expect(page.locator("form.quiz-item:visible")).to_have_count(len(NAMES))
    line = page.locator("#exhibit-one").get_by_role("button", name="Right: Which of these")
    expect(page.locator("#exhibit-one > fieldset > legend")).to_be_hidden()
    line.click()
    expect(page.locator("#exhibit-one > fieldset > legend")).to_be_visible()


@pytest.mark.parametrize("anchoring", ["auto", "none"])
def test_a_link_to_an_item_opens_it(page: Page, site_url: str, anchoring: str) -> None:
    page.goto(site_url + QUIZ)
    for name in ("one", "several", "order"):
        answer(page, name, WRONGLY)
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => "
        f"document.documentElement.style.overflowAnchor = '{anchoring}')"
    )
    page.goto("about:blank")

    page.goto(f"{site_url}{QUIZ}#exhibit-number")

    expect(page.locator("form.quiz-item:visible")).to_have_id("exhibit-number")
    expect(page.locator("#exhibit-number > fieldset > legend")).to_be_in_viewport()


def test_a_written_answer_survives_a_reload_and_back(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{QUIZ}#exhibit-recall")
    item(page, "recall").get_by_role("textbox").fill("Training a little more.")

    page.reload()
    expect(item(page, "recall").get_by_role("textbox")).to_have_value("Training a little more.")
    page.goto(site_url + "plain/")
    page.go_back()

    expect(item(page, "recall").get_by_role("textbox")).to_have_value("Training a little more.")
