"""A learner reviews: what is due comes back, what was missed first, and nothing is lost."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from engine.browser.acts import attempts
from engine.browser.seeding import KEEP
from engine.browser.sessions import (
    DAYS,
    REVIEW,
    asked,
    attempt,
    bank,
    everything,
    expect_setting,
    give_any_answer,
    go_on,
    open_review,
    outcomes,
    place,
    size,
    start,
    today,
)
from engine.browser.test_storage import profile

INTERVALS = {"incorrect": 1, "guessing": 1, "unsure": 2, "sure": 3}
"""Days that FSRS waits after a first answer."""
COMPLETE = "Session complete"


def choices(site: Path, topic: str = "peft") -> list[dict]:
    """Questions of a topic with options, of which no two ask one fact."""
    facts: set[int] = set()
    apart = []
    for each in everything(site):
        if each["topic"] == topic and each["interaction"] == "choice":
            if facts.isdisjoint(each["facts"]):
                apart.append(each)
            facts |= set(each["facts"])
    return apart


def test_a_new_reader_starts_with_five(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + REVIEW)

    expect(today(page)).to_contain_text(f"{len(everything(site))} questions to go")
    page.get_by_role("button", name="Start with five").click()
    asked(page)
    expect(place(page)).to_have_text("1 of 5")
    expect(page.locator(".review legend").first).to_be_focused()


def test_advice_is_due_then_missed_then_new(page: Page, site: Path, site_url: str) -> None:
    missed, other = choices(site)[:2]
    page.clock.set_fixed_time(DAYS[0])
    open_review(page, site_url, attempt(missed, DAYS[0]))
    expect(today(page)).to_contain_text("You missed 1 question")

    page.clock.set_fixed_time(DAYS[1])
    page.reload()
    expect(today(page)).to_contain_text("1 question due today")
    expect(page.get_by_text("well done")).to_have_count(0)

    page.evaluate(KEEP, {"attempts": [[attempt(missed, DAYS[1], "correct")]]})
    page.evaluate(KEEP, {"attempts": [[attempt(other, DAYS[1], "correct")]]})
    page.reload()
    expect(today(page)).to_contain_text("questions to go")


def test_what_the_reader_missed_starts_at_once_from_an_address(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[0])
    right, wrong = choices(site)[:2]
    open_review(
        page,
        site_url,
        attempt(right, DAYS[0], "correct"),
        attempt(wrong, DAYS[0]),
        query="?start=missed",
    )

    expect(asked(page)).to_have_id(wrong["id"])
    expect(place(page)).to_have_text("1 of 1")


def test_a_topic_starts_at_once_from_an_address(page: Page, site: Path, site_url: str) -> None:
    page.goto(f"{site_url}{REVIEW}?start=topic:peft&size=5")

    expect(place(page)).to_have_text("1 of 5")
    topics = {each["id"]: each["topic"] for each in everything(site)}
    assert topics[asked(page).get_attribute("id") or ""] == "peft"


def test_nothing_missed_is_said(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{REVIEW}?start=missed")

    expect(page.get_by_text("There are no such questions right now.")).to_be_focused()
    start(page)


def test_two_questions_on_one_fact_are_not_in_one_session(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[1])
    all_missed = [attempt(each, DAYS[0]) for each in everything(site)]
    open_review(page, site_url, *all_missed, query="?start=topic:peft&size=10")

    stored = page.evaluate(
        """async () => {
            const { get } = await import("../../assets/store/sessions.mjs")
            return (await get("review")).items.map(({ id }) => id)
        }"""
    )
    facts = [fact for each in everything(site) if each["id"] in stored for fact in each["facts"]]
    assert len(stored) > 3
    assert len(facts) == len(set(facts))


@pytest.mark.parametrize("questions", [5, 10, 20])
def test_a_session_has_the_size_that_was_chosen_and_remembers_it(
    page: Page, site_url: str, questions: int
) -> None:
    page.goto(site_url + REVIEW)
    size(page, questions).check()
    page.get_by_role("button", name="A mix").click()
    expect(place(page)).to_have_text(f"1 of {questions}")
    page.goto(site_url + REVIEW)

    expect(size(page, questions)).to_be_checked()


def test_an_answer_says_when_it_comes_back_and_can_be_taken_back(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[2])
    missed = choices(site)[0]
    open_review(page, site_url, attempt(missed, DAYS[1]), query="?start=missed")
    form = asked(page)
    topic = page.locator(".runbar__end a")
    expect(topic).to_be_hidden()
    before = form.locator("fieldset").first.inner_text()
    give_any_answer(page)
    expect(topic).to_be_visible()
    assert len(attempts(page)) == 2

    page.get_by_role("button", name="Undo this answer").press("Enter")

    expect(page.get_by_text("Your last answer was undone.")).to_be_visible()
    expect(asked(page).locator("fieldset :checked")).to_have_count(0)
    assert form.locator("fieldset").first.inner_text() == before
    assert outcomes(page) == [(missed["id"], "incorrect")]


def test_a_reload_goes_on_with_the_next_question(page: Page, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    start(page)
    go_on(page)
    second = asked(page).get_attribute("id")
    page.reload()
    expect(asked(page)).to_have_id(second or "")
    expect(place(page)).to_have_text("2 of 5")
    give_any_answer(page)

    page.reload()

    expect(place(page)).to_have_text("3 of 5")
    assert len(attempts(page)) == 2


def test_a_session_that_was_left_can_be_resumed(page: Page, site_url: str) -> None:
    page.goto(site_url + REVIEW)
    start(page)
    go_on(page)
    page.get_by_role("button", name="Review", exact=True).click()
    expect(today(page)).to_contain_text("You stopped at question 2 of 5.")
    page.goto(site_url + "plain/")
    page.goto(site_url + REVIEW)

    page.get_by_role("button", name="Resume").click()

    expect(place(page)).to_have_text("2 of 5")


def test_the_end_lists_what_was_missed_and_leads_to_one_next_step(
    page: Page, site: Path, site_url: str
) -> None:
    page.clock.set_fixed_time(DAYS[2])
    recall = [each for each in everything(site) if each["interaction"] == "recall"][:2]
    open_review(page, site_url, *(attempt(each, DAYS[1]) for each in recall), query="?start=missed")
    for _ in recall:
        go_on(page)

    end = page.locator(".review__end")
    expect(end.get_by_role("heading", name=COMPLETE)).to_be_focused()
    expect(end).to_contain_text("2 questions: 0 right, 2 missed.")
    links = end.locator(".missed-list a")
    expect(links).to_have_count(2)
    assert [href.split("#")[1] for href in links.evaluate_all("all => all.map((a) => a.href)")] == [
        one["item"] for one in attempts(page)[2:]
    ]
    expect(end.locator(".missed-list p").first).not_to_be_empty()
    expect(end.locator(".btn--primary")).to_have_count(1)
    end.get_by_role("button", name="Practice what I missed: 2").click()
    expect(place(page)).to_have_text("1 of 2")


def test_a_daily_limit_spreads_the_rest(page: Page, site: Path, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[9])
    open_review(page, site_url, *(attempt(each, DAYS[0]) for each in everything(site)[:50]))

    expect(today(page)).to_contain_text("20 questions due today")
    expect(today(page)).to_contain_text("The other 30 are spread over the next days.")
    page.get_by_text("Show as a table").click()
    assert list(due_days(page).values()) == [20, 20, 10]
    page.get_by_role("radio", name="No limit").check()
    expect(page.locator(".review tbody tr").first).to_contain_text("50")
    expect_setting(page, "dailyLimit", 0)
    page.reload()
    expect(today(page)).to_contain_text("50 questions due today")


def test_the_plan_reaches_all_before_the_exam(page: Page, site: Path, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[0])
    open_review(page, site_url, attempt(choices(site)[0], DAYS[0], "correct"))

    page.get_by_label("Day of your exam").fill("2026-11-19")

    unseen = len(everything(site)) - 1
    expect(page.get_by_text("2 days to your exam.")).to_contain_text(
        f"{-(-unseen // 2)} new questions a day take you through the {unseen} that are left."
    )
    expect(page.get_by_label("Day of your exam")).to_be_focused()
    expect_setting(page, "examDay", "2026-11-19")
    page.reload()
    expect(page.get_by_label("Day of your exam")).to_have_value("2026-11-19")
    page.get_by_text("Show as a table").click()
    assert due_days(page) == {"Wed, Nov 18": 1}


def due_days(page: Page) -> dict[str, int]:
    """What the forecast's table says, without the days of nothing."""
    rows = page.locator(".review tbody tr").evaluate_all(
        "rows => rows.map(({ cells: [day, due] }) => [day.textContent, Number(due.textContent)])"
    )
    assert len(rows) == 14
    return {day: due for day, due in rows if due}


def test_the_forecast_is_an_independent_recount(page: Page, site: Path, site_url: str) -> None:
    first = DAYS[3].date()
    answers = ["incorrect", "guessing", "unsure", "sure"]
    recount: Counter[date] = Counter()
    stored = []
    for number, each in enumerate(everything(site)[:40]):
        when = DAYS[number % 4]
        how = answers[number // 4 % 4]
        outcome = "incorrect" if how == "incorrect" else "correct"
        stored.append(attempt(each, when, outcome, "" if how == "incorrect" else how))
        recount[max(first, when.date() + timedelta(INTERVALS[how]))] += 1
    page.clock.set_fixed_time(DAYS[3])
    page.goto(site_url + REVIEW)
    page.get_by_role("radio", name="No limit").check()
    expect_setting(page, "dailyLimit", 0)

    open_review(page, site_url, *stored)

    expected = {f"{day:%a}, {day:%b} {day.day}": due for day, due in sorted(recount.items())}
    assert due_days(page) == expected


def test_what_is_no_longer_in_the_guide_is_not_asked(page: Page, site: Path, site_url: str) -> None:
    page.clock.set_fixed_time(DAYS[3])
    gone = {"id": "long-gone", "revision": "1a2b3c4d"}
    open_review(page, site_url)
    session = {
        "kind": "review",
        "choice": "due",
        "started": 1,
        "items": [gone, choices(site)[0]],
        "attempts": [],
    }
    page.evaluate(KEEP, {"sessions": [[session, "review"]]})
    open_review(page, site_url)

    expect(today(page)).to_contain_text("You stopped at question 1 of 1.")


def test_refused_storage_is_said_and_the_session_goes_on(
    playwright: Playwright, whole_chromium: str, site_url: str, tmp_path: Path
) -> None:
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(
        '{"profile": {"default_content_setting_values": {"cookies": 2}}}', "utf-8"
    )
    with profile(playwright, whole_chromium, tmp_path) as (_, page):
        page.goto(site_url + REVIEW)
        page.get_by_label("Day of your exam").fill("2100-01-01")
        expect(page.get_by_label("Day of your exam")).to_have_value("2100-01-01")
        start(page)

        go_on(page)

        expect(place(page)).to_have_text("2 of 5")


def test_pages_that_cannot_be_had_are_said(context: BrowserContext, site_url: str) -> None:
    page = context.new_page()
    page.goto(site_url + REVIEW)
    page.route("**/quizzes/*/", lambda route: route.abort())
    page.get_by_role("button", name="A mix").click()

    expect(page.get_by_text("The questions could not be loaded.")).to_be_visible()
    page.unroute("**/quizzes/*/")
    page.get_by_role("button", name="A mix").click()
    asked(page)


def test_every_quiz_of_a_session_names_its_page_after_the_answer(
    page: Page, site: Path, site_url: str
) -> None:
    pages = {quiz["slug"]: quiz["page"] for quiz in bank(site)["quizzes"]}
    page.goto(f"{site_url}{REVIEW}?start=topic:rlhf&size=5")
    give_any_answer(page)

    expect(page.locator(".runbar__end a")).to_have_attribute("href", site_url + pages["rlhf"])
