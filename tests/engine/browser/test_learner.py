"""A learner answers each kind of item with the mouse."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

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
    pair,
    steps,
    try_again,
    verdict,
)

NOON = datetime(2026, 11, 20, 12)
PARTS = {
    "one": r"Not quite\. The answer is [A-D]: LoRA\.",
    "several": r"Not quite\. The answers are [A-E] and [A-E]: (LoRA|Prompt tuning); [LP].*\.",
    "order": r"Not quite\. 1 of 3 steps is in the right place\.",
    "order-some": r"Not quite\. 2 of 3 steps are in the right place\.",
    "match": r"Not quite\. 2 of 3 pairs are right\.",
    "number": r"Not quite\. The answer is 20,000 weights\.",
    "recall": r"You missed it\.",
}
LACKS = {
    "one": "Choose an option.",
    "several": "Choose 2 options.",
    "order": "Move the steps into order first.",
    "order-some": "Move the steps into order first.",
    "match": "Choose a response for every prompt.",
    "number": "Write a number such as 1,000 or 0.5.",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_right_answer_is_praised_explained_and_kept(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)

    answered = answer(page, name, RIGHTLY)

    expect(verdict(answered)).to_have_text("You had it." if name == "recall" else "Right.")
    expect(verdict(answered)).to_be_focused()
    expect(answered.locator(".quiz-item__rationale")).to_have_attribute("open", "")
    expect(answered.locator("[data-mark=wrong]")).to_have_count(0)
    assert [kept["outcome"] for kept in attempts(page)] == ["correct"]


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_answer_is_told_how_much_of_it_was_right(
    page: Page, site_url: str, name: str
) -> None:
    page.goto(site_url + QUIZ)

    answered = answer(page, name, WRONGLY)

    expect(verdict(answered)).to_have_text(re.compile(PARTS[name]))
    expect(answered.locator(".quiz-item__rationale")).to_have_attribute("open", "")
    assert [kept["outcome"] for kept in attempts(page)] == ["incorrect"]


@pytest.mark.parametrize("name", LACKS)
def test_no_answer_is_not_wrong_and_not_kept(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, name)

    check(asked)

    expect(verdict(asked)).to_have_text(LACKS[name])
    expect(asked.locator(".quiz-item__rationale")).not_to_have_attribute("open", "")
    expect(asked.locator("fieldset").first).to_be_enabled()
    assert attempts(page) == []


def test_looking_at_the_model_answer_is_not_yet_an_attempt(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "recall")

    asked.get_by_role("button", name="Show a good answer").click()

    expect(asked.get_by_text("More training of a pre-trained model")).to_be_visible()
    expect(verdict(asked)).to_have_text("Did you have the main point?")
    assert attempts(page) == []


def test_half_a_match_says_how_many_prompts_are_left(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "match")
    pair(asked, {"RLHF": "Rankings"})
    expect(asked.locator(".quiz-item__how")).to_have_text("1 of 3 matched")

    check(asked)

    expect(verdict(asked)).to_have_text("2 of 3 still to match.")
    assert attempts(page) == []


def test_words_are_no_number_and_the_number_can_still_be_given(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "number")
    asked.get_by_role("textbox").fill("twenty thousand")
    check(asked)
    expect(verdict(asked)).not_to_be_empty()

    asked.get_by_role("textbox").fill("2e4")
    check(asked)

    expect(verdict(asked)).to_have_text("Right.")


def test_hints_open_one_at_a_time_and_cost_nothing(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "one")
    expect(asked.get_by_text("Show hint 2 of 2")).to_be_hidden()

    asked.get_by_text("Show hint 1 of 2").click()
    expect(asked.get_by_text("Ask which numbers receive a gradient.")).to_be_visible()
    asked.get_by_text("Show hint 2 of 2").click()

    expect(asked.get_by_text("The word is in its long name.")).to_be_visible()
    assert attempts(page) == []


def test_how_sure_the_reader_was_is_kept_and_not_scored(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    for name, sure in (("one", "Sure"), ("several", "Guessing")):
        item(page, name).get_by_role("group", name="How sure are you?").get_by_label(
            sure, exact=True
        ).check()
        answer(page, name, WRONGLY)
    answer(page, "number", WRONGLY)

    assert [kept["confidence"] for kept in attempts(page)] == ["sure", "guessing", None]
    assert {kept["outcome"] for kept in attempts(page)} == {"incorrect"}


def test_too_few_and_too_many_are_no_answer(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "several")

    choose(asked, "LoRA")
    expect(asked.locator(".quiz-item__how")).to_have_text("1 of 2 chosen")
    check(asked)
    expect(verdict(asked)).to_have_text("Choose one more.")
    choose(asked, "Distillation", "Prompt tuning")
    check(asked)

    expect(verdict(asked)).to_have_text("Choose only 2.")
    assert attempts(page) == []


def test_an_answer_opened_first_is_shown_and_not_counted(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "one")
    asked.get_by_text("Show the answer instead").click()
    expect(verdict(asked)).to_have_text("The answer is open, so this question is not counted.")

    choose(asked, "LoRA")
    check(asked)

    expect(verdict(asked)).to_contain_text("Right.")
    expect(verdict(asked)).to_contain_text("not counted")
    assert attempts(page) == []


def test_the_second_click_of_two_leaves_the_verdict(page: Page, site_url: str) -> None:
    page.clock.install(time=NOON)
    page.goto(site_url + "exhibit/")
    asked = item(page, "one")
    choose(asked, "LoRA")
    button = asked.get_by_role("button", name="Check", exact=True)
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box

    place = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.clock.pause_at(NOON + timedelta(hours=1))  # both clicks at one moment
    page.mouse.click(*place)
    page.mouse.click(*place)

    expect(verdict(asked)).to_have_text("Right.")
    expect(asked.get_by_role("button", name="Try again")).to_be_visible()


def test_a_link_leads_to_one_question(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)

    item(page, "match")
    page.get_by_label("More").click()
    page.get_by_role("link", name="Link to this question").click()

    expect(page).to_have_url(f"{site_url}{QUIZ}#exhibit-match")


@pytest.mark.parametrize("name", ["order", "order-some"])
def test_an_order_never_starts_solved(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)
    starts = [steps(item(page, name))]
    for _ in range(3):
        answered = answer(page, name, RIGHTLY)
        solved = steps(answered)
        try_again(answered)
        starts.append(steps(item(page, name)))

    ours = [[text for text in start if text in solved] for start in starts]

    assert solved not in ours
