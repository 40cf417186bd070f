"""What helps a reader of prose: definitions in place, and a search that loads when it opens."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from conftest import reader

PEFT = "methods/peft/"


def test_a_term_opens_its_definition_by_hover_click_and_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + PEFT)
    address = page.url
    term = page.locator("a.term").first
    definition = page.locator(".definition:popover-open")

    term.hover()
    expect(definition).to_have_count(1)
    page.keyboard.press("Escape")
    expect(definition).to_have_count(0)
    term.click()
    expect(definition.get_by_role("link", name="In the glossary")).to_be_visible()
    assert page.url == address
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(definition).to_have_count(1)


def test_a_tap_opens_a_definition_inside_the_screen(browser: Browser, site_url: str) -> None:
    with reader(browser, viewport={"width": 360, "height": 740}, has_touch=True) as context:
        page = context.new_page()
        page.goto(site_url + PEFT)

        page.locator("a.term").first.tap()

        box = page.locator(".definition:popover-open").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_without_javascript_a_term_is_a_link_to_the_glossary(
    browser: Browser, site_url: str
) -> None:
    with reader(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site_url + PEFT)

        page.locator("a.term").first.click()

        expect(page.locator("h3:target")).to_be_visible()


def test_search_loads_nothing_before_it_opens(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url.removeprefix(site_url)))
    page.goto(site_url + PEFT, wait_until="networkidle")
    assert [url for url in asked if "search" in url] == []

    page.keyboard.press("/")
    page.keyboard.type("overfiting")
    page.get_by_role("button", name="overfitting").click()
    expect(page.get_by_role("searchbox")).to_have_value("overfitting")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{site_url}foundations/challenges/#overfitting")
    expect(page.locator("dialog[open]")).to_have_count(0)
