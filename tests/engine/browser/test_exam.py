"""A mock exam: sat with whatever goes wrong meanwhile, and recounted past our own code."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect

from conftest import watch
from engine.browser.acts import attempts
from engine.browser.exams import (
    EXAM,
    Asked,
    bank,
    form,
    go,
    look_again,
    plain,
    press,
    put,
    question,
    respond,
    start,
    stored,
    words,
)
from engine.browser.test_axe import violations
from engine.browser.test_keyboard import tab_to
from engine.browser.test_print import SHOWN
from engine.browser.test_reflow import LEAST_TARGET, NARROW, SMALL_TARGETS, TOO_WIDE
from engine.browser.test_storage import REFUSED, profile

NOON = "2026-11-20T12:00:00Z"
KEPT = """async () => {
    const { active } = await navigator.serviceWorker.ready
    while (active.state !== "activated")
        await new Promise((done) => active.addEventListener("statechange", done, { once: true }))
}"""
OPTIONS = ".quiz-item__option input"
STEPS = ".quiz-item__steps > li"
MOST_PRESSES = 20


@pytest.fixture
def items(guide: tuple[Path, str]) -> dict[str, Asked]:
    """The bank of the served guide."""
    return bank(guide[0])


def open_exam(page: Page, site_url: str) -> None:
    """Open the page of the mock exam."""
    page.goto(site_url + EXAM)
    expect(page.get_by_role("heading", name="A new exam")).to_be_visible()


def score(page: Page) -> Locator:
    """Where the result says how many are right."""
    return page.locator(".quiz-exam__score")


def hand_in(page: Page) -> None:
    """Hand in, gaps or not, and wait for the result."""
    press(page, "Hand in…")
    press(page, "Hand in now")
    expect(page.get_by_role("heading", name="Your result")).to_be_focused()


# A whole exam


def choose_by_keyboard(page: Page, asked: Locator, wanted: list[str]) -> None:
    """Tick the options with these ids."""
    if asked.get_by_role("checkbox").count():
        for name in wanted:
            tab_to(page, asked.locator(f"[value='{name}']"))
            page.keyboard.press("Space")
        return
    tab_to(page, asked.get_by_role("radio").first)
    page.keyboard.press("ArrowDown")
    while asked.locator(":checked").get_attribute("value") != wanted[0]:
        page.keyboard.press("ArrowDown")


def order_by_keyboard(page: Page, asked: Locator, wanted: list[str]) -> None:
    """Move the steps with these texts into this sequence, and leave the others out."""
    rows = asked.locator(STEPS)

    def place(row: int, by: str) -> None:
        tab_to(page, rows.nth(row).locator(f"[name='{by}']"))
        page.keyboard.press("Enter")

    def shown() -> list[str]:
        return [plain(text) for text in rows.locator(".quiz-item__step").all_inner_texts()]

    for text in set(shown()) - set(wanted):
        place(shown().index(text), "Leave out")
    place(0, "Move down")  # for a start that is what is wanted would count as no answer
    for target, text in enumerate(wanted):
        while shown().index(text) > target:
            place(shown().index(text), "Move up")


def match_by_keyboard(page: Page, asked: Locator, wanted: list[str]) -> None:
    """Choose the responses with these texts, one a menu."""
    for menu, text in zip(asked.get_by_role("combobox").all(), wanted, strict=True):
        tab_to(page, menu)
        for _ in range(MOST_PRESSES):
            page.keyboard.press("ArrowDown")
            if plain(menu.evaluate("menu => menu.selectedOptions[0].text")) == text:
                break


BY_KEYBOARD = {
    "options": choose_by_keyboard,
    "order": order_by_keyboard,
    "match": match_by_keyboard,
}
PLAN = ("right", "wrong", "right", "none")
"""What is done at each place, over and over."""


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
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    faults, lost = watch(context), set()
    context.on("requestfailed", lambda request: lost.add(request.url))
    page = context.new_page()
    open_exam(page, site_url)
    tab_to(page, page.get_by_role("button", name="Start the exam"))
    page.keyboard.press("Enter")
    expect(question(page, 1)).to_be_focused()
    page.evaluate(KEPT)
    context.set_offline(True)

    done = sit_by_keyboard(page, items, range(1, 11))
    page.reload()
    done += sit_by_keyboard(page, items, range(11, 21))
    tab_to(page, page.get_by_role("button", name="Check and hand in"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hand in this exam?")).to_be_focused()
    expect(page.locator(".quiz-exam__panel")).to_contain_text(
        "5 questions not answered: 3, 7, 11, 15, 19. They count as wrong."
    )
    tab_to(page, page.get_by_role("button", name="Hand in now"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Your result")).to_be_focused()
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
    expect(score(page)).to_have_text(f"{right} of 20 ({100 * right // 20} %)")
    entries = page.locator(".quiz-exam__entry")
    expect(entries).to_have_count(20)
    verdicts = {"right": "Right", "wrong": "Not right", "none": "Not answered"}
    for place, (plan, asked, name) in enumerate(done, 1):
        entry = entries.nth(place - 1)
        expect(entry.get_by_role("heading")).to_have_text(f"{place}. {verdicts[plan]}")
        expect(entry.locator("form")).to_have_id(name)
        said = plain(entry.locator(".quiz-item__rationale").inner_text())
        assert [text for text in asked.explained if text not in said] == []
    assert table(page, "By objective") == shares(done, lambda asked: asked.objective)
    assert table(page, "By topic") == shares(done, lambda asked: asked.quiz)
    expect_marks(entries, done)


def table(page: Page, caption: str) -> dict[str, str]:
    """The rows of a table, each by its first cell; of an objective only the number."""
    rows = page.get_by_role("table", name=caption).locator("tbody tr")
    cells = [row.locator("th, td").all_inner_texts() for row in rows.all()]
    return {
        re.sub(r"^([0-9.]+) .*", r"\1", name): f"{count} {share.strip()}"
        for name, count, share in cells
    }


def shares(done: list[tuple[str, Asked, str]], group: object) -> dict[str, str]:
    """What the table should say."""
    all_, right = Counter(), Counter()
    for plan, asked, _ in done:
        all_[group(asked)] += 1
        right[group(asked)] += plan == "right"
    return {
        name: f"{right[name]} of {count} {(200 * right[name] + count) // (2 * count)}\u00a0%"
        for name, count in all_.items()
    }


def expect_marks(entries: Locator, done: list[tuple[str, Asked, str]]) -> None:
    """The reader's own answer is marked as such wherever it is a choice."""
    for at, (plan, asked, _) in enumerate(done):
        if asked.kind != "options":
            continue
        mine = entries.nth(at).locator(".quiz-item__option", has_text="your answer")
        values = mine.locator("input").evaluate_all("all => all.map(({ value }) => value)")
        chosen = {"right": asked.key, "wrong": asked.wrong, "none": []}[plan]
        assert sorted(values) == sorted(chosen)


# While it is sat


def test_nothing_on_the_page_tells_what_is_right(
    page: Page, site_url: str, items: dict[str, Asked]
) -> None:
    open_exam(page, site_url)
    start(page, 65, timed=False)
    in_sequence = []
    for place in range(1, 66):
        expect(question(page, place)).to_be_visible()
        asked = items[form(page).get_attribute("id") or ""]
        respond(page)
        shown = plain(page.locator("body").inner_text())
        assert [text for text in asked.explained if text in shown] == []
        numbers = form(page).locator("[data-step], select:first-of-type option")
        if asked.kind != "options":
            texts = [plain(text) for text in numbers.all_inner_texts()]
            found = dict(zip(texts, numbers.evaluate_all(NUMBERS), strict=True))
            in_sequence.append([found.get(text) for text in asked.key] == sorted(found.values()))
        press(page, "Next" if place < 65 else "Check and hand in")

    assert page.locator("quiz-check, [key], [data-outcome], .quiz-item__mark").count() == 0
    assert page.locator(".quiz-item__rationale, .quiz-item__hint, .quiz-item__links").count() == 0
    assert len(in_sequence) > 5
    assert not all(in_sequence)
    expect(page.locator(".quiz-exam__panel")).to_contain_text("You answered every question.")


NUMBERS = "all => all.map((one) => one.dataset.step ?? one.value)"


def look(page: Page) -> list[object]:
    """The question on the screen, its options in their order, and what is chosen."""
    chosen = (
        form(page)
        .locator("input, select")
        .evaluate_all("all => all.map(({ value, checked }) => [value, checked])")
    )
    shown = form(page).locator("legend, label, .quiz-item__steps > li").all_inner_texts()
    return [shown, chosen, words(page)]


def test_a_reload_keeps_responses_flags_place_and_deadline(page: Page, site_url: str) -> None:
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    start(page, 10)
    seen = {}
    for place in range(1, 11):
        if place != 4:
            respond(page)
        if place in (2, 7):
            press(page, "Flag for later")
        seen[place] = look(page)[:2]
        if place < 10:
            press(page, "Next")
    go(page, 6)
    before = look(page)
    page.clock.fast_forward("03:00")

    page.reload()

    expect(question(page, 6)).to_be_visible()
    assert look(page) == before
    expect(page.locator(".quiz-exam__clock summary")).to_have_text("12 min left")
    assert words(page)[3] == "4 unanswered"
    assert [text for text in words(page) if "flagged" in text] == [
        "2 answered flagged",
        "7 answered flagged",
    ]
    for place, as_it_was in seen.items():
        go(page, place)
        assert look(page)[:2] == as_it_was


def test_an_exam_that_was_left_goes_on_at_the_first_open_question(
    page: Page, site_url: str
) -> None:
    open_exam(page, site_url)
    start(page, 10)
    respond(page)
    press(page, "Next")
    respond(page)
    expect(page.locator(".quiz-exam__map summary")).to_contain_text("2 of 10 answered")
    page.get_by_role("link", name="Glossary").or_(page.get_by_title("Fine-tuning")).first.click()
    expect(page.locator("quiz-exam")).to_have_count(0)

    page.goto(site_url + EXAM)
    expect(page.locator(".quiz-exam__panel")).to_contain_text("2 of 10 questions answered")
    press(page, "Go on with it")

    expect(question(page, 3)).to_be_focused()


def test_the_time_is_told_three_times_and_can_be_hidden_and_extended(
    page: Page, site_url: str
) -> None:
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    start(page, 10)
    clock = page.locator(".quiz-exam__clock summary")
    spoken = page.locator(".quiz-exam__sitting > .quiz-item__spoken")
    expect(clock).to_have_text("15 min left")

    for forward, said in (
        ("05:00", "10 min left."),
        ("05:00", "5 min left."),
        ("04:00", "1 min left."),
    ):
        expect(spoken).not_to_have_text(said)
        page.clock.run_for(forward)
        expect(spoken).to_have_text(said)
        expect(spoken).to_have_role("status")
    clock.click()
    press(page, "10 more minutes")
    expect(clock).to_have_text("11 min left")
    press(page, "10 more minutes")
    expect(clock).to_have_text("21 min left")
    press(page, "Hide the time")
    expect(clock).to_have_text("Timer")
    press(page, "Show the time")
    press(page, "Switch the timer off")

    expect(page.locator(".quiz-exam__clock")).to_be_hidden()
    expect(question(page, 1)).to_be_focused()
    page.clock.fast_forward("10:00:00")
    expect(question(page, 1)).to_be_visible()
    assert [exam["deadline"] for exam in stored(page)] == [None]


def time_is_up(page: Page, site_url: str) -> None:
    """Answer one question of ten and let the time run out."""
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    start(page, 10)
    respond(page)
    page.clock.fast_forward("15:00")
    expect(page.get_by_role("heading", name="Time is up")).to_be_focused()
    expect(page.locator(".quiz-exam__panel")).to_contain_text("9 questions not answered: 2, 3, 4")


def test_when_the_time_is_up_the_reader_may_have_more(page: Page, site_url: str) -> None:
    time_is_up(page, site_url)
    page.reload()
    expect(page.get_by_role("heading", name="Time is up")).to_be_visible()
    go_on = page.locator(".quiz-exam__panel").get_by_role("button", name="10 more minutes")

    go_on.click()

    expect(question(page, 1)).to_be_focused()
    expect(page.locator(".quiz-exam__clock summary")).to_have_text("10 min left")
    assert words(page)[0] == "1 answered current"


def test_when_the_time_is_up_the_reader_may_go_on_without(page: Page, site_url: str) -> None:
    time_is_up(page, site_url)

    press(page, "Go on without a timer")

    expect(question(page, 1)).to_be_focused()
    expect(page.locator(".quiz-exam__clock")).to_be_hidden()


def test_when_the_time_is_up_the_reader_may_hand_in(page: Page, site_url: str) -> None:
    time_is_up(page, site_url)

    press(page, "Hand in now")

    expect(score(page)).to_have_text(re.compile(r"^[01] of 10 \((0|10)\s%\)$"))
    expect(page.locator(".quiz-exam__result")).to_contain_text("Time used: 15 min.")


def test_a_clock_set_back_gives_no_more_than_the_whole_time(page: Page, site_url: str) -> None:
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    start(page, 10)
    page.clock.set_system_time("2026-11-20T03:00:00Z")

    page.reload()

    expect(page.locator(".quiz-exam__clock summary")).to_have_text("15 min left")
    hand_in(page)
    expect(page.locator(".quiz-exam__result")).to_contain_text("Time used: under a minute.")


def test_handing_in_names_the_gaps_and_leads_to_them(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10, timed=False)
    for place in range(1, 11):
        if place not in (4, 9):
            respond(page)
        if place == 2:
            press(page, "Flag for later")
        press(page, "Next" if place < 10 else "Check and hand in")
    panel = page.locator(".quiz-exam__panel")
    expect(panel).to_contain_text("2 questions not answered: 4, 9. They count as wrong.")
    expect(panel).to_contain_text("1 question flagged: 2.")

    panel.get_by_role("button", name="9", exact=True).click()

    expect(question(page, 9)).to_be_focused()
    respond(page)
    press(page, "Hand in…")
    expect(panel).to_contain_text("1 question not answered: 4. It counts as wrong.")
    press(page, "Back to the questions")
    expect(question(page, 9)).to_be_focused()
    hand_in(page)
    [exam] = stored(page)
    found = {attempt["id"]: attempt for attempt in attempts(page)}
    assert list(found) == [f"{exam['id']}-{place}" for place in range(1, 11)]
    assert [found[f"{exam['id']}-4"][name] for name in ("outcome", "response")] == [
        "unanswered",
        [],
    ]
    assert {attempt["confidence"] for attempt in found.values()} == {None}
    assert {attempt["at"] for attempt in found.values()} == {exam["handedIn"]}


def test_a_step_that_is_dragged_is_stored(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 65, timed=False)
    while form(page).get_attribute("data-interaction") != "order":
        press(page, "Next")
    steps = form(page).locator(STEPS)

    steps.first.drag_to(steps.last)

    expect(page.locator(".quiz-exam__place[aria-current]")).not_to_contain_text("unanswered")
    before = steps.all_inner_texts()
    page.reload()
    expect(form(page)).to_be_visible()
    assert steps.all_inner_texts() == before


def test_an_incomplete_answer_is_told_without_telling_what_is_right(
    page: Page, site_url: str
) -> None:
    open_exam(page, site_url)
    start(page, 65, timed=False)
    while form(page).get_attribute("data-interaction") != "match":
        press(page, "Next")

    form(page).get_by_role("combobox").first.select_option(index=1)

    expect(page.locator(".quiz-exam__place[aria-current]")).to_contain_text("incomplete")


# The keys


def test_single_keys_move_flag_choose_and_open_the_map(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 65, timed=False)
    address = page.url
    page.keyboard.press("n")
    expect(question(page, 2)).to_be_focused()
    page.keyboard.press("p")
    expect(question(page, 1)).to_be_focused()
    page.keyboard.press("p")
    page.keyboard.press("f")
    expect(page.locator(".quiz-exam__sitting > .quiz-item__spoken")).to_have_text("Flagged.")
    expect(page.get_by_role("button", name="Remove the flag")).to_be_visible()
    place = 1
    while form(page).get_attribute("data-interaction") != "choice":
        place += 1
        page.keyboard.press("n")
        expect(question(page, place)).to_be_focused()
    page.keyboard.press("3")
    expect(form(page).locator(OPTIONS).nth(2)).to_be_checked()
    page.keyboard.press("m")
    expect(page.locator(".quiz-exam__place[aria-current]")).to_be_focused()

    assert page.url.split("/")[:-1] == address.split("/")[:-1]


def test_keys_are_left_alone_where_text_is_typed_and_with_modifiers(
    page: Page, site_url: str
) -> None:
    open_exam(page, site_url)
    start(page, 65, timed=False)
    page.keyboard.press("Control+n")
    page.keyboard.press("Alt+n")
    page.keyboard.press("Shift+n")
    expect(question(page, 1)).to_be_visible()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("npf")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("npf")
    page.keyboard.press("Escape")
    expect(question(page, 1)).to_be_visible()
    while form(page).get_attribute("data-interaction") != "match":
        press(page, "Next")
    heading = page.locator(".quiz-exam__stage h2").inner_text()

    form(page).get_by_role("combobox").first.press("n")

    expect(page.locator(".quiz-exam__stage h2")).to_have_text(heading)


def test_keys_that_are_switched_off_do_nothing_not_even_the_themes(
    page: Page, site_url: str
) -> None:
    open_exam(page, site_url)
    page.get_by_text("Keyboard shortcuts").click()
    page.get_by_label("Use these keys").uncheck()
    page.reload()
    start(page, 10, timed=False)
    page.evaluate("window.isTheSameDocument = true")

    for key in ("n", "p", "f", "s", "m", "1", ".", ","):
        page.keyboard.press(key)
    press(page, "Next")

    expect(question(page, 2)).to_be_focused()
    assert words(page)[:2] == ["1 unanswered", "2 unanswered current"]
    assert page.evaluate("window.isTheSameDocument")
    page.get_by_text("Keyboard shortcuts").click()
    expect(page.get_by_label("Use these keys")).not_to_be_checked()


# Two tabs, other versions, bad storage


def second_tab(page: Page) -> Page:
    """The same exam in another tab."""
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".quiz-exam__sitting")).to_be_visible()
    return other


def test_two_tabs_lose_nothing_of_each_other(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    other = second_tab(page)
    respond(page)
    go(other, 5)
    respond(other)
    press(other, "Flag for later")
    expect(other.locator(".quiz-exam__map summary")).to_contain_text("2 of 10 answered, 1 flagged")

    look_again(page)

    expect(page.locator(".quiz-exam__map summary")).to_contain_text("2 of 10 answered, 1 flagged")
    assert len(stored(page)[0]["responses"]) == 2


def test_what_was_handed_in_elsewhere_is_over_here(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    other = second_tab(page)
    third = second_tab(page)
    hand_in(other)

    press(page, "Flag for later")
    look_again(third)

    for tab in (page, third):
        expect(tab.get_by_role("heading", name="Your result")).to_be_visible()
        expect(tab.locator("quiz-exam > [role=status]")).to_have_text(
            "This exam was handed in in another tab."
        )
        expect(score(tab)).to_have_text("0 of 10 (0 %)")
    assert stored(page)[0]["flagged"] == []
    assert len(attempts(page)) == 10


def test_handing_in_from_two_tabs_counts_once(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    other = second_tab(page)
    for tab in (page, other):
        press(tab, "Hand in…")

    for tab in (page, other):
        press(tab, "Hand in now")

    for tab in (page, other):
        expect(score(tab)).to_have_text("0 of 10 (0 %)")
    assert len(attempts(page)) == 10


def erase_elsewhere(page: Page, site_url: str) -> None:
    """Erase all progress in another tab, and come back to this one."""
    other = page.context.new_page()
    other.goto(site_url + "practice/progress/")
    other.get_by_role("button", name="Erase my progress").click()
    other.get_by_label("I understand").check()
    other.get_by_role("button", name="Erase for good").click()
    expect(other.get_by_text("Your progress was erased.")).to_be_visible()
    look_again(page)


def test_an_exam_erased_elsewhere_may_be_kept(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    respond(page)
    expect(page.locator(".quiz-exam__map summary")).to_contain_text("1 of 10 answered")
    erase_elsewhere(page, site_url)
    expect(page.get_by_role("heading", name="no longer stored")).to_be_focused()
    assert stored(page) == []

    press(page, "Keep it and go on")

    expect(question(page, 1)).to_be_focused()
    page.reload()
    expect(page.locator(".quiz-exam__map summary")).to_contain_text("1 of 10 answered")


def test_an_exam_erased_elsewhere_may_stay_erased(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    erase_elsewhere(page, site_url)

    press(page, "Back to the start")

    expect(page.get_by_role("heading", name="A new exam")).to_be_focused()
    assert stored(page) == []


def test_an_exam_goes_on_after_an_update_of_the_guide(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10, timed=False)
    for _ in range(3):
        respond(page)
        press(page, "Next")
    expect(page.locator(".quiz-exam__map summary")).to_contain_text("3 of 10 answered")
    [exam] = stored(page)
    exam["items"][0]["id"] = "of-an-earlier-version"
    exam["items"][1]["revision"] = "0ld"
    put(page, exam)

    page.reload()

    told = page.locator("quiz-exam > [role=status]")
    expect(told).to_contain_text("1 question of this exam is no longer in the guide")
    expect(told).to_contain_text("1 question changed since you started: please answer it anew.")
    expect(page.locator(".quiz-exam__map summary")).to_contain_text("1 of 9 answered")
    page.reload()
    expect(page.locator(".quiz-exam__map summary")).to_contain_text("1 of 9 answered")
    expect(told).to_be_empty()
    hand_in(page)
    expect(score(page)).to_contain_text("of 9 (")


def test_an_exam_of_which_nothing_is_left_is_not_asked(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    [exam] = stored(page)
    exam["items"] = [{"id": "of-an-earlier-version", "revision": "0ld"}]
    put(page, exam)

    page.reload()

    told = page.locator("quiz-exam > [role=status]")
    expect(told).to_have_text("None of the questions of that exam is in the guide any more.")
    expect(page.get_by_role("heading", name="You have an exam open")).to_have_count(0)


def test_a_result_outlives_its_questions(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    hand_in(page)
    [exam] = stored(page)
    exam["items"][0] = {"id": "of-an-earlier-version", "revision": "0ld"}
    exam["items"][1]["revision"] = "0ld"
    put(page, exam)
    changed = [
        {**attempt, "revision": "0ld", "outcome": "correct"}
        for attempt in attempts(page)
        if attempt["id"] == f"{exam['id']}-2"
    ]
    page.evaluate(REPLACE, changed)

    page.reload()

    expect(score(page)).to_have_text("1 of 10 (10 %)")
    entries = page.locator(".quiz-exam__entry")
    expect(entries).to_have_count(10)
    expect(entries.nth(0)).to_contain_text("no longer in the guide")
    expect(entries.nth(1)).to_contain_text("changed since")
    expect(entries.nth(1).get_by_role("heading")).to_have_text("2. Right")
    expect(page.locator(".quiz-exam__entry form")).to_have_count(8)


REPLACE = """async ([attempt]) => {
    const [{ name }] = await indexedDB.databases()
    const database = await new Promise((resolve) => {
        indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)
    })
    const transaction = database.transaction("attempts", "readwrite")
    const attempts = transaction.objectStore("attempts")
    attempts.index("id").getKey(attempt.id).onsuccess = ({ target }) => {
        attempts.put(attempt, target.result)
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
}"""
HOSTILE = [
    {"id": "<img src=x onerror=alert(1)>", "started": 1, "items": []},
    {"id": "1-2-3-4", "started": "today", "deadline": None, "handedIn": None},
    {"id": "5-6-7-8", "started": 1, "deadline": None, "handedIn": None, "items": [{"id": 7}]},
    {"items": {"length": 10_000_000}},
    "an exam",
    None,
]


def test_what_is_stored_and_is_no_exam_is_ignored(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    put(page, *HOSTILE)

    page.goto(site_url + "plain/")
    page.goto(site_url + EXAM + "#exam-5-6-7-8/3")

    expect(page.get_by_role("heading", name="A new exam")).to_be_visible()
    expect(page.get_by_role("heading", name="You have an exam open")).to_have_count(0)
    start(page, 10)
    hand_in(page)
    expect(score(page)).to_have_text("0 of 10 (0 %)")


def test_where_storage_is_refused_an_exam_is_sat_from_memory(
    playwright: Playwright, chromium: str, site_url: str, tmp_path: Path
) -> None:
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings), "utf-8")
    with profile(playwright, chromium, tmp_path) as (context, page):
        faults = watch(context)
        open_exam(page, site_url)
        expect(page.locator("quiz-exam > [role=status]")).to_contain_text(REFUSED)
        start(page, 10)
        respond(page)
        expect(page.locator(".quiz-exam__map summary")).to_contain_text("1 of 10 answered")
        expect(page.locator(".quiz-exam__sitting")).to_contain_text(REFUSED)
        look_again(page)
        expect(question(page, 1)).to_be_visible()

        hand_in(page)

        expect(score(page)).to_contain_text("of 10 (")
        expect(page.locator("quiz-exam > [role=status]")).to_contain_text(REFUSED)
        press(page, "Back to the start")
        expect(page.get_by_role("table", name="Your past exams").locator("tbody tr")).to_have_count(
            1
        )
        assert faults == []


def test_questions_that_cannot_be_loaded_are_asked_for_again(
    context: BrowserContext, site_url: str
) -> None:
    page = context.new_page()
    open_exam(page, site_url)
    page.route("**/quizzes/*/", lambda route: route.abort())
    press(page, "Start the exam")
    expect(page.get_by_role("heading", name="could not be loaded")).to_be_focused()
    assert stored(page) == []

    page.unroute("**/quizzes/*/")
    press(page, "Try again")

    expect(page.get_by_role("heading", name="A new exam")).to_be_focused()
    start(page, 10)
    page.route("**/quizzes/*/", lambda route: route.abort())
    hand_in(page)
    page.reload()
    expect(score(page)).to_have_text("0 of 10 (0 %)")
    expect(page.locator(".quiz-exam__entry")).to_have_count(0)
    page.unroute("**/quizzes/*/")
    press(page, "Try again")
    expect(page.locator(".quiz-exam__entry")).to_have_count(10)


# Afterwards


def test_past_exams_are_listed_and_opened(page: Page, site_url: str) -> None:
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    for minutes in (3, 75):
        start(page, 10, timed=False)
        page.clock.fast_forward(minutes * 60_000)
        hand_in(page)
        press(page, "Back to the start")
    rows = page.get_by_role("table", name="Your past exams").locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("0 of 10 (0 %)")
    expect(rows.first).to_contain_text("1 h 15 min")

    rows.last.get_by_role("button").click()

    expect(page.get_by_role("heading", name="Your result")).to_be_focused()
    expect(page.locator(".quiz-exam__result")).to_contain_text("Time used: 3 min.")
    page.go_back()
    expect(rows).to_have_count(2)


def test_an_exam_is_discarded_in_two_steps(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    respond(page)
    page.goto(site_url + EXAM)
    press(page, "Discard it…")
    expect(page.get_by_role("heading", name="Discard this exam?")).to_be_focused()
    press(page, "Keep it")
    expect(page.get_by_role("heading", name="You have an exam open")).to_be_focused()

    press(page, "Discard it…")
    press(page, "Discard it")

    expect(page.locator("quiz-exam > [role=status]")).to_have_text("The exam was discarded.")
    expect(page.get_by_role("heading", name="A new exam")).to_be_focused()
    assert stored(page) == []
    assert attempts(page) == []


def test_what_was_missed_can_be_read_again_practised_and_shown_alone(
    page: Page, site_url: str, items: dict[str, Asked]
) -> None:
    open_exam(page, site_url)
    start(page, 10)
    for place in range(1, 11):
        name = form(page).get_attribute("id") or ""
        if items[name].kind == "options":
            for option in items[name].key:
                form(page).locator(f"[value='{option}']").check()
        press(page, "Next" if place < 10 else "Check and hand in")
    press(page, "Hand in now")
    expect(page.locator(".quiz-exam__entry")).to_have_count(10)
    missed = page.locator(".quiz-exam__entry[data-result=unanswered]")
    right = page.locator(".quiz-exam__entry[data-result=correct]")

    page.get_by_label("Only what I missed").check()

    assert right.count() > 0
    assert right.evaluate_all(SHOWN) == []
    assert len(missed.evaluate_all(SHOWN)) == missed.count()
    if missed.count():
        listed = page.get_by_role("heading", name="Read again").locator("+ ul li").all_inner_texts()
        assert sum(int(re.findall(r": (\d+) missed", text)[0]) for text in listed) == missed.count()
        practise = page.get_by_role("link", name="Practise what I missed")
        expect(practise).to_have_attribute("href", site_url + "practice/review/#missed")


def test_a_result_prints_with_every_answer_and_nothing_to_press(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    hand_in(page)

    page.emulate_media(media="print")

    explained = page.locator(".quiz-item__rationale > *:not(summary)")
    assert explained.count() > 20
    assert len(explained.evaluate_all(SHOWN)) == explained.count()
    pressed = page.locator("quiz-exam").locator("button, .md-button, [name=missed]")
    assert pressed.evaluate_all(SHOWN) == []
    expect(page.get_by_role("table", name="By objective")).to_be_visible()


def test_leaving_for_another_page_ends_the_clock(page: Page, site_url: str) -> None:
    page.clock.install(time=NOON)
    page.goto(site_url + EXAM, wait_until="networkidle")
    start(page, 10)
    page.get_by_role("navigation", name="Footer").get_by_role("link").first.click()
    expect(page.locator("quiz-exam")).to_have_count(0)

    page.clock.fast_forward("20:00")
    page.go_back()

    expect(page.get_by_role("heading", name="Time is up")).to_be_visible()


# In every state


def states(page: Page, site_url: str) -> list[str]:
    """Go through every state of an exam; stops in each."""
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    page.get_by_text("Keyboard shortcuts").click()
    yield "start"
    start(page, 20)
    yield "sitting"
    for place in range(1, 21):
        if place % 4:
            respond(page)
        if place % 5 == 0:
            press(page, "Flag for later")
        if place < 20:
            press(page, "Next")
    page.locator("quiz-exam details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    yield "map"
    press(page, "Hand in…")
    yield "confirm"
    page.clock.fast_forward("31:00")
    expect(page.get_by_role("heading", name="Time is up")).to_be_visible()
    yield "time is up"
    page.goto(site_url + EXAM)
    page.reload()
    expect(page.get_by_role("heading", name="You have an exam open")).to_be_visible()
    yield "resume"
    press(page, "Discard it…")
    yield "discard"
    press(page, "Keep it")
    press(page, "Go on with it")
    press(page, "Hand in now")
    expect(page.locator(".quiz-exam__entry")).to_have_count(20)
    yield "result"
    press(page, "Back to the start")
    expect(page.get_by_role("table", name="Your past exams")).to_be_visible()
    yield "history"


def test_every_state_is_clean(lenient: Page, site_url: str) -> None:
    found = {state: violations(lenient) for state in states(lenient, site_url)}

    assert {state: faults for state, faults in found.items() if faults} == {}


def test_every_state_fits_a_narrow_window_with_targets_large_enough(
    page: Page, site_url: str
) -> None:
    page.set_viewport_size(NARROW)
    controls = "input, select, button, summary"

    faults = {
        state: page.evaluate(TOO_WIDE)
        + page.locator("quiz-exam").evaluate(SMALL_TARGETS, [controls, LEAST_TARGET])
        for state in states(page, site_url)
    }

    assert {state: found for state, found in faults.items() if found} == {}
