"""The summary table, sorted and filtered, by pointer and by keyboard, and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import reader
from engine.browser.test_axe import violations

ADDRESS = "methods/summary-table/"
AS_WRITTEN = [
    "Transfer learning",
    "Instruction tuning",
    "Domain adaptation",
    "Continued pre-training",
    "RLHF",
    "PEFT",
    "Distillation",
]
BY_COST = [
    "Transfer learning",
    "PEFT",
    "Instruction tuning",
    "Distillation",
    "Domain adaptation",
    "Continued pre-training",
    "RLHF",
]


def table(page: Page) -> Locator:
    """The table that the element serves, once it can be sorted."""
    found = page.locator("table").first
    expect(found.get_by_role("button")).to_have_count(7)
    return found


def methods(table: Locator) -> list[str]:
    """The first cell of every row that is shown, from the top."""
    return table.locator("tbody tr:not([hidden]) td:first-child").all_inner_texts()


def head(table: Locator, name: str) -> Locator:
    """The cell at the head of a column."""
    return table.get_by_role("columnheader", name=name)


def test_cost_sorts_from_low_to_high_and_back_to_the_order_as_written(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + ADDRESS)
    shown = table(page)
    cost = head(shown, "Typical relative cost")

    cost.get_by_role("button").click()
    expect(cost).to_have_attribute("aria-sort", "ascending")
    assert methods(shown) == BY_COST

    cost.get_by_role("button").click()
    expect(cost).to_have_attribute("aria-sort", "descending")
    assert methods(shown)[:3] == ["Continued pre-training", "RLHF", "Domain adaptation"]

    cost.get_by_role("button").click()
    expect(cost).not_to_have_attribute("aria-sort", "descending")
    assert methods(shown) == AS_WRITTEN


def test_only_one_column_is_said_to_be_sorted(page: Page, site_url: str) -> None:
    page.goto(site_url + ADDRESS)
    shown = table(page)

    for name in ("Typical relative cost", "Method"):
        head(shown, name).get_by_role("button").click()

    expect(shown.locator("[aria-sort]")).to_have_text(["Method"])
    assert methods(shown) == sorted(AS_WRITTEN, key=str.lower)


def test_the_filter_says_how_many_rows_are_left(page: Page, site_url: str) -> None:
    page.goto(site_url + ADDRESS)
    shown = table(page)
    field = page.get_by_label("Filter the table")
    status = page.locator("sortable-table").get_by_role("status")
    expect(status).to_have_text("7 of 7 rows")

    field.fill("  ALL  or peft ")
    expect(status).to_have_text("3 of 7 rows")
    assert methods(shown) == ["Instruction tuning", "Domain adaptation", "RLHF"]

    head(shown, "Method").get_by_role("button").click()
    assert methods(shown) == ["Domain adaptation", "Instruction tuning", "RLHF"]

    field.fill("<b>zanzibar")
    expect(status).to_have_text("0 of 7 rows")
    assert methods(shown) == []

    field.fill("")
    expect(status).to_have_text("7 of 7 rows")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_by_keyboard_alone(page: Page, site_url: str, key: str) -> None:
    page.goto(site_url + ADDRESS)
    shown = table(page)
    page.get_by_label("Filter the table").focus()

    page.keyboard.type("learn")
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.matches('[role=group]')"):  # it scrolls sideways
        page.keyboard.press("Tab")
    page.keyboard.press(key)

    method = head(shown, "Method")
    expect(method).to_have_attribute("aria-sort", "ascending")
    expect(method.get_by_role("button")).to_be_focused()
    assert methods(shown) == ["Distillation", "Transfer learning"]


def test_without_a_script_it_is_a_plain_table(browser: Browser, site_url: str) -> None:
    context = reader(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + ADDRESS)
    plain = page.locator("table").first

    assert methods(plain) == AS_WRITTEN
    assert plain.get_by_role("button").count() == 0
    expect(page.locator("sortable-table")).to_be_empty()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_sorted_and_filtered_it_is_clean(lenient: Page, site_url: str, width: int) -> None:
    page = lenient
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site_url + ADDRESS)

    head(table(page), "Best for").get_by_role("button").click()
    page.get_by_label("Filter the table").fill("data")

    assert violations(page) == []
