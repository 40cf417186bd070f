"""Every state of a mock exam: clean for axe in light and dark, and whole in a narrow window."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from engine.browser.exams import EXAM, flag, open_exam, press, respond, start, submit
from engine.browser.test_axe import violations
from engine.browser.test_reflow import LEAST_TARGET, NARROW, SMALL_TARGETS, TOO_WIDE

NOON = "2026-11-20T12:00:00Z"
CONTROLS = "input, select, button, summary"


def states(page: Page, site_url: str) -> Iterator[str]:
    """Go through every state of an exam; stops in each."""
    page.clock.install(time=NOON)
    open_exam(page, site_url)
    page.get_by_text("Choose the questions").click()
    yield "start"
    start(page, 20)
    yield "sitting"
    for place in range(1, 21):
        if place % 4:
            respond(page)
        if place % 5 == 0:
            flag(page)
        if place < 20:
            press(page, "Next")
    page.locator(".exam-clock__face").click()
    yield "clock"
    page.keyboard.press("Escape")
    press(page, "Submit")
    yield "confirming"
    press(page, "Back to the questions")
    if page.get_by_role("button", name="Pause", exact=True).count() == 0:
        page.locator(".exam-clock__face").click()
    press(page, "Pause")
    yield "paused"
    press(page, "Resume")
    page.clock.fast_forward("31:00")
    expect(page.get_by_role("heading", name="Time is up")).to_be_visible()
    yield "time is up"
    page.goto(site_url + EXAM)
    page.reload()
    expect(page.get_by_role("heading", name="Exam in progress")).to_be_visible()
    press(page, "Discard")
    yield "discard"
    press(page, "Keep it")
    press(page, "Resume")
    press(page, "Submit now")
    expect(page.locator(".exam-row")).to_have_count(20)
    page.locator(".exam-row:visible > summary").first.click()
    yield "result"
    press(page, "New exam")
    start(page, 10)
    submit(page)
    press(page, "New exam")
    yield "history"


def test_every_state_is_clean_and_fits_a_narrow_window_with_targets_large_enough(
    lenient: Page, site_url: str
) -> None:
    lenient.set_viewport_size(NARROW)

    faults = {
        state: violations(lenient)
        + lenient.evaluate(TOO_WIDE)
        + lenient.locator("quiz-exam").evaluate(SMALL_TARGETS, [CONTROLS, LEAST_TARGET])
        for state in states(lenient, site_url)
    }

    assert {state: found for state, found in faults.items() if found} == {}


SHIFTS = """
window.shift = 0
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value
}).observe({ type: "layout-shift", buffered: true })
"""
MOST_SHIFT = 0.02


def test_nothing_jumps_when_an_exam_opens(page: Page, site_url: str) -> None:
    page.add_init_script(SHIFTS)
    shifts = {}

    page.goto(site_url + EXAM + "?questions=10&start=1", wait_until="networkidle")
    expect(page.locator(".exam-stage form")).to_be_visible()
    shifts["by an address"] = page.evaluate("shift")
    page.reload(wait_until="networkidle")
    expect(page.locator(".exam-stage form")).to_be_visible()
    shifts["by a reload"] = page.evaluate("shift")

    assert {state: shift for state, shift in shifts.items() if shift > MOST_SHIFT} == {}
