"""The method chooser and the calculator, as a reader meets them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from authoring.problems import Report
from conftest import reader
from engine.browser.test_axe import TAGS, violations
from engine.browser.test_axe import page as axe_page  # noqa: F401 - a fixture
from engine.browser.test_reflow import CONTROLS, LEAST_TARGET, SMALL_TARGETS, TOO_WIDE
from guide.chooser import CHOOSER as CHOOSER_FILE
from guide.chooser import read_chooser

ROOT = Path(__file__).parents[3]
TOOLS = ROOT / "docs" / "assets" / "tools"
CHOOSER = "decide/when-to-use/"
CALCULATOR = "build/calculator/"
PLAIN = "foundations/overview/"

SIDEWAYS = """(tables) => tables
    .map((table) => [table, table.closest(".md-typeset__scrollwrap") ?? table.parentElement])
    .filter(([, { scrollWidth, clientWidth }]) => scrollWidth > clientWidth)
    .map(([table]) => table.textContent.slice(0, 80))"""


def tool(page: Page) -> Locator:
    """The form of the page's tool."""
    return page.locator("form.tool").first


def result(page: Page) -> Locator:
    """Where the tool says what came of it."""
    return tool(page).locator("output")


def choose(page: Page, *answers: str) -> None:
    """Answer questions by the words of their answers."""
    for answer in answers:
        tool(page).locator(f"input[value='{answer}']").check()


def cells(page: Page, method: str) -> Locator:
    """The cells of the calculator's row for *method*."""
    return tool(page).locator("tbody tr", has_text=method).locator("td")


@pytest.mark.parametrize("address", [CHOOSER, CALCULATOR])
def test_without_javascript_the_tables_say_it_all(
    browser: Browser, site_url: str, address: str
) -> None:
    context = reader(browser, java_script_enabled=False)
    page = context.new_page()

    page.goto(site_url + address)

    if address == CHOOSER:
        expect(page.locator("#chooser-rules tbody tr")).to_have_count(17)
        expect(tool(page).get_by_text("format, style, tone")).to_be_visible()
    else:
        expect(tool(page)).to_be_hidden()
        expect(page.locator("#calculator-cases")).to_contain_text("18,874,368")
    context.close()


def test_answers_lead_to_advice_with_its_reason(page: Page, site_url: str) -> None:
    page.goto(site_url + CHOOSER)
    expect(result(page)).to_have_text("Answer question 1 next.")

    choose(page, "format")
    expect(result(page)).to_contain_text("Answer question 2 next.")
    expect(result(page)).to_contain_text("rows still fit")
    expect(tool(page).get_by_text("How fresh?")).to_be_visible()
    expect(tool(page).get_by_text("Budget?")).to_be_hidden()
    choose(page, "rarely", "pairs", "medium", "own")

    expect(result(page)).to_contain_text("Choose PEFT, such as LoRA, on an open-weight model.")
    expect(result(page)).to_contain_text("Runner-up: Full fine-tuning. Changes if LoRA falls short")
    expect(result(page)).to_contain_text("Row 7 is the first that fits: format, rarely, pairs,")
    expect(page.locator("#chooser-rules [aria-current]")).to_have_count(1)
    expect(page.locator("#chooser-rules [aria-current]")).to_contain_text("PEFT")


def test_one_answer_is_enough_where_the_others_change_nothing(page: Page, site_url: str) -> None:
    page.goto(site_url + CHOOSER)

    choose(page, "facts")

    expect(result(page)).to_contain_text("Choose RAG.")
    expect(result(page)).to_contain_text("The other answers would not change this.")


def test_the_browser_finds_the_row_that_the_build_finds(page: Page, site_url: str) -> None:
    chooser = read_chooser({CHOOSER_FILE: (ROOT / CHOOSER_FILE).read_bytes()}, Report())
    cases = list(chooser.cases())
    expected = [
        next(number for number, rule in enumerate(chooser.rules) if rule.fits(case))
        for case in cases
    ]
    page.goto(site_url + CHOOSER)

    found = page.evaluate(
        """async ([module, cases]) => {
            const { choose, parseRule } = await import(module)
            const rows = [...document.querySelectorAll("#chooser-rules tbody tr")]
            const rules = rows.map((row) => parseRule(row.children[1].textContent))
            const words = [...document.querySelectorAll("form.tool fieldset")].map(
                (set) => [...set.querySelectorAll("input")].map(({ value }) => value))
            return cases.map((case_) => choose(rules, words.map(
                (each, at) => ({ words: each, chosen: case_[at] }))))
        }""",
        [f"{site_url}assets/tools/chooser/rules.mjs", [list(case.values()) for case in cases]],
    )

    assert found == [{"rule": rule, "open": []} for rule in expected]


def test_the_keyboard_alone_is_enough(page: Page, site_url: str) -> None:
    page.goto(site_url + CHOOSER)
    expect(result(page)).not_to_be_empty()

    tool(page).locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(result(page)).to_contain_text("Choose RAG.")
    page.keyboard.press("Enter")
    expect(page).to_have_url(site_url + CHOOSER)
    start_again = tool(page).get_by_role("button", name="Start again")
    start_again.focus()
    page.keyboard.press("Enter")

    expect(result(page)).to_have_text("Answer question 1 next.")
    expect(tool(page).locator("input").first).to_be_focused()


def test_answers_that_the_browser_restores_count(page: Page, site_url: str) -> None:
    page.goto(site_url + CHOOSER)
    expect(result(page)).to_have_text("Answer question 1 next.")

    tool(page).locator("input[value='facts']").evaluate("one => { one.checked = true }")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")

    expect(result(page)).to_contain_text("Choose RAG.")


def test_the_calculator_shows_what_the_papers_report(page: Page, site_url: str) -> None:
    page.goto(site_url + CALCULATOR)

    expect(result(page)).to_contain_text("Llama 3.1 8B: 6,815,744 trainable parameters")
    expect(result(page)).to_contain_text("fits on one 24 GB GPU")
    tool(page).get_by_label("Model").select_option("T5-XXL (1.1)")
    tool(page).get_by_label("Method").select_option("Prompt tuning")
    expect(result(page)).to_contain_text("20,480")
    tool(page).get_by_label("Model").select_option("LLaMA 65B")
    tool(page).get_by_label("Method").select_option("QLoRA")
    tool(page).get_by_label("Matrices LoRA adapts").select_option("all")
    tool(page).get_by_label("Bytes").select_option("12")
    tool(page).get_by_label("LoRA rank").fill("64")

    expect(result(page)).to_contain_text("799,539,200 trainable parameters, at least 44 GB")
    tool(page).get_by_text("All six methods").click()
    expect(cells(page, "Full fine-tuning").last).to_contain_text("782 GB")


def test_the_calculator_takes_the_readers_own_model(page: Page, site_url: str) -> None:
    page.goto(site_url + CALCULATOR)

    tool(page).get_by_label("Model").select_option("Your own model")
    tool(page).get_by_label("Layers").fill("64")

    expect(result(page)).to_contain_text("Your model: 13,631,488 trainable parameters")


@pytest.mark.parametrize("typed", ["", "0", "-3", "2.5", "1e9"])
def test_what_is_no_count_is_told_and_nothing_is_shown(
    page: Page, site_url: str, typed: str
) -> None:
    page.goto(site_url + CALCULATOR)
    tool(page).get_by_label("Method").select_option("Prefix tuning")
    prefix = tool(page).get_by_label("Prefix tokens")

    prefix.fill(typed)

    expect(result(page)).to_have_text("Prefix tokens: write a whole number from 1 to 4,096.")
    expect(tool(page).locator(".amount")).to_have_count(0)
    prefix.fill("10")
    expect(result(page)).to_contain_text("655,360")


def test_the_price_calculator_adds_up_the_readers_prices(page: Page, site_url: str) -> None:
    page.goto(site_url + CALCULATOR)
    prices = page.locator("form.tool").nth(1)

    prices.get_by_label("Hours of capacity").fill("0")

    expect(prices.locator("output")).to_contain_text("8.00 to train once, 12.00 to store, 0.00")


def test_two_diagrams_move_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + "methods/peft/")
    rank = page.locator("matrix-rank")
    rank.get_by_role("slider").focus()
    page.keyboard.press("End")
    expect(rank.locator("output")).to_contain_text("save nothing")

    page.goto(site_url + "foundations/challenges/")
    stopping = page.locator("early-stopping")
    expect(stopping.locator("output")).to_contain_text("The version to keep")
    stopping.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    expect(stopping.locator("output")).to_contain_text("Too late")


@pytest.mark.parametrize("address", [CHOOSER, CALCULATOR])
def test_tools_fit_a_phone(page: Page, site_url: str, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site_url + address)
    expect(result(page)).not_to_be_empty()

    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    sideways = page.locator(".tool-rows table").evaluate_all(SIDEWAYS)

    assert page.evaluate(TOO_WIDE) == []
    assert sideways == []
    assert tool(page).evaluate(SMALL_TARGETS, [CONTROLS, LEAST_TARGET]) == []


@pytest.mark.parametrize("address", [CHOOSER, CALCULATOR])
def test_tools_are_clean_before_and_after(axe_page: Page, site_url: str, address: str) -> None:  # noqa: F811
    assert TAGS
    axe_page.goto(site_url + address)
    expect(result(axe_page)).not_to_be_empty()
    assert violations(axe_page) == []

    if address == CHOOSER:
        choose(axe_page, "format", "rarely", "pairs", "medium", "own")
    else:
        tool(axe_page).get_by_text("All six methods").click()

    assert violations(axe_page) == []


def test_other_pages_load_no_tool(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))

    page.goto(site_url + PLAIN)

    assert [url for url in asked if re.search("/tools/|/pages/(chooser|calculator)", url)] == []


@pytest.mark.parametrize("name", ["chooser", "calculator"])
def test_a_tool_weighs_less_than_9_kb(name: str) -> None:
    shared = [TOOLS / "form.mjs", TOOLS / "tools.css", TOOLS.parent / "ui" / "make.mjs"]
    files = [*(TOOLS / name).glob("*.mjs"), *shared]

    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 9_000
