"""The first tap counts on a slow phone, also where a page is there before its scripts are."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, Route, expect

from engine.browser.acts import QUIZ, expect_attempts, item, verdict

PHONE = {"width": 360, "height": 740}
SLOWDOWN = 6


def open_early(context: BrowserContext, page: Page, address: str) -> list[Route]:
    """Open a page on a slow phone; the requests for its scripts, which wait for an answer."""
    page.set_viewport_size(PHONE)
    slow = {"rate": SLOWDOWN}
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", slow)
    scripts: list[Route] = []

    def hold(script: Route) -> None:
        scripts.append(script)

    page.route("**/*.mjs", hold)
    page.goto(address, wait_until="commit")
    return scripts


def let_come(page: Page, scripts: list[Route]) -> None:
    """Answer the requests for scripts, and those that come later."""
    for script in scripts:
        script.continue_()
    page.unroute("**/*.mjs")


def test_an_early_answer_is_graded_and_an_early_tap_changes_the_scheme(
    context: BrowserContext, page: Page, site_url: str
) -> None:
    scripts = open_early(context, page, site_url + QUIZ)
    page.locator("[data-switches-scheme]").click()
    asked = page.locator("#exhibit-one")
    asked.get_by_role("radio", name="LoRA", exact=True).check()
    asked.get_by_role("button", name="Check").click()
    expect(asked.get_by_role("button", name="Check")).to_have_css("cursor", "progress")
    page.locator("#exhibit-number input").evaluate("field => { field.value = '20' }")
    page.locator("#exhibit-recall textarea").evaluate("field => { field.value = 'More' }")
    page.locator("#exhibit-match select").first.evaluate("menu => { menu.selectedIndex = 1 }")
    picked = page.locator("#exhibit-match select").first.input_value()

    let_come(page, scripts)

    expect(verdict(asked)).to_have_text("Right.")
    expect(asked.get_by_role("button", name="Next question")).to_be_visible()
    expect_attempts(page, 1)
    expect(page.locator("body[data-md-color-scheme=slate]")).to_be_attached()
    expect(item(page, "number").get_by_role("textbox")).to_have_value("20")
    expect(item(page, "recall").get_by_role("textbox")).to_have_value("More")
    expect(item(page, "match").locator("select").first).to_have_value(picked)


def test_search_opens_for_an_early_tap(context: BrowserContext, page: Page, site_url: str) -> None:
    scripts = open_early(context, page, site_url + "plain/")
    page.get_by_role("button", name="Search").last.click()

    let_come(page, scripts)

    page.get_by_role("searchbox").fill("LoRA")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("result")


def test_the_menu_opens_without_a_script_and_holds_the_page(
    context: BrowserContext, page: Page, site_url: str
) -> None:
    scripts = open_early(context, page, site_url + "plain/")
    page.get_by_text("Menu", exact=True).locator("..").click()
    expect(page.get_by_role("navigation", name="Navigation")).to_be_visible()

    let_come(page, scripts)

    expect(page.locator("html[data-menu]")).to_be_attached()


CHOOSE = """const define = customElements.define.bind(customElements)
customElements.define = (name, ...rest) => {
    define(name, ...rest)
    if (name === "quiz-check") document.querySelector("#exhibit-one input").click()
}"""
"""Chooses after the script of an item has come and before the item knows its earlier attempts."""


def test_a_choice_counts_while_the_attempts_are_still_read(page: Page, site_url: str) -> None:
    page.add_init_script(CHOOSE)

    page.goto(site_url + QUIZ)

    check = item(page, "one").get_by_role("button", name="Check")
    expect(check).to_have_attribute("aria-disabled", "false")
    expect(page.locator("#exhibit-one input:checked")).to_have_count(1)
