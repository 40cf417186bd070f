"""A learner reviews: what is due comes back, what was missed first, and nothing is lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect

from conftest import watch
from engine.browser.acts import (
    PAIRS,
    QUIZ,
    RIGHTLY,
    WRONGLY,
    answer,
    attempts,
    check,
    item,
    verdict,
)
from engine.browser.sessions import (
    DAYS,
    asked,
    attempt,
    bank,
    everything,
    give_any_answer,
    go_on,
    line,
    next_button,
    outcomes,
    place,
    start,
)
from engine.browser.test_axe import violations
from engine.browser.test_keyboard import tab_to
from engine.browser.test_reflow import CONTROLS, LEAST_TARGET, NARROW, SMALL_TARGETS, TOO_WIDE
from engine.browser.test_storage import REFUSED, profile, store

REVIEW = "practice/review/"
INTERVALS = {"incorrect": 1, "guessing": 1, "unsure": 2, "sure": 3}
"""Days that FSRS waits after a first answer."""


def keep(page: Page, site_url: str, *kept: dict) -> None:
    """Store attempts as if they had been made, and open the review page."""
    page.goto(site_url + QUIZ)
    item(page, "one")
    store(page, *kept)
    page.goto(site_url + REVIEW)
    expect(line(page)).to_be_visible()


def exhibit(site: Path, name: str) -> dict:
    """An item of the exhibit."""
    return next(each for each in everything(site) if each["id"] == f"exhibit-{name}")


def answer_exhibit(page: Page, ways: dict = RIGHTLY) -> Locator:
    """Answer the item of the exhibit that the session asks."""
    form = asked(page)
    name = (form.get_attribute("id") or "").removeprefix("exhibit-")
    ways[name](form)
    if name != "recall":
        check(form)
    expect(next_button(page)).to_be_visible()
    return form


def test_a_new_reader_is_told_so_and_may_begin(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + REVIEW)

    total = len(everything(site))
    expect(line(page)).to_have_text(
        f"All {total} questions are new to you. A few a day are enough."
    )
    expect(page.get_by_text("No question comes due in these days.")).to_be_visible()
    start(page)
    expect(place(page)).to_have_text("Question 1 of 5")
    expect(place(page)).to_be_focused()


def test_what_was_missed_comes_back_the_next_day(page: Page, site: Path, site_url: str) -> None:
    unseen = len(everything(site)) - 1
    page.clock.set_fixed_time(DAYS[0])
    page.goto(site_url + QUIZ)
    answer(page, "one", WRONGLY)

    page.goto(site_url + REVIEW)

    expect(line(page)).to_have_text(
        "Nothing is due today: well done. The next question is due tomorrow, on Wed 18 Nov. "
        f"1 missed, {unseen} not yet seen."
    )
    page.clock.set_fixed_time(DAYS[1])
    page.reload()
    expect(line(page)).to_have_text(f"1 due today, 1 missed, {unseen} not yet seen.")
    start(page)
    expect(asked(page)).to_have_id("exhibit-one")
    answer_exhibit(page)
    expect(page.get_by_text("Asked again in 3 days, on Sat 21 Nov.")).to_be_visible()
    page.reload()
    expect(line(page)).to_contain_text("Nothing is due today")


def test_what_the_reader_was_sure_of_and_got_wrong_comes_first(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[3])
    missed = attempt(exhibit(site, "number"), DAYS[0])
    sure = attempt(exhibit(site, "one"), DAYS[2], confidence="sure")
    keep(page, site_url, missed, sure)

    expect(line(page)).to_contain_text("2 due today, 2 missed, 1 you were sure of and got wrong, ")
    start(page)

    expect(asked(page)).to_have_id("exhibit-one")


def test_only_what_was_missed_is_asked_where_the_exam_sends_the_reader(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[0])
    right = attempt(exhibit(site, "one"), DAYS[0], "correct")
    keep(page, site_url, right, attempt(exhibit(site, "number"), DAYS[0]))
    page.goto(site_url + "plain/")
    page.get_by_role("link", name="Home").last.evaluate(
        "(link, path) => { link.href = path; link.textContent = 'Go' }",
        "../practice/review/#missed",
    )

    page.get_by_role("link", name="Go", exact=True).click()

    expect(page.locator("[value=missed]")).to_be_checked()
    page.get_by_role("button", name="Start").click()
    expect(place(page)).to_have_text("Question 1 of 1")
    expect(asked(page)).to_have_id("exhibit-number")


def test_nothing_missed_is_said_and_something_else_may_be_chosen(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{REVIEW}#missed")
    page.get_by_role("button", name="Start").click()

    told = page.get_by_text("There is nothing of that to ask now.")
    expect(told).to_be_focused()
    start(page, choice="mix")
    expect(told).to_have_count(0)


def test_nothing_is_put_off_beyond_the_day_before_the_exam(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[0])
    keep(page, site_url, attempt(exhibit(site, "one"), DAYS[0], "correct"))
    expect(line(page)).to_contain_text("due in 3 days, on Fri 20 Nov.")

    page.get_by_label("Day of your exam").fill("2026-11-19")

    expect(line(page)).to_contain_text("due tomorrow, on Wed 18 Nov.")
    assert due_days(page) == {"Wed 18 Nov": 1}
    page.reload()
    expect(page.get_by_label("Day of your exam")).to_have_value("2026-11-19")
    expect(line(page)).to_contain_text("due tomorrow, on Wed 18 Nov.")
    start(page, choice="mix")
    give_any_answer(page)
    expect(page.get_by_text("Asked again tomorrow, on Wed 18 Nov.")).to_be_visible()
    page.clock.set_fixed_time(DAYS[3])
    page.reload()
    expect(page.get_by_label("Day of your exam")).to_have_value("")


def test_an_exam_that_is_over_caps_nothing(page: Page, site: Path, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[3])
    keep(page, site_url, attempt(exhibit(site, "one"), DAYS[1], "correct"))

    page.get_by_label("Day of your exam").fill("2026-11-19")
    expect(line(page)).to_contain_text("due tomorrow, on Sat 21 Nov.")
    page.get_by_label("Day of your exam").fill("2026-11-20")

    expect(line(page)).to_contain_text("1 due today")


def test_an_answer_can_be_taken_back(page: Page, site: Path, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[2])
    keep(page, site_url, attempt(exhibit(site, "one"), DAYS[1]))
    start(page)
    before = asked(page).locator("fieldset").inner_text()
    answer_exhibit(page)
    expect(page.get_by_text("Asked again in 3 days, on Sun 22 Nov.")).to_be_visible()
    assert outcomes(page) == [("exhibit-one", "incorrect"), ("exhibit-one", "correct")]

    page.get_by_role("button", name="Undo this answer").click()

    expect(page.get_by_text("Your answer was taken back.")).to_be_visible()
    expect(place(page)).to_have_text("Question 1 of 5")
    expect(place(page)).to_be_focused()
    assert asked(page).locator("fieldset").inner_text() == before
    expect(asked(page).locator(":checked")).to_have_count(0)
    assert outcomes(page) == [("exhibit-one", "incorrect")]
    answer_exhibit(page, WRONGLY)
    expect(page.get_by_text("Asked again tomorrow, on Fri 20 Nov.")).to_be_visible()
    assert outcomes(page) == [("exhibit-one", "incorrect")] * 2


@pytest.mark.parametrize("size", [5, 10, 20])
def test_a_session_has_the_size_that_was_chosen(page: Page, site_url: str, size: int) -> None:
    page.goto(site_url + REVIEW)

    start(page, size)

    expect(place(page)).to_have_text(f"Question 1 of {size}")


def test_a_mix_takes_topics_in_turn_and_tells_none_before_the_answer(
    page: Page, site: Path, site_url: str
) -> None:
    topics = {each["id"]: each["topic"] for each in everything(site)}
    pages = {quiz["slug"]: quiz["page"] for quiz in bank(site)["quizzes"]}
    page.goto(site_url + REVIEW)
    start(page, choice="mix")

    seen = []
    for _ in range(5):
        form = asked(page)
        source = form.locator(".quiz-session__after").get_by_role("link")
        seen.append(topics[form.get_attribute("id") or ""])
        expect(source).to_have_count(0)
        give_any_answer(page)
        expect(source).to_have_attribute("href", site_url + pages[seen[-1]])
        next_button(page).click()

    assert len(set(seen)) == 5


def test_the_options_stay_covered_from_one_question_to_the_next(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[2])
    missed = [attempt(exhibit(site, name), DAYS[1]) for name in ("one", "several")]
    keep(page, site_url, *missed)
    start(page, choice="missed")

    page.get_by_label("Cover the options").check()

    expect(asked(page).get_by_label("LoRA", exact=True)).to_be_hidden()
    check(asked(page))
    answer_exhibit(page)
    next_button(page).click()
    expect(page.get_by_label("Cover the options")).to_be_checked()
    expect(asked(page).get_by_label("LoRA", exact=True)).to_be_hidden()


def test_the_end_says_what_came_of_it_and_what_to_read_again(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[2])
    missed = [attempt(exhibit(site, name), DAYS[1]) for name in ("one", "number", "match")]
    keep(page, site_url, *missed)
    start(page, choice="missed")
    for ways in (RIGHTLY, WRONGLY, WRONGLY):
        expect(asked(page)).to_be_visible()
        answer_exhibit(page, ways)
        next_button(page).click()

    end = page.locator(".quiz-session")
    expect(end.get_by_role("heading", name="Session over")).to_be_focused()
    expect(end).to_contain_text("1 right, 2 wrong.")
    expect(end).to_contain_text("The next 2 questions are due tomorrow, on Fri 20 Nov.")
    expect(end.get_by_role("link")).to_have_count(1)
    expect(end.get_by_role("link", name="Exhibit")).to_have_attribute("href", f"{site_url}exhibit/")
    end.get_by_role("button", name="Another session").click()
    expect(line(page)).to_be_focused()
    expect(line(page)).to_contain_text("Nothing is due today: well done.")


def test_a_session_may_end_early_or_at_once(page: Page, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    start(page)
    go_on(page)
    give_any_answer(page)

    page.get_by_role("button", name="End the session").click()

    expect(page.get_by_role("heading", name="Session over")).to_be_focused()
    assert len(attempts(page)) == 2
    page.get_by_role("button", name="Another session").click()
    start(page)
    page.get_by_role("button", name="End the session").click()
    expect(line(page)).to_be_focused()


def test_a_reload_in_the_middle_loses_no_answer(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    start(page)
    go_on(page)
    give_any_answer(page)

    page.reload()

    expect(line(page)).to_contain_text(f"{len(everything(site)) - 2} not yet seen")
    assert len(attempts(page)) == 2


def test_a_reader_may_leave_and_come_back(page: Page, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    start(page)
    page.get_by_role("link", name="Home").first.click()
    expect(page).to_have_url(site_url)

    page.go_back()

    expect(line(page)).to_be_visible()
    start(page)


def test_what_is_no_longer_in_the_guide_is_not_asked_and_not_counted(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[3])
    gone = {"id": "long-gone", "revision": "1a2b3c4d"}
    keep(page, site_url, attempt(gone, DAYS[0]), attempt(exhibit(site, "one"), DAYS[0]))

    expect(line(page)).to_contain_text("1 due today, 1 missed, ")
    start(page, choice="missed")

    expect(place(page)).to_have_text("Question 1 of 1")


def due_days(page: Page) -> dict[str, int]:
    """What the forecast's table says, without the days of nothing."""
    cells = page.locator(".quiz-session tbody tr").all_text_contents()
    rows = page.locator(".quiz-session tbody tr").evaluate_all(
        "rows => rows.map(({ cells: [day, due] }) => [day.textContent, Number(due.textContent)])"
    )
    assert len(cells) == 14
    return {day: due for day, due in rows if due}


def test_the_forecast_is_an_independent_recount(page: Page, site: Path, site_url: str) -> None:
    today = DAYS[3].date()
    answers = ["incorrect", "guessing", "unsure", "sure"]
    recount: Counter[date] = Counter()
    kept = []
    for number, each in enumerate(everything(site)[:40]):
        when = DAYS[number % 4]
        how = answers[number // 4 % 4]
        outcome = "incorrect" if how == "incorrect" else "correct"
        kept.append(attempt(each, when, outcome, "" if how == "incorrect" else how))
        recount[max(today, when.date() + timedelta(INTERVALS[how]))] += 1
    page.clock.set_fixed_time(DAYS[3])

    keep(page, site_url, *kept)

    expected = {f"{day:%a} {day.day} {day:%b}": due for day, due in sorted(recount.items())}
    assert due_days(page) == expected
    expect(line(page)).to_contain_text(f"{recount[today]} due today")
    chart = page.get_by_role("img", name="Questions due on each of the coming 14 days")
    told = f"{recount[today]} today, {recount[today + timedelta(1)]} tomorrow, 40 in all."
    expect(chart).to_have_accessible_name(re.compile(re.escape(told)))
    bars = chart.locator("rect").evaluate_all("all => all.map(one => one.getBBox().height)")
    heights = [bar / max(bars) for bar in bars if bar]
    assert heights == pytest.approx(
        [due / max(recount.values()) for _, due in sorted(recount.items())]
    )


def test_a_whole_session_by_keyboard_alone(page: Page, site: Path, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[3])
    names = ("one", "several", "match", "number", "recall")
    keep(page, site_url, *(attempt(exhibit(site, name), DAYS[0]) for name in names))
    press = page.keyboard.press
    tab_to(page, page.locator("[value=due]"))
    press("ArrowDown")
    tab_to(page, page.locator("[value='10']"))
    press("ArrowUp")
    tab_to(page, page.get_by_role("button", name="Start"))
    press("Enter")

    for number in range(5):
        expect(place(page)).to_have_text(f"Question {number + 1} of 5")
        expect(place(page)).to_be_focused()
        form = asked(page)
        press_answer(page, form)
        expect(verdict(form)).to_contain_text("Saved.")
        expect(verdict(form)).to_be_focused()
        expect(next_button(page)).to_be_visible()
        press("Tab")
        expect(next_button(page)).to_be_focused()
        press("Enter")

    expect(page.get_by_role("heading", name="Session over")).to_be_focused()
    expect(page.locator(".quiz-session")).to_contain_text("5 right, 0 wrong.")
    tab_to(page, page.get_by_role("button", name="Another session"))
    press("Enter")
    expect(line(page)).to_be_focused()


def press_answer(page: Page, form: Locator) -> None:
    """Answer an item of the exhibit rightly, by keys."""
    name = (form.get_attribute("id") or "").removeprefix("exhibit-")
    press = page.keyboard.press
    if name == "one":
        tab_to(page, form.get_by_role("radio").first)
        press("Space")
        while not form.get_by_role("radio", name="LoRA", exact=True).is_checked():
            press("ArrowDown")
    elif name == "several":
        for text in sorted(
            ("LoRA", "Prompt tuning"), key=form.locator("fieldset").inner_text().find
        ):
            tab_to(page, form.get_by_role("checkbox", name=text, exact=True))
            press("Space")
    elif name == "match":
        for prompt, response in PAIRS.items():
            field = form.get_by_label(prompt)
            tab_to(page, field)
            while field.locator("option:checked").inner_text() != response:
                press("ArrowDown")
    elif name == "number":
        tab_to(page, form.get_by_role("textbox"))
        page.keyboard.type("20000")
    tab_to(page, form.locator("quiz-check button").first)
    press("Enter")
    if name == "recall":
        expect(verdict(form)).to_be_focused()
        tab_to(page, form.get_by_role("button", name="I had it"))
        press("Enter")


def test_refused_storage_is_told_and_the_session_goes_on(
    playwright: Playwright, chromium: str, site: Path, site_url: str, tmp_path: Path
) -> None:
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings), "utf-8")
    with profile(playwright, chromium, tmp_path) as (context, page):
        faults = watch(context)
        page.goto(site_url + REVIEW)
        expect(page.get_by_role("status").first).to_contain_text(REFUSED)
        page.get_by_label("Day of your exam").fill("2100-01-01")
        start(page)

        form = give_any_answer(page)

        expect(verdict(form)).to_contain_text(REFUSED)
        page.get_by_role("button", name="Undo this answer").click()
        expect(page.get_by_text("Your answer was taken back.")).to_be_visible()
        go_on(page)
        page.get_by_role("button", name="End the session").click()
        page.get_by_role("button", name="Another session").click()
        expect(line(page)).to_contain_text(f"{len(everything(site)) - 1} not yet seen")
        expect(page.get_by_label("Day of your exam")).to_have_value("2100-01-01")
        assert faults == []


def test_pages_that_cannot_be_had_are_told(context: BrowserContext, site_url: str) -> None:
    page = context.new_page()
    page.route("**/quizzes/*/", lambda route: route.abort())
    page.goto(site_url + REVIEW)
    page.get_by_role("button", name="Start").click()

    told = page.get_by_text("The questions could not be loaded.")
    expect(told).to_be_focused()
    page.unroute("**/quizzes/*/")
    start(page)
    page.route("**/quizzes/index.json", lambda route: route.abort())
    page.reload()
    expect(told).to_be_visible()


def test_every_state_is_clean(lenient: Page, site: Path, site_url: str) -> None:
    page = lenient
    page.clock.set_fixed_time(DAYS[1])
    page.goto(f"{site_url}{REVIEW}#missed")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("There is nothing of that to ask now.")).to_be_visible()
    assert violations(page) == []
    missed = [attempt(exhibit(site, name), DAYS[0]) for name in ("one", "several", "order")]
    keep(page, site_url, *missed)
    page.get_by_text("14 days, as a table").click()
    assert violations(page) == []
    start(page, choice="missed")
    assert violations(page) == []
    for ways in (RIGHTLY, WRONGLY):
        answer_exhibit(page, ways)
        assert violations(page) == []
        next_button(page).click()
        asked(page)
    answer_exhibit(page, WRONGLY)
    page.get_by_role("button", name="Undo this answer").click()
    expect(page.get_by_text("Your answer was taken back.")).to_be_visible()
    assert violations(page) == []
    answer_exhibit(page, WRONGLY)
    next_button(page).click()
    expect(page.get_by_role("heading", name="Session over")).to_be_visible()
    assert violations(page) == []


def test_every_state_fits_a_narrow_window(page: Page, site: Path, site_url: str) -> None:
    def fits(targets: str) -> bool:
        small = page.locator(targets).evaluate(SMALL_TARGETS, [CONTROLS, LEAST_TARGET])
        return page.evaluate(TOO_WIDE) == small == []

    page.set_viewport_size(NARROW)
    page.clock.set_fixed_time(DAYS[1])
    keep(page, site_url, *(attempt(each, DAYS[0]) for each in everything(site)))
    page.get_by_text("14 days, as a table").click()
    assert fits(".quiz-session")
    start(page)
    assert fits(".quiz-session")
    give_any_answer(page)
    assert fits(".quiz-session")
    page.get_by_role("button", name="End the session").click()
    assert fits(".quiz-session")
