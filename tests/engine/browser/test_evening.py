"""A whole evening of practice, once by keyboard alone and once by touch on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from conftest import AXE, reader
from engine.browser.acts import QUIZ, attempts, expect_attempts
from engine.browser.exams import EXAM, expect_stored, form, marks, question, score
from engine.browser.sessions import asked, next_button
from engine.browser.test_axe import violations
from engine.browser.test_keyboard import tab_to
from engine.browser.test_reflow import LEAST_TARGET, NARROW, SMALL_TARGETS, TOO_WIDE

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
CONTROLS = "input:not(.visually-hidden), select, textarea, button, summary"


class Keys:
    """What a reader does without a mouse; nothing gets the focus but by Tab."""

    window = DESK

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        """Press a link, a button, or a choice of one."""
        expect(target).to_be_visible()
        tab_to(self.page, target)
        self.page.keyboard.press("Enter")

    def choose(self, options: Locator, count: int) -> None:
        """Choose the first options, by the keys of their places."""
        expect(options.first).to_be_enabled()
        for place in range(count):
            self.page.keyboard.press(f"{place + 1}")

    def pair(self, field: Locator) -> None:
        """Give a prompt a response."""
        tab_to(self.page, field)
        self.page.keyboard.press("ArrowDown")

    def write(self, field: Locator, text: str) -> None:
        """Type an answer."""
        tab_to(self.page, field)
        self.page.keyboard.type(text)

    def turn(self, _: Locator) -> None:
        """Turn the card."""
        self.page.keyboard.press("Space")

    def go_on(self, button: Locator) -> None:
        """Leave what was just graded."""
        self.press(button)

    def judge(self, button: Locator) -> None:
        """Say how it went, by the key that the button names."""
        self.page.keyboard.press(button.locator("kbd").inner_text())

    def faults(self) -> list[str]:
        """What axe finds, in light and dark."""
        expect(self.page.locator(".md-tooltip2")).to_have_count(0)  # the theme's, on its way out
        return violations(self.page)


class Fingers(Keys):
    """What a reader does on a phone."""

    window = PHONE

    def press(self, target: Locator) -> None:
        """Tap it."""
        target.tap()

    def choose(self, options: Locator, count: int) -> None:
        """Tap the first options."""
        for option in options.all()[:count]:
            option.tap()

    def pair(self, field: Locator) -> None:
        """Choose from the phone's own list, which takes its time."""
        field.select_option(index=1)
        self.let_a_double_tap_pass()

    def write(self, field: Locator, text: str) -> None:
        """Type an answer after a tap."""
        field.tap()
        self.page.keyboard.type(text)

    def turn(self, card: Locator) -> None:
        """Tap the card."""
        card.tap(position={"x": 20, "y": 20})

    def go_on(self, button: Locator) -> None:
        """Leave what was just graded, with a tap of its own."""
        self.let_a_double_tap_pass()
        button.tap()

    def judge(self, button: Locator) -> None:
        """Tap the button."""
        button.tap()

    def let_a_double_tap_pass(self) -> None:
        """Wait until the next tap is not taken for the second half of the last one."""
        self.page.wait_for_function(
            "start => performance.now() - start > 500",
            arg=self.page.evaluate("performance.now()"),
        )

    def faults(self) -> list[str]:
        """What axe finds, what is too wide for the narrowest phone, and what a finger misses."""
        found = violations(self.page)
        self.page.set_viewport_size(NARROW)
        found += self.page.evaluate(TOO_WIDE)
        found += self.page.locator("article").evaluate(SMALL_TARGETS, [CONTROLS, LEAST_TARGET])
        self.page.set_viewport_size(PHONE)
        return found


def answer(hands: Keys, asked: Locator) -> None:
    """Give the item some answer, without submitting it."""
    match asked.get_attribute("data-interaction"):
        case "choice":
            wanted = re.search(r"Choose (\d)", asked.locator(".quiz-item__how").inner_text())
            hands.choose(asked.locator("fieldset input"), int(wanted[1]) if wanted else 1)
        case "order":
            hands.press(asked.get_by_role("button", name="Move down").first)
            while asked.locator(".actions .btn--primary[aria-disabled=true]").count():
                hands.press(asked.get_by_role("button", name="Leave out").first)
        case "match":
            for field in asked.locator("select").all():
                hands.pair(field)
        case _:
            hands.write(asked.get_by_role("textbox"), "7")


def check(hands: Keys, page: Page, asked: Locator) -> None:
    """Answer it, press Check, and wait for what came of it."""
    answer(hands, asked)
    hands.press(asked.locator(".actions .btn--primary"))
    if asked.get_attribute("data-interaction") == "recall":
        hands.go_on(asked.get_by_role("button", name="Missed it"))
    expect(next_button(page)).to_be_visible()
    expect(asked.locator("quiz-check[data-recorded]")).to_be_attached()


@pytest.mark.parametrize("kind", [Keys, Fingers])
def test_an_evening(browser: Browser, site_url: str, kind: type[Keys]) -> None:
    is_phone = kind is Fingers
    with reader(browser, viewport=kind.window, has_touch=is_phone, bypass_csp=True) as context:
        context.add_init_script(AXE.read_text("utf-8"))
        page = context.new_page()
        hands = kind(page)
        faults: dict[str, list[str]] = {}

        page.goto(site_url)
        hands.press(page.get_by_role("link", name="Take a 10-question check"))
        sit_the_check(page, hands, faults)
        hands.press(page.get_by_role("link", name="Practice what I missed"))
        practice_what_was_missed(page, hands, faults)
        page.goto(site_url + QUIZ)
        take_a_quiz(page, hands, faults)
        page.goto(site_url + "practice/flashcards/")
        turn_cards(page, hands, faults)
        page.goto(site_url + EXAM)
        leave_an_exam_and_come_back(page, hands, faults)
        page.goto(site_url + "practice/progress/")
        expect(page.locator(".strip")).to_be_visible()
        faults["progress"] = hands.faults()
        if is_phone:
            see_the_marks_in_the_navigation(page)

    assert {state: found for state, found in faults.items() if found} == {}


def sit_the_check(page: Page, hands: Keys, faults: dict[str, list[str]]) -> None:
    """Answer what has options, leave the rest, and submit."""
    for place in range(1, 11):
        expect(question(page, place)).to_be_focused()
        if form(page).get_attribute("data-interaction") == "choice":
            answer(hands, form(page))
        hands.press(page.get_by_role("button", name="Next" if place < 10 else "Finish", exact=True))
    faults["before the check is submitted"] = hands.faults()
    hands.press(page.get_by_role("button", name="Submit now"))
    expect(score(page)).to_have_text(re.compile(r"^\d / 10$"))
    faults["result of the check"] = hands.faults()


def practice_what_was_missed(page: Page, hands: Keys, faults: dict[str, list[str]]) -> None:
    """Answer every question of the session."""
    place = page.locator(".runbar b")
    expect(place).to_have_text(re.compile("^1 of"))
    count = int(place.inner_text().split()[-1])
    for number in range(1, count + 1):
        expect(place).to_have_text(f"{number} of {count}")
        check(hands, page, asked(page))
        if number == 1:
            faults["an answer in review"] = hands.faults()
        hands.go_on(next_button(page))
    expect(page.get_by_role("heading", name="Session complete")).to_be_focused()
    faults["end of review"] = hands.faults()
    page.goto(page.url.split("#")[0])
    expect(page.locator(".review__plan")).to_be_visible()
    faults["start of review"] = hands.faults()


def take_a_quiz(page: Page, hands: Keys, faults: dict[str, list[str]]) -> None:
    """Answer one question after the other, and begin with what was missed."""
    hands.press(page.get_by_label("More"))
    hands.press(page.get_by_role("button", name="Start over"))  # the exam may have asked some of it
    expect(page.locator("form.quiz-item:visible > fieldset > legend")).to_be_focused()
    for number in range(1, 8):
        expect(page.get_by_text(f"{number} of 7", exact=True)).to_be_visible()
        check(hands, page, page.locator("form.quiz-item:visible"))
        if number == 1:
            faults["an answer in a quiz"] = hands.faults()
        hands.go_on(next_button(page))
    expect(page.locator(".quiz-result")).to_be_visible()
    faults["result of a quiz"] = hands.faults()
    missed = page.locator(".missed-list li").count()
    hands.press(page.get_by_role("button", name=re.compile("^Retry")))
    expect(page.get_by_text(f"1 of {missed}", exact=True)).to_be_visible()


def turn_cards(page: Page, hands: Keys, faults: dict[str, list[str]]) -> None:
    """Miss the first card of a round and have the others."""
    card, place = page.locator(".flip"), page.locator(".runbar b")
    missed, had = (page.get_by_role("button", name=name) for name in ("Missed", "Had it"))
    before = len(attempts(page))
    for number in range(1, 22):
        expect(place).to_have_text(f"{number} of {20 if number == 1 else 21}")
        if number == 1:
            faults["front of a card"] = hands.faults()
            page.keyboard.press("2")  # nothing to judge yet
            expect(place).to_have_text("1 of 20")
        hands.turn(card)
        expect(had).to_have_attribute("aria-disabled", "false")
        if number == 1:
            faults["back of a card"] = hands.faults()
        hands.judge(missed if number == 1 else had)
    expect(page.get_by_role("heading", name="Session complete")).to_be_focused()
    faults["end of the cards"] = hands.faults()
    expect_attempts(page, before + 21)
    assert [each["outcome"] for each in attempts(page)[before:]] == ["incorrect", *["correct"] * 20]


def leave_an_exam_and_come_back(page: Page, hands: Keys, faults: dict[str, list[str]]) -> None:
    """Answer two questions, flag the third, reload there, and submit."""
    hands.press(page.get_by_role("button", name="Start the exam"))
    for place in (1, 2):
        expect(question(page, place)).to_be_focused()
        answer(hands, form(page))
        hands.press(page.get_by_role("button", name="Next", exact=True))
    expect(question(page, 3)).to_be_focused()
    hands.press(page.get_by_role("button", name="Flag this question"))
    before = marks(page)
    expect_stored(page, "exam.flagged.length === 1")

    page.reload()

    expect(question(page, 3)).to_be_visible()
    assert marks(page) == before
    assert {*before[:2]} <= {"answered", "incomplete"}
    assert before[2] == "unanswered, flagged, you are here"
    faults["an exam after a reload"] = hands.faults()
    hands.press(page.get_by_role("button", name="Submit", exact=True))
    hands.press(page.get_by_role("button", name="Submit now"))
    expect(page.locator(".exam-result .lead")).to_contain_text("last time")


def see_the_marks_in_the_navigation(page: Page) -> None:
    """Open the drawer down to the quizzes: what was answered has its count."""
    page.locator("label[for=__drawer]:visible").first.tap()
    page.get_by_text("Quizzes by topic").locator("visible=true").first.tap()
    quiz = page.get_by_role("link", name=re.compile("^Exhibit"))
    expect(quiz.get_by_role("img", name=re.compile(r"^\d of 7 right$"))).to_be_visible()
