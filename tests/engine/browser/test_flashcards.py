"""A learner goes through flashcards: covered first, judged by the learner, kept and asked again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from engine.browser.acts import attempts, verdict
from engine.browser.sessions import (
    DAYS,
    asked,
    bank,
    everything,
    line,
    next_button,
    outcomes,
    place,
    start,
)
from engine.browser.test_axe import violations
from engine.browser.test_keyboard import tab_to
from engine.browser.test_reflow import CONTROLS, LEAST_TARGET, NARROW, SMALL_TARGETS, TOO_WIDE

CARDS = "practice/flashcards/"


def judge(page: Page, button: str) -> Locator:
    """Look at the back of the card and say how it went."""
    card = asked(page)
    card.get_by_role("button", name="Show the model answer").click()
    card.get_by_role("button", name=button).click()
    expect(next_button(page)).to_be_visible()
    return card


def test_a_card_is_covered_until_the_reader_looks(page: Page, site_url: str) -> None:
    page.goto(site_url + CARDS)
    start(page, choice="terms")
    card = asked(page)
    expect(place(page)).to_have_text("Card 1 of 5")
    expect(card.locator("legend")).to_contain_text("What does “")
    expect(card.get_by_text("The glossary says")).to_be_visible()
    back = card.locator("details > div")
    expect(back).to_be_hidden()

    card.get_by_role("button", name="Show the model answer").click()

    expect(back).to_be_visible()
    expect(verdict(card)).to_be_focused()
    assert attempts(page) == []


def test_every_term_has_a_card_that_says_what_the_glossary_says(
    page: Page, site: Path, site_url: str
) -> None:
    page.goto(site_url + "exam/glossary/")
    glossary = page.evaluate(
        """() => [...document.querySelectorAll("dt")].map((term) => {
            let definition = term.nextElementSibling
            while (definition.tagName === "DT") definition = definition.nextElementSibling
            return [`term-${term.id}`, term.innerText.trim(), definition.innerText.trim()]
        })"""
    )
    page.goto(site_url + CARDS)
    cards = page.evaluate(
        """async () => {
            const { fetchQuestions } = await import("../../assets/review/questions.mjs")
            const { fetchIndex } = await import("../../assets/ui/site.mjs")
            const index = await fetchIndex()
            const cards = await fetchQuestions(index.terms, index)
            return cards.map(({ form }) => [
                form.id,
                form.querySelector("legend").textContent.match(/“(.*)”/)[1],
                form.querySelector("details div").textContent.trim(),
            ])
        }"""
    )

    assert len(cards) == len(bank(site)["terms"]) > 100
    words = {name: (term, " ".join(text.split())) for name, term, text in glossary}
    assert {name: (term, " ".join(text.split())) for name, term, text in cards} == words


def test_a_term_is_kept_and_comes_back(page: Page, site: Path, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[0])
    terms = {term["id"]: term["revision"] for term in bank(site)["terms"]}
    page.goto(site_url + CARDS)
    start(page, choice="terms")

    card = judge(page, "I missed it")
    missed = card.get_attribute("id") or ""

    expect(verdict(card)).to_have_text("You missed it. Saved.")
    expect(page.get_by_text("Asked again tomorrow, on Wed 18 Nov.")).to_be_visible()
    source = card.locator(".quiz-session__after").get_by_role("link")
    anchor = missed.removeprefix("term-")
    expect(source).to_have_attribute("href", f"{site_url}exam/glossary/#{anchor}")
    next_button(page).click()
    known = judge(page, "I had it").get_attribute("id")
    expect(page.get_by_text("Asked again in 3 days, on Fri 20 Nov.")).to_be_visible()
    assert outcomes(page) == [(missed, "incorrect"), (known, "correct")]
    assert [kept["revision"] for kept in attempts(page)] == [terms[missed], terms[str(known)]]
    page.clock.set_fixed_time(DAYS[1])
    page.reload()
    expect(line(page)).to_contain_text("1 due today, 1 missed, ")
    start(page)
    expect(asked(page)).to_have_id(missed)


def test_cards_are_no_questions_of_a_review(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + CARDS)
    start(page, choice="terms")
    judge(page, "I missed it")

    page.goto(site_url + "practice/review/")

    expect(line(page)).to_contain_text(f"All {len(everything(site))} questions are new to you.")


def test_open_questions_are_those_of_the_quizzes(page: Page, site: Path, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[0])
    recall = {each["id"] for each in everything(site) if each["interaction"] == "recall"}
    page.goto(site_url + CARDS)
    expect(line(page)).to_contain_text(f"All {len(recall) + len(bank(site)['terms'])} cards")
    start(page, choice="open")

    ids = set()
    for _ in range(5):
        ids.add(judge(page, "I missed it").get_attribute("id"))
        next_button(page).click()

    assert len(ids) == 5
    assert ids < recall
    expect(page.get_by_role("heading", name="Session over")).to_be_focused()
    expect(page.locator(".quiz-session")).to_contain_text(
        "0 right, 5 wrong. The next 5 cards are due tomorrow, on Wed 18 Nov."
    )


def test_both_decks_take_turns(page: Page, site_url: str) -> None:
    page.goto(site_url + CARDS)
    start(page)

    kinds = []
    for _ in range(5):
        kinds.append((asked(page).get_attribute("id") or "").startswith("term-"))
        judge(page, "I had it")
        next_button(page).click()

    assert kinds in ([True, False] * 2 + [True], [False, True] * 2 + [False])


def test_a_judgement_can_be_taken_back(page: Page, site_url: str) -> None:
    page.goto(site_url + CARDS)
    start(page, choice="terms")
    before = judge(page, "I missed it").get_attribute("id") or ""

    page.get_by_role("button", name="Undo this answer").click()

    expect(page.get_by_text("Your answer was taken back.")).to_be_visible()
    expect(asked(page)).to_have_id(before)
    assert attempts(page) == []
    judge(page, "I had it")
    assert outcomes(page) == [(before, "correct")]


def test_cards_by_keyboard_alone(page: Page, site_url: str) -> None:
    press = page.keyboard.press
    page.goto(site_url + CARDS)
    expect(line(page)).to_be_visible()
    tab_to(page, page.locator("[value='10']"))
    press("ArrowUp")
    press("Enter")

    for number in range(5):
        expect(place(page)).to_have_text(f"Card {number + 1} of 5")
        expect(place(page)).to_be_focused()
        card = asked(page)
        press("Tab")
        expect(card.get_by_role("textbox")).to_be_focused()
        tab_to(page, card.get_by_role("button", name="Show the model answer"))
        press("Enter")
        expect(verdict(card)).to_be_focused()
        press("Tab")
        expect(card.get_by_role("button", name="I had it")).to_be_focused()
        press("Tab")
        expect(card.get_by_role("button", name="I missed it")).to_be_focused()
        press("Enter")
        expect(next_button(page)).to_be_visible()
        press("Tab")
        expect(next_button(page)).to_be_focused()
        press("Enter")

    expect(page.get_by_role("heading", name="Session over")).to_be_focused()


def test_every_state_is_clean_and_fits_a_narrow_window(lenient: Page, site_url: str) -> None:
    def faults() -> list[str]:
        small = page.locator(".quiz-session").evaluate(SMALL_TARGETS, [CONTROLS, LEAST_TARGET])
        return [*violations(page), *page.evaluate(TOO_WIDE), *small]

    page = lenient
    page.set_viewport_size(NARROW)
    page.goto(site_url + CARDS)
    expect(line(page)).to_be_visible()
    assert faults() == []
    start(page, choice="terms")
    assert faults() == []
    asked(page).get_by_role("button", name="Show the model answer").click()
    assert faults() == []
    asked(page).get_by_role("button", name="I missed it").click()
    expect(next_button(page)).to_be_visible()
    assert faults() == []
    page.get_by_role("button", name="End the session").click()
    expect(page.get_by_role("heading", name="Session over")).to_be_visible()
    assert faults() == []
