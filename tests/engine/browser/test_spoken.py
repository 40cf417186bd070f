"""What a screen reader has to say: names and roles in each state, and what it speaks after Check.

`GOLDEN=write make test TEST=tests/engine/browser/test_spoken.py` writes what came out instead; read
the difference, as somebody who sees nothing, before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from conftest import ROOT, reader
from engine.browser.acts import NAMES, QUIZ, RIGHTLY, WRONGLY, item, try_again, write

GOLDEN = Path(__file__).parent / "aria"
GUIDEPUP = ROOT / "tests/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
LOAD = """async (source) => {
    const blob = new Blob([source], { type: "text/javascript" })
    window.spoken = (await import(URL.createObjectURL(blob))).virtual
}"""
LISTEN = """async (form) => {
    for (const region of document.querySelectorAll("output, [role=status], [role=alert]"))
        region.dataset.isOld = ""
    // The theme marks what has the focus by attributes that no screen reader speaks.
    const { observe } = MutationObserver.prototype
    MutationObserver.prototype.observe = function (node, options) {
        observe.call(this, node, { ...options, attributes: false })
    }
    await window.spoken.start({ container: document.getElementById(form) })
    MutationObserver.prototype.observe = observe
}"""
HEAR = """async () => {
    const log = await window.spoken.spokenPhraseLog()
    await window.spoken.stop()
    const fresh = [...document.querySelectorAll("output, [role=status], [role=alert]")].filter(
        ({ dataset, textContent }) => !("isOld" in dataset) && textContent)
    return [...log.slice(1), ...fresh.map(({ outerHTML }) => `from a new region: ${outerHTML}`)]
}"""


def test_each_item_is_spoken_as_before_and_each_press_is_answered_by_one_sentence(
    browser: Browser, site_url: str
) -> None:
    spoken = {}
    with reader(browser, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(site_url + QUIZ)
        page.evaluate(LOAD, GUIDEPUP.read_text("utf-8"))
        for name in NAMES:
            spoken[name] = the_way_of(item(page, name), name)
    with reader(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site_url + QUIZ)
        for name in NAMES:
            asked = page.locator(f"#exhibit-{name}")
            asked.get_by_text("Answer and why").click()
            spoken[name] += state("without JavaScript", asked)

    for name, text in spoken.items():
        assert text.replace(site_url, "/") == golden(name, text.replace(site_url, "/"))


def the_way_of(asked: Locator, name: str) -> str:
    """What is spoken of an item on the way from the first look to the right answer."""
    told = state("fresh", asked)
    if name == "recall":
        write(asked, "Training a little more.")
        told += state("chosen", asked) + press(asked, "Show a good answer")
        told += press(asked, "Missed it") + state("graded wrong", asked)
        try_again(asked)
        asked.get_by_role("button", name="Show a good answer").press("Enter")
        return told + press(asked, "Had it") + state("graded right", asked)
    told += press(asked, "Check")
    WRONGLY[name](asked)
    told += state("chosen", asked) + press(asked, "Check") + state("graded wrong", asked)
    try_again(asked)
    RIGHTLY[name](asked)
    return told + press(asked, "Check") + state("graded right", asked)


def state(name: str, asked: Locator) -> str:
    """The names and roles of an item in one state."""
    return f"# {name}\n{asked.aria_snapshot()}\n\n"


def press(asked: Locator, button: str) -> str:
    """Press a button of the item; returns what is spoken then, one sentence from a known region."""
    page: Page = asked.page
    page.evaluate(LISTEN, asked.get_attribute("id"))
    asked.get_by_role("button", name=button, exact=True).press("Enter")
    expect(asked.locator("output")).to_be_focused()
    if button != "Show a good answer" and asked.get_attribute("data-outcome") != "unanswered":
        expect(asked.locator("quiz-check[data-recorded]")).to_be_attached()
    log: list[str] = page.evaluate(HEAR)
    assert sum(map(is_sentence, log)) == 1, log
    spoken = "\n".join(log)
    return f"# {button}\n{spoken}\n\n"


def is_sentence(phrase: str) -> bool:
    """Whether something is announced; a region that is emptied says nothing."""
    return bool(phrase.partition("polite: ")[2]) or phrase.startswith("from a new region")


def golden(name: str, text: str) -> str:
    """What was kept under this name; written first where the author of the test asks for it."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        file.write_text(text, "utf-8")
    return file.read_text("utf-8")
