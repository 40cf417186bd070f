"""A mock exam while it is sat: the question, its answer, the keys; nothing about right or wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.browser.exams import (
    EXAM,
    Asked,
    bank,
    chip,
    expect_answers,
    expect_stored,
    find_kind,
    flag,
    form,
    go,
    marks,
    open_exam,
    plain,
    press,
    put,
    question,
    respond,
    start,
    start_with_every_kind,
    stored,
)
from engine.browser.seeding import exam, index_of, items_of
from engine.browser.sessions import expect_setting

OPTIONS = ".quiz-item__option input"
STEPS = ".quiz-item__steps > li"
NUMBERS = "all => all.map((one) => one.dataset.step ?? one.value)"


@pytest.fixture
def items(guide: tuple[Path, str]) -> dict[str, Asked]:
    """The bank of the served guide."""
    return bank(guide[0])


def exam_of_every_kind(site: Path) -> dict[str, object]:
    """An exam of 65 questions, nearly half of them with something to put into its place."""
    kinds = {"order": 15, "match": 15, "choice": 35}
    items = items_of(index_of(site))
    asked = [
        item
        for kind, count in kinds.items()
        for item in [each for each in items if each["interaction"] == kind][:count]
    ]
    sat, _ = exam("1-2-3-4", asked, handed_in=0)
    return {**sat, "started": 1, "handedIn": None, "responses": {}}


def test_nothing_on_the_page_says_what_is_right(
    page: Page, site: Path, site_url: str, items: dict[str, Asked]
) -> None:
    open_exam(page, site_url)
    put(page, exam_of_every_kind(site))
    page.goto(site_url + EXAM + "#exam-1-2-3-4/1")
    in_sequence = []
    for place in range(1, 66):
        expect(question(page, place)).to_be_visible()
        asked = items[form(page).get_attribute("id") or ""]
        respond(page)
        shown = plain(page.locator("body").inner_text())
        assert [text for text in asked.explained if text in shown] == []
        numbers = form(page).locator("[data-step], select:first-of-type option")
        if asked.kind != "options":
            texts = [one.split("\u2003")[-1] for one in numbers.all_inner_texts()]
            found = dict(zip(map(plain, texts), numbers.evaluate_all(NUMBERS), strict=True))
            in_sequence.append([found.get(text) for text in asked.key] == sorted(found.values()))
        press(page, "Next" if place < 65 else "Finish")

    assert page.locator("quiz-check, [key], [data-outcome], [data-mark]").count() == 0
    assert page.locator(".quiz-item__rationale, .quiz-item__hint, .quiz-item__links").count() == 0
    assert len(in_sequence) == 30
    assert not all(in_sequence)
    expect(page.locator(".exam-panel")).to_contain_text("You answered every question.")


def test_the_site_steps_aside_and_the_bar_stays(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)

    page.mouse.wheel(0, 2000)

    for name in (".md-header", ".md-footer", ".dock"):
        expect(page.locator(name)).to_be_hidden()
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_in_viewport()
    expect(page.locator(".exam-bar__place")).to_have_text("1 of /10", use_inner_text=False)
    expect(page.get_by_role("button", name="Next", exact=True)).to_be_in_viewport()


def look(page: Page) -> list[object]:
    """The question on the screen, its options in their order, what is chosen and struck out."""
    controls = form(page).locator("input, select, [aria-pressed]")
    state = "all => all.map(({ value, checked, ariaPressed }) => [value, checked, ariaPressed])"
    shown = form(page).locator("legend, label, .quiz-item__steps > li").all_inner_texts()
    return [shown, controls.evaluate_all(state), marks(page)]


def test_a_reload_keeps_answers_marks_strikes_and_place(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    start(page, 10)
    seen = {}
    for place in range(1, 11):
        if place != 4:
            respond(page)
        if place in (2, 7):
            flag(page)
        if strikes(page).count():
            strikes(page).last.click()
        seen[place] = look(page)[:2]
        if place < 10:
            press(page, "Next")
    go(page, 6)
    before = look(page)
    expect_stored(page, "Object.keys(exam.times).length === 10")

    page.reload()

    expect(question(page, 6)).to_be_visible()
    assert look(page) == before
    assert marks(page)[3] == "unanswered"
    assert [place for place, mark in enumerate(marks(page), 1) if "flagged" in mark] == [2, 7]
    for place, as_it_was in seen.items():
        go(page, place)
        assert look(page)[:2] == as_it_was


def strikes(page: Page) -> Locator:
    """The buttons that strike out the options of the question on the screen."""
    return form(page).get_by_role("button", name="Strike out")


def test_an_option_is_struck_out_by_its_button_or_the_second_mouse_button(
    page: Page, site_url: str
) -> None:
    start_with_every_kind(page, site_url)
    find_kind(page, "choice")
    first, second = strikes(page).nth(0), strikes(page).nth(1)
    first.click()
    form(page).locator("label.quiz-item__option").nth(1).click(button="right")
    expect(first).to_have_attribute("aria-pressed", "true")
    expect(second).to_have_attribute("aria-pressed", "true")
    expect(form(page).locator(":checked")).to_have_count(0)

    form(page).locator(OPTIONS).first.check()
    second.click()

    expect(first).to_have_attribute("aria-pressed", "false")
    expect(second).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("kind", ["choice", "order", "match"])
def test_an_answer_can_be_withdrawn(page: Page, site_url: str, kind: str) -> None:
    start_with_every_kind(page, site_url)
    find_kind(page, kind)
    before = look(page)
    respond(page)
    page.get_by_label("I am guessing").check()
    expect_stored(page, "exam.guessed.length === 1")

    press(page, "Clear my answer")

    assert look(page) == before
    expect(page.get_by_role("button", name="Clear my answer")).to_be_hidden()
    expect_answers(page, 0)
    page.reload()
    expect(form(page)).to_be_visible()
    assert look(page) == before
    [exam] = stored(page)
    assert [exam["responses"], exam["guessed"]] == [{}, []]


def test_a_step_that_is_dragged_is_stored(page: Page, site_url: str) -> None:
    start_with_every_kind(page, site_url)
    find_kind(page, "order")
    steps = form(page).locator(STEPS)

    steps.last.drag_to(steps.first)

    here = page.locator(".exam-chip[aria-current]")
    expect(here).not_to_have_attribute("data-extent", "unanswered")
    before = steps.all_inner_texts()
    expect_answers(page, 1)
    page.reload()
    expect(form(page)).to_be_visible()
    assert steps.all_inner_texts() == before


def test_the_map_tells_answered_incomplete_flagged_and_here_apart(
    page: Page, site_url: str
) -> None:
    start_with_every_kind(page, site_url)
    find_kind(page, "choice")
    respond(page)
    find_kind(page, "match")
    form(page).get_by_role("combobox").first.select_option(index=1)
    flag(page)

    assert marks(page).count("answered") == 1
    assert [mark for mark in marks(page) if "," in mark] == ["incomplete, flagged, you are here"]
    legend = page.locator(".exam-legend li").all_inner_texts()
    assert legend == ["Answered, 1", "Unanswered, 3", "Incomplete, 1", "Flagged, 1"]
    press(page, "Map of questions")
    expect(page.locator(".exam-chip[aria-current]")).to_be_focused()


# The keys


def test_single_keys_move_flag_guess_choose_and_open_the_map(page: Page, site_url: str) -> None:
    start_with_every_kind(page, site_url)
    page.keyboard.press("n")
    expect(question(page, 2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(question(page, 3)).to_be_focused()
    page.keyboard.press("p")
    expect(question(page, 2)).to_be_focused()
    page.keyboard.press("f")
    expect(chip(page, 2)).to_have_attribute("data-flagged", "true")
    find_kind(page, "choice")
    page.keyboard.press("3")
    expect(form(page).locator(OPTIONS).nth(2)).to_be_checked()
    page.keyboard.press("g")
    expect(page.get_by_label("I am guessing")).to_be_checked()
    page.keyboard.press("m")
    expect(page.locator(".exam-chip[aria-current]")).to_be_focused()


def test_keys_that_are_turned_off_do_nothing_not_even_the_themes(page: Page, site_url: str) -> None:
    open_exam(page, site_url)
    press(page, "Keyboard shortcuts")
    page.get_by_label("Use these keys").uncheck()
    expect_setting(page, "shortcuts", False)
    page.get_by_role("button", name="Close").click()
    page.reload()
    start(page, 10, timed=False)
    page.evaluate("window.isTheSameDocument = true")

    for key in ("n", "p", "f", "s", "m", "1", ".", ","):
        page.keyboard.press(key)
    press(page, "Next")

    expect(question(page, 2)).to_be_focused()
    assert set(marks(page)) == {"unanswered", "unanswered, you are here"}
    assert page.evaluate("window.isTheSameDocument")
