"""Submitting a mock exam: gaps are named, everything counts once, and keys alone are enough."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import reader, watch
from engine.browser.acts import attempts, wait_until
from engine.browser.exams import (
    Asked,
    bank,
    expect_stored,
    flag,
    form,
    open_exam,
    plain,
    press,
    question,
    respond,
    score,
    start,
    stored,
    submit,
)
from engine.browser.test_keyboard import tab_to

KEPT = """async () => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name)
    const kept = [location.href, ...loaded].map((address) => caches.match(address))
    return document.fonts.status === "loaded" && (await Promise.all(kept)).every(Boolean)
}"""
STEPS = ".quiz-item__steps > li"
MOST_PRESSES = 20
PLAN = ("right", "wrong", "right", "none")
"""What is done at each place, over and over."""


@pytest.fixture
def items(guide: tuple[Path, str]) -> dict[str, Asked]:
    """The bank of the served guide."""
    return bank(guide[0])


def test_submitting_names_the_gaps_and_leads_to_them(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10, timed=False)
    for place in range(1, 11):
        if place not in (4, 8, 9):
            respond(page)
        if place == 2:
            flag(page)
        press(page, "Next" if place < 10 else "Finish")
    panel = page.locator(".exam-panel")
    expect(panel).to_contain_text("3 questions not answered. They count as wrong.")
    expect(panel).to_contain_text("1 question flagged.")

    panel.get_by_role("button", name="8\u20139", exact=True).click()

    expect(question(page, 8)).to_be_focused()
    respond(page)
    press(page, "Next")
    respond(page)
    press(page, "Submit")
    expect(panel).to_contain_text("1 question not answered. It counts as wrong.")
    press(page, "Back to the questions")
    expect(question(page, 9)).to_be_focused()
    page.get_by_label("I am guessing").check()
    submit(page)
    [exam] = stored(page)
    found = {attempt["id"]: attempt for attempt in attempts(page)}
    assert list(found) == [f"{exam['id']}-{place}" for place in range(1, 11)]
    fourth, ninth = found[f"{exam['id']}-4"], found[f"{exam['id']}-9"]
    assert [fourth["outcome"], fourth["response"]] == ["unanswered", []]
    assert [fourth["confidence"], ninth["confidence"]] == [None, "guessing"]
    assert {attempt["at"] for attempt in found.values()} == {exam["handedIn"]}


# A whole exam


def choose_by_keyboard(page: Page, asked: Locator, wanted: list[str]) -> None:
    """Tick the options with these ids."""
    if asked.get_by_role("checkbox").count():
        for name in wanted:
            tab_to(page, asked.locator(f"[value='{name}']:is([type=checkbox])"))
            page.keyboard.press("Space")
        return
    tab_to(page, asked.get_by_role("radio").first)
    page.keyboard.press("ArrowDown")
    while asked.locator(":checked").get_attribute("value") != wanted[0]:
        page.keyboard.press("ArrowDown")


def order_by_keyboard(page: Page, asked: Locator, wanted: list[str]) -> None:
    """Move the steps with these texts into this sequence, and leave the others out."""
    rows = asked.locator(STEPS)

    def press_in(row: int, name: str) -> None:
        tab_to(page, rows.nth(row).get_by_role("button", name=name))
        page.keyboard.press("Enter")

    def shown() -> list[str]:
        return [plain(text) for text in rows.locator(".quiz-item__step").all_inner_texts()]

    for text in set(shown()) - set(wanted):
        while rows.nth(shown().index(text)).get_by_role("button", name="Leave out").count() == 0:
            press_in(shown().index(text), "Move down")
        press_in(shown().index(text), "Leave out")
    press_in(0, "Move down")  # for a start that is what is wanted would count as no answer
    for target, text in enumerate(wanted):
        while shown().index(text) > target:
            press_in(shown().index(text), "Move up")


def match_by_keyboard(page: Page, asked: Locator, wanted: list[str]) -> None:
    """Choose the responses with these texts, one a menu."""
    for menu, text in zip(asked.get_by_role("combobox").all(), wanted, strict=True):
        tab_to(page, menu)
        for _ in range(MOST_PRESSES):
            page.keyboard.press("ArrowDown")
            chosen = menu.evaluate("menu => menu.selectedOptions[0].text")
            if plain(chosen.split("\u2003")[-1]) == text:
                break


BY_KEYBOARD = {
    "options": choose_by_keyboard,
    "order": order_by_keyboard,
    "match": match_by_keyboard,
}


def sit_by_keyboard(
    page: Page, items: dict[str, Asked], places: range
) -> list[tuple[str, Asked, str]]:
    """Sit the questions at *places*; the plan, the item and its id for each."""
    done = []
    for place in places:
        expect(question(page, place)).to_be_visible()
        name = form(page).get_attribute("id") or ""
        asked, plan = items[name], PLAN[place % len(PLAN)]
        if plan != "none":
            wanted = asked.key if plan == "right" else asked.wrong
            BY_KEYBOARD[asked.kind](page, form(page), wanted)
        done.append((plan, asked, name))
        if place < 20:
            onwards(page, place)
    return done


def onwards(page: Page, place: int) -> None:
    """Go on, by the key on some questions and by the button on the others."""
    typed_into = page.evaluate("document.activeElement.tagName") == "SELECT"
    if place % 3 == 0 and not typed_into:
        page.keyboard.press("n")
    else:
        tab_to(page, page.get_by_role("button", name="Next", exact=True))
        page.keyboard.press("Enter")


def test_an_exam_of_20_by_keyboard_alone_without_a_network(
    browser: Browser, site_url: str, items: dict[str, Asked]
) -> None:
    context = reader(browser, service_workers="allow")
    faults, lost = watch(context), set()
    context.on("requestfailed", lambda request: request.service_worker or lost.add(request.url))
    page = context.new_page()
    open_exam(page, site_url)
    tab_to(page, page.get_by_role("button", name="Start the exam"))
    page.keyboard.press("Enter")
    expect(question(page, 1)).to_be_focused()
    wait_until(page, KEPT)
    context.set_offline(True)

    done = sit_by_keyboard(page, items, range(1, 11))
    expect_stored(page, "Object.keys(exam.times).length === 10")
    page.reload()
    done += sit_by_keyboard(page, items, range(11, 21))
    tab_to(page, page.get_by_role("button", name="Finish", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Submit this exam?")).to_be_focused()
    gaps = page.locator(".exam-gaps > li")
    expect(gaps).to_contain_text(["5 questions not answered. They count as wrong."])
    expect(gaps.get_by_role("button")).to_have_text(["3", "7", "11", "15", "19"])
    tab_to(page, page.get_by_role("button", name="Submit now"))
    page.keyboard.press("Enter")

    recount(page, done)
    page.reload()
    recount(page, done)
    # Chromium asks for it past the worker at every change of the address.
    assert lost <= {site_url + "assets/site/favicon.svg"}
    assert {fault for fault in faults if "ERR_INTERNET_DISCONNECTED" not in fault} == set()
    context.close()


def recount(page: Page, done: list[tuple[str, Asked, str]]) -> None:
    """Compare the result with what was done and with what the authors wrote."""
    right = sum(plan == "right" for plan, *_ in done)
    expect(score(page)).to_have_text(f"{right} / 20")
    expect(page.locator(".exam-result .lead")).to_contain_text(f"{100 * right // 20}% right.")
    rows = page.locator(".exam-row")
    expect(rows).to_have_count(20)
    page.get_by_label("All 20").check()
    outcomes = {"right": "correct", "wrong": "incorrect", "none": "unanswered"}
    for row, (plan, asked, name) in zip(rows.all(), done, strict=True):
        expect(row).to_have_attribute("data-result", outcomes[plan])
        row.locator("summary").first.click()
        expect(row.locator("form")).to_have_id(name)
        said = plain(row.locator("form").evaluate("form => form.textContent"))
        assert [text for text in asked.explained if text not in said] == []
    bars = page.locator(".exam-bars").first.locator("li").all_inner_texts()
    assert [" ".join(text.split()[-3:]) for text in bars] == by_objective(done)


def by_objective(done: list[tuple[str, Asked, str]]) -> list[str]:
    """What the bars should say: objectives with three questions or more, in order."""
    plans: dict[str, list[str]] = {}
    for plan, asked, _ in done:
        plans.setdefault(asked.objective, []).append(plan)
    return [
        f"{ours.count('right')} of {len(ours)}"
        for _, ours in sorted(plans.items())
        if len(ours) >= 3
    ]
