"""Every kind of item, answered with the keyboard alone: no mouse, and no focus but by Tab."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.browser.acts import PAIRS, QUIZ, STAGES, TASKS, attempts, item, steps, verdict

MOST_STOPS = 150


def skip_to_content(page: Page, url: str) -> None:
    """Open the page and follow its first link."""
    page.goto(url)
    for name in ("one", "recall"):
        item(page, name)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_be_focused()


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until *target* has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {target}")


def press_check(page: Page, asked: Locator) -> None:
    """Go on to the item's button and press it."""
    tab_to(page, asked.locator("quiz-check button").first)
    page.keyboard.press("Enter")


def test_one_option_is_chosen_with_arrows_that_reach_all_and_submit_nothing(
    page: Page, site_url: str
) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, "one")
    tab_to(page, asked.get_by_role("radio").first)

    reached = set()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
        reached.add(asked.locator(":checked").get_attribute("value"))

    assert reached == {"a", "b", "c", "d"}
    expect(verdict(asked)).to_be_empty()
    while not asked.get_by_role("radio", name="LoRA", exact=True).is_checked():
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(verdict(asked)).to_have_text("Right. Saved.")
    expect(verdict(asked)).to_be_focused()


def test_several_options_are_ticked_with_the_space_bar(page: Page, site_url: str) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, "several")

    for box in asked.get_by_role("checkbox").all():
        tab_to(page, box)
        page.keyboard.press("Space")
        if box.get_attribute("value") not in ("a", "c"):
            page.keyboard.press("Space")
    press_check(page, asked)

    expect(verdict(asked)).to_have_text("Right. Saved.")
    expect(verdict(asked)).to_be_focused()


def test_a_step_that_moves_keeps_the_focus_and_says_where_it_is(page: Page, site_url: str) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, "order")
    last = steps(asked)[-1]
    button = asked.get_by_role("button", name=f"Move up: {last}")
    tab_to(page, button)

    page.keyboard.press("Enter")

    expect(button).to_be_focused()
    expect(asked.get_by_role("status").first).to_have_text(f"{last}, now 2 of 3")
    page.keyboard.press("Space")
    page.keyboard.press("Space")  # there is no room above: nothing happens
    expect(button).to_be_focused()
    expect(asked.get_by_role("status").first).to_have_text(f"{last}, now 1 of 3")
    assert attempts(page) == []


@pytest.mark.parametrize(("name", "solution"), [("order", STAGES), ("order-some", TASKS)])
def test_steps_are_put_in_order(
    page: Page, site_url: str, name: str, solution: tuple[str, ...]
) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, name)
    for text in set(steps(asked)) - set(solution):
        tab_to(page, asked.get_by_role("button", name=f"Leave out: {text}"))
        page.keyboard.press("Enter")
        expect(asked.get_by_role("button", name=f"Put back: {text}")).to_be_focused()

    for place, text in reversed(list(enumerate(solution))):
        while steps(asked).index(text) < place:
            button = asked.get_by_role("button", name=f"Move down: {text}")
            tab_to(page, button)
            page.keyboard.press("Enter")
    press_check(page, asked)

    expect(verdict(asked)).to_have_text("Right. Saved.")
    expect(verdict(asked)).to_be_focused()


def test_responses_are_chosen_with_arrows_that_reach_all_and_submit_nothing(
    page: Page, site_url: str
) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, "match")

    for prompt, response in PAIRS.items():
        field = asked.get_by_label(prompt)
        tab_to(page, field)
        reached = []
        for _ in range(4):
            page.keyboard.press("ArrowDown")
            reached.append(field.locator("option:checked").inner_text())
        assert len(set(reached)) == 4
        for _ in range(3 - reached.index(response)):
            page.keyboard.press("ArrowUp")
    expect(verdict(asked)).to_be_empty()
    press_check(page, asked)

    expect(verdict(asked)).to_have_text("Right. Saved.")
    expect(verdict(asked)).to_be_focused()


def test_a_number_is_typed_and_handed_in_with_enter(page: Page, site_url: str) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, "number")
    tab_to(page, asked.get_by_role("textbox"))

    page.keyboard.type("20 000")
    page.keyboard.press("Enter")

    expect(verdict(asked)).to_have_text("Right. Saved.")
    expect(verdict(asked)).to_be_focused()


def test_an_own_answer_is_written_compared_and_judged(page: Page, site_url: str) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, "recall")
    tab_to(page, asked.get_by_role("textbox"))
    page.keyboard.type("Training on.")
    page.keyboard.press("Enter")
    page.keyboard.type("A line more.")

    press_check(page, asked)
    expect(verdict(asked)).to_be_focused()
    tab_to(page, asked.get_by_role("button", name="I missed it"))
    page.keyboard.press("Enter")

    expect(verdict(asked)).to_have_text("You missed it. Saved.")
    expect(verdict(asked)).to_be_focused()


def test_after_the_verdict_comes_try_again(page: Page, site_url: str) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, "number")
    tab_to(page, asked.get_by_role("textbox"))
    page.keyboard.type("1")
    page.keyboard.press("Enter")

    page.keyboard.press("Tab")
    expect(asked.get_by_role("button", name="Try again")).to_be_focused()
    page.keyboard.press("Enter")

    expect(asked.get_by_role("textbox")).to_be_focused()
    expect(asked.get_by_role("textbox")).to_have_value("")


def test_a_hint_opens_with_enter(page: Page, site_url: str) -> None:
    skip_to_content(page, site_url + QUIZ)
    asked = item(page, "one")

    tab_to(page, asked.locator("summary").filter(has_text="Hint 1 of 2"))
    page.keyboard.press("Enter")

    expect(asked.get_by_text("Ask which numbers receive a gradient.")).to_be_visible()
