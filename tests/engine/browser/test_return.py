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
    item,
    verdict,
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
    expect(answered.get_by_role("button", name="Try again")).to_be_visible()
    expect(answered.locator(".quiz-item__rationale")).to_have_attribute("open", "")
    assert look(answered) == before


def test_what_was_answered_takes_no_focus_when_the_page_opens(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    for name in NAMES:
        answer(page, name, RIGHTLY)
    page.goto(site_url + "plain/")

    page.goto(site_url + QUIZ)

    expect(page.get_by_role("button", name="Try again")).to_have_count(len(NAMES))
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

    answered.get_by_role("button", name="Try again").click()

    expect(verdict(answered)).to_be_empty()
    expect(answered).not_to_have_attribute("data-outcome", "incorrect")
    expect(answered.locator("fieldset")).to_be_enabled()
    expect(answered.locator("fieldset :focus")).to_have_count(1)
    expect(answered.locator("details[open]:not(.quiz-item__scenario)")).to_have_count(0)
    expect(
        answered.locator(":is([data-mark], .quiz-item__mark, :checked:not(option))")
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
        answered.get_by_role("button", name="Try again").click()
        expect(verdict(answered)).to_be_empty()

    assert len(sequences) > 1


def test_an_item_in_prose_and_in_its_quiz_are_one(page: Page, site_url: str) -> None:
    page.goto(site_url + "exhibit/")
    answer(page, "one", WRONGLY)

    page.goto(site_url + QUIZ)

    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")
    answered = item(page, "one")
    answered.get_by_role("button", name="Try again").click()
    expect(verdict(answered)).to_be_empty()
    answer(page, "one", RIGHTLY)
    page.goto(site_url + "exhibit/")
    expect(item(page, "one")).to_have_attribute("data-outcome", "correct")


def test_the_tally_counts_as_answers_come(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    tally = page.locator("quiz-tally")
    expect(tally).to_have_text("0 of 7 right, 7 not yet answered")

    check(item(page, "match"))
    answer(page, "one", RIGHTLY)
    answer(page, "number", WRONGLY)

    expect(tally).to_have_text("1 of 7 right, 5 not yet answered")
    page.reload()
    expect(tally).to_have_text("1 of 7 right, 5 not yet answered")
