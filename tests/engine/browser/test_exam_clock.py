"""The clock of a mock exam: a deadline that survives everything, and that the learner may move."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from engine.browser.exams import (
    EXAM,
    expect_answers,
    expect_stored,
    marks,
    open_exam,
    press,
    question,
    respond,
    score,
    start,
    stored,
    submit,
)

NOON = "2026-11-20T12:00:00Z"


def sit(page: Page, site_url: str) -> Locator:
    """Start ten questions at noon; the time on the clock."""
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    start(page, 10)
    return page.locator(".exam-clock__time")


def wait_until(page: Page, before: int) -> None:
    """Let the time pass, and stand still *before* so many seconds of the deadline."""
    [exam] = stored(page)
    page.clock.pause_at(exam["deadline"] / 1000 - before)


def change(page: Page, name: str) -> None:
    """Choose from what the clock offers."""
    page.locator(".exam-clock__face").click()
    press(page, name)


def test_the_clock_is_calm_and_shows_seconds_in_the_last_five_minutes(
    page: Page, site_url: str
) -> None:
    time = sit(page, site_url)
    spoken = page.locator(".exam-sitting > [role=status]").first
    expect(time).to_contain_text("14 min")
    for before, shown, said in (
        (600, "10 min", "10 minutes left."),
        (300, "5:00", "5 minutes left."),
        (299, "4:59", "5 minutes left."),
        (60, "1:00", "1 minute left."),
    ):
        wait_until(page, before)
        expect(time).to_contain_text(shown)
        expect(spoken).to_have_text(said)


def test_time_can_be_hidden_extended_and_switched_off(page: Page, site_url: str) -> None:
    time = sit(page, site_url)
    change(page, "10 more minutes")
    expect(time).to_contain_text("24 min")
    change(page, "Hide the time")
    expect(time).to_have_text("Timer")
    change(page, "Show the time")
    expect(time).to_contain_text("24 min")

    change(page, "Switch the timer off")

    expect(page.locator(".exam-clock")).to_be_hidden()
    page.clock.fast_forward("10:00:00")
    expect(question(page, 1)).to_be_visible()
    expect_stored(page, "exam.deadline === null")


def test_a_pause_stops_the_clock_even_while_the_page_is_closed(page: Page, site_url: str) -> None:
    time = sit(page, site_url)
    page.clock.run_for("04:00")

    press(page, "Pause")

    expect(page.get_by_role("heading", name="Paused")).to_be_focused()
    expect(page.locator(".exam-map")).to_be_hidden()
    expect_stored(page, "exam.paused !== null")
    page.goto(site_url + EXAM)
    page.clock.fast_forward("10:00:00")
    expect(page.locator(".exam-panel")).to_contain_text("10 min left, paused")
    press(page, "Resume")
    expect(page.get_by_role("heading", name="Paused")).to_be_focused()
    expect(page.locator(".exam-panel")).to_contain_text("10 min left")
    press(page, "Resume")
    expect(question(page, 1)).to_be_focused()
    expect(time).to_contain_text("10 min")


def test_a_reload_keeps_the_deadline(page: Page, site_url: str) -> None:
    time = sit(page, site_url)
    page.clock.fast_forward("03:00")

    page.reload()

    expect(time).to_contain_text("11 min")


def time_is_up(page: Page, site_url: str) -> None:
    """Answer one question of ten and let the time run out."""
    sit(page, site_url)
    respond(page)
    expect_answers(page, 1)
    page.clock.fast_forward("14:00")
    expect(page.get_by_role("heading", name="Time is up")).to_be_focused()
    expect(page.locator(".exam-panel")).to_contain_text("9 questions not answered: 2\u201310.")


def test_when_the_time_is_up_the_learner_may_have_more(page: Page, site_url: str) -> None:
    time_is_up(page, site_url)
    page.reload()
    expect(page.get_by_role("heading", name="Time is up")).to_be_visible()

    page.locator(".exam-panel").get_by_role("button", name="10 more minutes").click()

    expect(question(page, 1)).to_be_focused()
    expect(page.locator(".exam-clock__time")).to_contain_text("10 min")
    assert marks(page)[0] == "answered, you are here"


def test_when_the_time_is_up_the_learner_may_go_on_without(page: Page, site_url: str) -> None:
    time_is_up(page, site_url)

    press(page, "Go on without a timer")

    expect(question(page, 1)).to_be_focused()
    expect(page.locator(".exam-clock")).to_be_hidden()


def test_when_the_time_is_up_the_learner_may_submit(page: Page, site_url: str) -> None:
    time_is_up(page, site_url)

    press(page, "Submit now")

    expect(score(page)).to_contain_text("/ 10")
    expect(page.locator(".exam-result")).to_contain_text("Time: 14 min of 14 min")


def test_a_clock_set_back_gives_no_more_than_the_whole_time(page: Page, site_url: str) -> None:
    time = sit(page, site_url)
    page.clock.set_system_time("2026-11-20T03:00:00Z")

    page.reload()

    expect(time).to_contain_text("14 min")
    submit(page)
    expect(page.locator(".exam-result")).to_contain_text("Time: under a minute of 14 min")


def test_leaving_for_another_page_ends_the_clock(page: Page, site_url: str) -> None:
    sit(page, site_url)
    page.goto(site_url + "plain/")
    page.clock.fast_forward("20:00")

    page.go_back()

    expect(page.get_by_role("heading", name="Time is up")).to_be_visible()
