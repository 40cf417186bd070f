"""What a screen reader has to say: names and roles in each state, and what it speaks after Check.

`GOLDEN=write make test TEST=tests/engine/browser/test_spoken.py` writes what came out instead; read
the difference, as somebody who sees nothing, before you keep it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from conftest import ROOT, reader
from engine.browser.acts import NAMES, QUIZ, RIGHTLY, WRONGLY, answer, check, item, try_again, write

GOLDEN = Path(__file__).parent / "aria"
GUIDEPUP = ROOT / "tests/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
LISTEN = """async ([source, form]) => {
    const blob = new Blob([source], { type: "text/javascript" })
    window.spoken ??= (await import(URL.createObjectURL(blob))).virtual
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
    await new Promise((done) => setTimeout(done))
    const log = await window.spoken.spokenPhraseLog()
    await window.spoken.stop()
    const fresh = [...document.querySelectorAll("output, [role=status], [role=alert]")].filter(
        ({ dataset, textContent }) => !("isOld" in dataset) && textContent)
    return [...log.slice(1), ...fresh.map(({ outerHTML }) => `from a new region: ${outerHTML}`)]
}"""


def chosen(page: Page, name: str) -> Locator:
    """The item with an answer that is not yet checked."""
    asked = item(page, name)
    if name == "recall":
        write(asked, "Training a little more.")
    else:
        WRONGLY[name](asked)
    return asked


def without_script(page: Page, name: str) -> Locator:
    """The item with its answer opened, in a browser that runs no script."""
    asked = page.locator(f"#exhibit-{name}")
    asked.get_by_text("Answer and why").click()
    return asked


STATES = {
    "fresh": item,
    "chosen": chosen,
    "graded right": lambda page, name: answer(page, name, RIGHTLY),
    "graded wrong": lambda page, name: answer(page, name, WRONGLY),
    "without JavaScript": without_script,
}


def press(page: Page, name: str, way: str) -> list[str]:
    """What is spoken when the reader has answered and presses Check."""
    asked = item(page, name)
    if way != "no answer":
        chosen(page, name) if way == "wrong" else RIGHTLY[name](asked)
    page.evaluate(LISTEN, [GUIDEPUP.read_text("utf-8"), f"exhibit-{name}"])
    check(asked)
    spoken: list[str] = page.evaluate(HEAR)
    return spoken


def test_a_press_of_check_is_answered_by_one_sentence_once(browser: Browser, site_url: str) -> None:
    heard = {}
    with reader(browser, bypass_csp=True) as context:
        page = context.new_page()
        for way in ("no answer", "wrong", "right"):
            page.goto(site_url + QUIZ)
            for name in NAMES[:-1]:
                if way == "right":
                    try_again(item(page, name))
                heard[f"{name}, {way}"] = press(page, name, way)

    lines = "".join(f"{what}: {json.dumps(said)}\n" for what, said in heard.items())
    assert {"after-check": lines} == golden({"after-check": lines})
    counts = [sum(map(is_sentence, said)) for said in heard.values()]
    assert counts == [1] * len(heard)
    assert "from a new region" not in lines


def test_every_state_of_every_item_is_spoken_as_before(browser: Browser, site_url: str) -> None:
    spoken: dict[str, str] = dict.fromkeys(NAMES, "")
    for state, reach in STATES.items():
        with reader(browser, java_script_enabled=state != "without JavaScript") as context:
            page = context.new_page()
            page.goto(site_url + QUIZ)
            for name in NAMES:
                snapshot = reach(page, name).aria_snapshot().replace(site_url, "/")
                spoken[name] += f"# {state}\n{snapshot}\n\n"

    assert spoken == golden(spoken)


def is_sentence(spoken: str) -> bool:
    """Whether something is announced; a region that is emptied says nothing."""
    return bool(spoken.partition("polite: ")[2])


def golden(texts: dict[str, str]) -> dict[str, str]:
    """What was kept under these names; written first where the author of the test asks for it."""
    if os.environ.get("GOLDEN") == "write":
        for name, text in texts.items():
            (GOLDEN / f"{name}.yml").write_text(text, "utf-8")
    return {name: (GOLDEN / f"{name}.yml").read_text("utf-8") for name in texts}
