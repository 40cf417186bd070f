"""From page to page and back, and what a page loads: its own code once, and no other."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from engine.browser.acts import QUIZ, RIGHTLY, WRONGLY, answer, item, try_again, verdict


def follow(page: Page, name: str, heading: str) -> None:
    """Follow a link of the article and wait for the page."""
    page.get_by_role("article").get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def test_going_there_and_back_leaves_one_of_everything(page: Page, site_url: str) -> None:
    page.goto(site_url + "plain/")
    follow(page, "exhibit", "Exhibit")
    answer(page, "one", WRONGLY)
    follow(page, "quiz", "Quiz: Exhibit")
    buttons = item(page, "order").get_by_role("button", name="Move up: Reward model")
    expect(buttons).to_have_count(1)

    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Plain")
    page.go_forward()

    answered = item(page, "one")
    expect(verdict(answered)).to_contain_text("Not quite.")
    expect(page.locator("quiz-check .btn:not([data-waits])")).to_have_count(1)
    expect(page.locator("form output")).to_have_count(1)
    try_again(answered)
    answer(page, "one", RIGHTLY)


def test_a_page_loads_the_code_of_what_is_on_it(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))

    page.goto(site_url + "plain/", wait_until="networkidle")

    assert [url for url in asked if url.endswith((".mjs", ".js"))] == ["assets/pages/site.mjs"]
    assert [url for url in asked if "/quiz/" in url] == []
    page.route("**/*.woff2", lambda route: route.fulfill(body="no font"))
    page.keyboard.press("Shift")
    page.wait_for_function(
        """() => [...document.fonts].some(
            ({ family, status }) => !family.includes("fallback") && status === "error")"""
    )
    page.unroute("**/*.woff2")
    asked.clear()
    page.goto(site_url + QUIZ, wait_until="networkidle")
    scripts = {url for url in asked if url.endswith((".mjs", ".js"))}
    assert scripts == {"assets/pages/site.mjs", "assets/pages/run.mjs"}
    assert len(asked) == len(set(asked))
    assert [url for url in asked if url.endswith((".woff2", ".css"))] == []
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => Object.keys(localStorage).some((key) => key.endsWith('.fonts'))")
    page.reload()
    expect(page.locator("html[data-fonts]")).to_be_attached()
