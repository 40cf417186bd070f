"""A learner answers each kind of item with the mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from engine.browser.acts import (
    NAMES,
    QUIZ,
    RIGHTLY,
    WRONGLY,
    answer,
    attempts,
    check,
    choose,
    item,
    steps,
    verdict,
)

PARTS = {
    "one": "Not right.",
    "several": "Not right. You chose 1 of the 2 right options and 1 wrong.",
    "order": "Not right. 1 of 3 steps is in the right place.",
    "order-some": "Not right. 2 of 3 steps are in the right place.",
    "match": "Not right. 2 of 3 pairs are right.",
    "number": "Not right.",
    "recall": "You missed it.",
}
LACKS = {
    "one": "Choose an option.",
    "several": "Choose 2 options.",
    "order": "Move the steps into order first.",
    "order-some": "Move the steps into order first.",
    "match": "Choose a response for every prompt.",
    "number": "Write a number such as 1,000 or 1e3.",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_right_answer_is_praised_explained_and_kept(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)

    answered = answer(page, name, RIGHTLY)

    praise = "You had it. Saved." if name == "recall" else "Right. Saved."
    expect(verdict(answered)).to_have_text(praise)
    expect(verdict(answered)).to_be_focused()
    expect(answered.locator(".quiz-item__rationale")).to_have_attribute("open", "")
    expect(answered.get_by_text("Wrong · your answer")).to_have_count(0)
    assert [kept["outcome"] for kept in attempts(page)] == ["correct"]


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_answer_is_told_how_much_of_it_was_right(
    page: Page, site_url: str, name: str
) -> None:
    page.goto(site_url + QUIZ)

    answered = answer(page, name, WRONGLY)

    expect(verdict(answered)).to_have_text(f"{PARTS[name]} Saved.")
    expect(answered.locator(".quiz-item__rationale")).to_have_attribute("open", "")
    assert [kept["outcome"] for kept in attempts(page)] == ["incorrect"]


@pytest.mark.parametrize("name", LACKS)
def test_no_answer_is_not_wrong_and_not_kept(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, name)

    check(asked)

    expect(verdict(asked)).to_have_text(LACKS[name])
    expect(asked.locator(".quiz-item__rationale")).not_to_have_attribute("open", "")
    expect(asked.locator("fieldset")).to_be_enabled()
    assert attempts(page) == []


def test_looking_at_the_model_answer_is_not_yet_an_attempt(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "recall")

    asked.get_by_role("button", name="Show the model answer").click()

    expect(asked.get_by_text("More training of a pre-trained model")).to_be_visible()
    expect(verdict(asked)).to_have_text("Compare with the model answer. Did you have it?")
    assert attempts(page) == []


def test_half_a_match_says_how_many_prompts_are_left(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "match")
    asked.get_by_label("RLHF").select_option(label="Rankings")

    check(asked)

    expect(verdict(asked)).to_have_text("Still without a response: 2 of 3 prompts.")
    assert attempts(page) == []


def test_words_are_no_number_and_the_number_can_still_be_given(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "number")
    asked.get_by_role("textbox").fill("twenty thousand")
    check(asked)
    expect(verdict(asked)).to_have_text(LACKS["number"])

    asked.get_by_role("textbox").fill("2e4")
    check(asked)

    expect(verdict(asked)).to_have_text("Right. Saved.")


def test_hints_open_one_at_a_time_and_cost_nothing(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "one")
    expect(asked.get_by_text("Hint 2 of 2")).to_be_hidden()

    asked.get_by_text("Hint 1 of 2").click()
    expect(asked.get_by_text("Ask which numbers receive a gradient.")).to_be_visible()
    asked.get_by_text("Hint 2 of 2").click()

    expect(asked.get_by_text("The word is in its long name.")).to_be_visible()
    assert attempts(page) == []


def test_how_sure_the_reader_was_is_kept_and_not_scored(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    for name, sure in (("one", "sure"), ("several", "guessing")):
        item(page, name).get_by_role("group", name="How sure are you?").get_by_label(
            sure, exact=True
        ).check()
        answer(page, name, WRONGLY)
    answer(page, "number", WRONGLY)

    assert [kept["confidence"] for kept in attempts(page)] == ["sure", "guessing", None]
    assert {kept["outcome"] for kept in attempts(page)} == {"incorrect"}


def test_covered_options_show_once_the_reader_asks(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "one")
    page.get_by_label("Cover the options").check()
    expect(asked.get_by_label("LoRA", exact=True)).to_be_hidden()
    expect(item(page, "number").get_by_role("textbox")).to_be_visible()

    check(asked)

    expect(asked.get_by_label("LoRA", exact=True)).to_be_visible()
    choose(asked, "LoRA")
    check(asked)
    expect(verdict(asked)).to_contain_text("Right.")
    expect(item(page, "several").get_by_label("LoRA", exact=True)).to_be_hidden()
    asked.get_by_role("button", name="Try again").press("Enter")
    expect(asked.get_by_label("LoRA", exact=True)).to_be_hidden()
    expect(asked.get_by_role("button", name="Check", exact=True)).to_be_focused()


def test_a_link_leads_to_one_question(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)

    item(page, "match").get_by_role("link", name="Link to this question").click()

    expect(page).to_have_url(f"{site_url}{QUIZ}#exhibit-match")


@pytest.mark.parametrize("name", ["order", "order-some"])
def test_an_order_never_starts_solved(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)
    starts = [steps(item(page, name))]
    for _ in range(3):
        answered = answer(page, name, RIGHTLY)
        solved = steps(answered)
        answered.get_by_role("button", name="Try again").click()
        expect(verdict(answered)).to_be_empty()
        starts.append(steps(item(page, name)))

    ours = [[text for text in start if text in solved] for start in starts]

    assert solved not in ours
