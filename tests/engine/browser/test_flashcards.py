"""A learner turns flashcards: one big card, two buttons, and each card comes back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from engine.browser.acts import attempts, expect_attempts
from engine.browser.sessions import DAYS, bank, everything, expect_setting, outcomes

CARDS = "practice/flashcards/"


def card(page: Page) -> Locator:
    """The card on screen."""
    return page.locator(".flip__main")


def open_cards(page: Page, site_url: str, deck: str = "") -> None:
    """Open the page, and choose a deck."""
    page.goto(site_url + CARDS)
    expect(page.locator(".flip")).to_be_visible()
    if deck:
        page.get_by_role("button", name=deck, exact=True).click()
        expect(page.get_by_role("button", name=deck, exact=True)).to_have_attribute(
            "aria-pressed", "true"
        )


def place(page: Page) -> Locator:
    """Which card of how many this is."""
    return page.locator(".runbar b")


def judge(page: Page, button: str) -> str:
    """Turn the card and say how it went; returns the front."""
    front = card(page).inner_text()
    page.locator(".flip").click(position={"x": 20, "y": 20})
    page.get_by_role("button", name=button).click()
    return front


def test_the_whole_card_turns_and_two_buttons_lead_on(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[0])
    open_cards(page, site_url, "Terms")
    expect(place(page)).to_have_text("1 of 20")
    expect(card(page)).to_contain_text("What is it?")
    expect(page.get_by_role("button", name="Had it")).to_have_attribute("aria-disabled", "true")
    front = page.locator(".flip__term").inner_text()

    page.locator(".flip").click(position={"x": 20, "y": 20})

    expect(page.locator(".flip__text")).to_be_visible()
    expect(card(page)).to_contain_text(front)
    expect(page.get_by_text("Comes back in 3 days")).to_be_visible()
    assert attempts(page) == []
    page.get_by_role("button", name="Had it").click()
    expect(place(page)).to_have_text("2 of 20")
    expect_attempts(page, 1)
    assert [outcome for _, outcome in outcomes(page)] == ["correct"]


def test_both_directions(page: Page, site_url: str) -> None:
    open_cards(page, site_url, "Terms")
    term = page.locator(".flip__term").inner_text()

    page.get_by_role("button", name="Swap sides").click()

    expect(card(page)).to_contain_text("Which term is it?")
    expect(page.locator(".flip__term")).to_have_count(0)
    page.keyboard.press("Space")
    expect(page.locator(".flip__term")).to_have_text(term)
    expect_setting(page, "definitionFirst", True)
    page.reload()
    expect(card(page)).to_contain_text("Which term is it?")


def test_a_missed_card_comes_again_in_the_round_and_can_be_taken_back(
    page: Page, site_url: str
) -> None:
    open_cards(page, site_url, "Terms")
    front = judge(page, "Missed")
    expect(place(page)).to_have_text("2 of 21")
    expect_attempts(page, 1)
    page.get_by_role("button", name="Undo the last answer").click()
    expect(place(page)).to_have_text("1 of 20")
    expect_attempts(page, 0)
    judge(page, "Missed")
    for _ in range(19):
        judge(page, "Had it")

    expect(place(page)).to_have_text("21 of 21")
    assert card(page).inner_text() == front
    judge(page, "Had it")
    expect(page.get_by_role("heading", name="Session complete")).to_be_focused()
    expect(page.locator(".flash__end")).to_contain_text("you had 19 at once and missed 1.")
    expect(page.locator(".flash__end .missed-list li")).to_have_count(1)


def test_a_round_survives_a_reload(page: Page, site_url: str) -> None:
    open_cards(page, site_url)
    judge(page, "Had it")
    second = card(page).inner_text()
    expect_attempts(page, 1)

    page.reload()

    expect(place(page)).to_have_text("2 of 20")
    assert card(page).inner_text() == second


def test_every_term_has_a_card_that_says_what_the_glossary_says(
    page: Page, site: Path, site_url: str
) -> None:
    page.goto(site_url + CARDS)
    cards = page.evaluate(
        """async () => {
            const { fetchCards } = await import("../../assets/cards/deck.mjs")
            const { fetchIndex } = await import("../../assets/ui/site.mjs")
            const index = await fetchIndex()
            const cards = await fetchCards(index.terms, index)
            const words = (nodes) => nodes.map((node) => node.textContent.trim()).join(" ")
            return [...cards].map(([id, { front, back }]) => [id, words(front), words(back)])
        }"""
    )

    assert len(cards) == len(bank(site)["terms"]) > 100
    assert all(name and definition for _, name, definition in cards)
    page.goto(site_url + "exam/glossary/")
    text = " ".join(page.locator(".md-content").inner_text().split())
    for _, _, definition in cards:
        assert " ".join(definition.split()) in text


def test_open_questions_are_those_of_the_quizzes(page: Page, site: Path, site_url: str) -> None:
    recall = {each["id"] for each in everything(site) if each["interaction"] == "recall"}
    open_cards(page, site_url, "Open questions")

    for _ in range(3):
        judge(page, "Missed")

    expect_attempts(page, 3)
    assert {name for name, _ in outcomes(page)} < recall
