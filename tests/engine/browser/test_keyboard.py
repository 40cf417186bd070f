"""Every kind of item, answered with the keyboard alone: no mouse, and no focus but by Tab."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.browser.acts import PAIRS, QUIZ, STAGES, TASKS, attempts, item, steps, verdict

MOST_STOPS = 150


def open_at(page: Page, url: str, name: str) -> None:
    """Open the page at the item, where Tab starts."""
    page.goto(f"{url}#exhibit-{name}")
    item(page, name)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until *target* has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {target}")


def press_check(page: Page, asked: Locator) -> None:
    """Go on to the item's button and press it."""
    tab_to(page, asked.locator(".btn--primary"))
    page.keyboard.press("Enter")


def test_one_option_is_chosen_with_arrows_that_reach_all_and_submit_nothing(
    page: Page, site_url: str
) -> None:
    open_at(page, site_url + QUIZ, "one")
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
    expect(verdict(asked)).to_have_text("Right.")
    expect(verdict(asked)).to_be_focused()


def test_several_options_are_ticked_with_the_space_bar(page: Page, site_url: str) -> None:
    open_at(page, site_url + QUIZ, "several")
    asked = item(page, "several")

    for box in asked.get_by_role("checkbox").all():
        tab_to(page, box)
        page.keyboard.press("Space")
        if box.get_attribute("value") not in ("a", "c"):
            page.keyboard.press("Space")
    press_check(page, asked)

    expect(verdict(asked)).to_have_text("Right.")
    expect(verdict(asked)).to_be_focused()


def test_a_step_that_moves_keeps_the_focus_and_says_where_it_is(page: Page, site_url: str) -> None:
    open_at(page, site_url + QUIZ, "order")
    asked = item(page, "order")
    last = steps(asked)[-1]
    button = asked.get_by_role("button", name=f"Move up: {last}")
    tab_to(page, button)

    page.keyboard.press("Enter")

    expect(button).to_be_focused()
    expect(asked.locator("p[role=status]")).to_have_text(f"{last}, now 2 of 3")
    page.keyboard.press("Space")
    page.keyboard.press("Space")  # there is no room above: nothing happens
    expect(button).to_be_focused()
    expect(asked.locator("p[role=status]")).to_have_text(f"{last}, now 1 of 3")
    assert attempts(page) == []


@pytest.mark.parametrize(("name", "solution"), [("order", STAGES), ("order-some", TASKS)])
def test_steps_are_put_in_order(
    page: Page, site_url: str, name: str, solution: tuple[str, ...]
) -> None:
    open_at(page, site_url + QUIZ, name)
    asked = item(page, name)
    for text in set(steps(asked)) - set(solution):
        tab_to(page, asked.locator(f"[data-text='{text}'] [name=down]"))
        while text in steps(asked):
            page.keyboard.press("Enter")
        expect(asked.get_by_role("button", name=f"Move down: {text}")).to_be_focused()

    for place, text in reversed(list(enumerate(solution))):
        while steps(asked).index(text) < place:
            button = asked.get_by_role("button", name=f"Move down: {text}")
            tab_to(page, button)
            page.keyboard.press("Enter")
    press_check(page, asked)

    expect(verdict(asked)).to_have_text("Right.")
    expect(verdict(asked)).to_be_focused()


def test_responses_are_chosen_with_arrows_that_reach_all_and_submit_nothing(
    page: Page, site_url: str
) -> None:
    open_at(page, site_url + QUIZ, "match")
    asked = item(page, "match")

    for prompt, response in PAIRS.items():
        field = asked.locator("label").filter(has_text=prompt).locator("select")
        tab_to(page, field)
        reached = []
        for _ in range(4):
            page.keyboard.press("ArrowDown")
            reached.append(field.locator("option:checked").get_attribute("data-text"))
        assert len(set(reached)) == 4
        for _ in range(3 - reached.index(response)):
            page.keyboard.press("ArrowUp")
    expect(verdict(asked)).to_be_empty()
    press_check(page, asked)

    expect(verdict(asked)).to_have_text("Right.")
    expect(verdict(asked)).to_be_focused()


def test_a_number_is_typed_and_handed_in_with_enter(page: Page, site_url: str) -> None:
    open_at(page, site_url + QUIZ, "number")
    asked = item(page, "number")
    tab_to(page, asked.get_by_role("textbox"))

    page.keyboard.type("20 000")
    page.keyboard.press("Enter")

    expect(verdict(asked)).to_have_text("Right.")
    expect(verdict(asked)).to_be_focused()


def test_an_own_answer_is_written_compared_and_judged(page: Page, site_url: str) -> None:
    open_at(page, site_url + QUIZ, "recall")
    asked = item(page, "recall")
    tab_to(page, asked.get_by_role("textbox"))
    page.keyboard.type("Training on.")
    page.keyboard.press("Enter")
    page.keyboard.type("A line more.")

    press_check(page, asked)
    expect(verdict(asked)).to_be_focused()
    tab_to(page, asked.get_by_role("button", name="Missed it"))
    page.keyboard.press("Enter")

    expect(verdict(asked)).to_have_text("You missed it.")
    expect(verdict(asked)).to_be_focused()


def test_after_the_verdict_comes_try_again(page: Page, site_url: str) -> None:
    open_at(page, site_url + QUIZ, "number")
    asked = item(page, "number")
    tab_to(page, asked.get_by_role("textbox"))
    page.keyboard.type("1")
    page.keyboard.press("Enter")

    tab_to(page, asked.get_by_role("button", name="Try again"))
    page.keyboard.press("Enter")

    expect(asked.get_by_role("textbox")).to_be_focused()
    expect(asked.get_by_role("textbox")).to_have_value("")


def test_a_hint_opens_with_enter(page: Page, site_url: str) -> None:
    open_at(page, site_url + QUIZ, "one")
    asked = item(page, "one")

    tab_to(page, asked.locator("summary").filter(has_text="Show hint 1 of 2"))
    page.keyboard.press("Enter")

    expect(asked.get_by_text("Ask which numbers receive a gradient.")).to_be_visible()


def test_a_quiz_is_taken_with_digits_and_enter(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = page.locator("form.quiz-item:visible")
    expect(asked).to_have_id("exhibit-one")
    expect(page.locator("quiz-run[data-view=one]")).to_be_attached()  # listens from here on

    page.keyboard.press("2")
    expect(asked.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("n")  # the theme would leave for the next page
    page.keyboard.press("Enter")
    expect(verdict(asked)).to_be_focused()
    page.keyboard.press("Enter")

    expect(asked).to_have_id("exhibit-several")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    expect(asked.get_by_role("checkbox").first).not_to_be_checked()
    expect(page).to_have_url(site_url + QUIZ)
