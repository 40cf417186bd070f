"""Steps are moved by dragging, and as well by clicks alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.browser.acts import QUIZ, STAGES, attempts, check, item, put_in_order, steps, verdict


def step(item: Locator, text: str) -> Locator:
    """The row of the step with that text."""
    return item.locator(".quiz-item__steps li").filter(has_text=text)


def drag(item: Locator, text: str, onto: str) -> None:
    """Take a step by its text and let it go over another's row."""
    step(item, text).locator(".quiz-item__step").drag_to(step(item, onto))


@pytest.mark.parametrize("name", ["order", "order-some"])
def test_a_step_is_dragged_down_and_up(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, name)
    first, *others = steps(asked)

    drag(asked, first, onto=others[-1])

    assert steps(asked) == [*others, first]
    expect(asked.locator("p[role=status]")).to_have_text(
        f"{first}, now {len(others) + 1} of {len(others) + 1}"
    )
    drag(asked, first, onto=others[0])
    assert steps(asked) == [first, *others]
    assert attempts(page) == []


def test_steps_are_dragged_into_the_right_order(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "order")
    for place in (2, 1):
        if steps(asked)[place] != STAGES[place]:
            drag(asked, STAGES[place], onto=steps(asked)[place])

    check(asked)

    assert steps(asked) == list(STAGES)
    expect(verdict(asked)).to_have_text("Right.")


def test_steps_are_put_in_order_by_clicks_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "order")

    put_in_order(asked, *STAGES)
    check(asked)

    expect(verdict(asked)).to_have_text("Right.")


def test_what_was_left_out_is_put_back(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "order-some")
    first, *others = steps(asked)
    step(asked, first).locator(".quiz-item__step").drag_to(asked.locator(".quiz-item__zone > p"))
    assert steps(asked) == others

    asked.get_by_role("button", name=f"Put back: {first}").click()

    assert steps(asked) == [*others, first]


def test_an_answered_order_stays_as_it_was(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    asked = item(page, "order")
    put_in_order(asked, *STAGES)
    check(asked)
    expect(verdict(asked)).to_have_text("Right.")

    drag(asked, STAGES[0], onto=STAGES[2])

    assert steps(asked) == list(STAGES)
    expect(asked.get_by_role("button", name=f"Move up: {STAGES[1]}")).to_be_hidden()
    text = asked.locator(".quiz-item__step").first
    text.select_text()
    assert page.evaluate("String(getSelection())") == STAGES[0]
    expect(asked.locator("[draggable=true]")).to_have_count(0)
