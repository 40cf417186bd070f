"""The progress page says what was answered, recounted here from the same attempts."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from engine.browser.seeding import KEEP, OPEN, Index, attempt, exam, index_of, items_of
from engine.browser.test_axe import violations
from engine.browser.test_reflow import NARROW, TOO_WIDE, ZOOMED

PROGRESS = "practice/progress/"
NOW = datetime(2026, 11, 20, 12)
"""A Friday."""

OUTCOMES = ["correct", "correct", "incorrect"]
CONFIDENCES = [None, "sure", "sure", "unsure", "guessing"]
GONE = {"id": "long-gone", "revision": "0"}
ROWS = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
OVERLAPS = """() =>
    [...document.querySelectorAll(".strip, .topic-row, .figures tr, .named-bars li")]
    .flatMap((row) => {
        const boxes = [...row.children].map((cell) => [cell, cell.getBoundingClientRect()])
            .filter(([, { width, height }]) => width > 0 && height > 0)
        return boxes.flatMap(([one, a], place) => boxes.slice(place + 1)
            .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
            .map(([other]) => `${one.textContent} | ${other.textContent}`))
    })"""
"""Cells of a row that lie on one another."""
SHIFTS = """() => new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
        if (sources.every(({ node }) => node?.parentElement?.closest("quiz-progress, article")))
            (window.shifts ??= []).push([value, ...sources.map(({ node }) => node.nodeName)])
}).observe({ type: "layout-shift", buffered: true })"""
"""Of the content: the theme loads each style sheet twice, which the tests do not cache."""
HOLD = f"""async () => {{
    {OPEN}
    const settings = database.transaction("settings", "readwrite").objectStore("settings")
    const hold = () => window.isReleased || (settings.count().onsuccess = hold)
    hold()
}}"""
"""Another tab writes, and others wait until it is released."""


def ago(days: int, minutes: int = 0) -> int:
    """Milliseconds from 1970 to so long before now."""
    return int((NOW - timedelta(days=days, minutes=minutes)).timestamp() * 1000)


def day_of(one: dict[str, Any]) -> date:
    """The day on which an attempt was made."""
    return datetime.fromtimestamp(one["at"] / 1000).astimezone().date()


@pytest.fixture(scope="module")
def index(site: Path) -> Index:
    """What there is to answer."""
    return index_of(site)


@pytest.fixture(scope="module")
def made_up(index: Index) -> list[dict[str, Any]]:
    """Attempts on many items: of each the last today or all on one day long ago, none in between.

    So what is due needs no scheduler to be recounted: what was last answered long ago.
    """
    chance = random.Random(11)
    attempts = []
    for one in chance.sample(items_of(index), 120) + chance.sample(index["terms"], 20):
        changed = {"revision": "0ld"} if chance.random() < 0.1 else {}
        days = [chance.randint(100, 170)] * 2 if chance.random() < 0.5 else [3, 2, 1, 0]
        attempts += [
            attempt(
                one,
                outcome=chance.choice(OUTCOMES),
                confidence=chance.choice(CONFIDENCES),
                at=ago(day, minutes=chance.randint(1, 300)),
                **changed,
            )
            for day in days[chance.randint(0, len(days) - 1) :]
        ]
    return [*attempts, attempt(GONE), attempt(GONE, outcome="incorrect")]


def visit(page: Page, site_url: str, attempts: list[Any], exams: list[Any] | None = None) -> None:
    """Open the progress page as one who made these attempts."""
    page.clock.set_fixed_time(NOW)
    page.goto(site_url + PROGRESS)
    shown(page)
    stored = {
        "attempts": [[one] for one in attempts],
        "exams": [[one, one["id"]] for one in exams or []],
    }
    page.evaluate(KEEP, stored)
    page.reload()
    shown(page)


def shown(page: Page) -> None:
    """Wait until the page says all that it has to say."""
    expect(page.get_by_role("heading", name="Keep your progress")).to_be_visible()


class Recount:
    """What the attempts say, worked out once more."""

    def __init__(self, attempts: list[dict[str, Any]]) -> None:
        self.histories = defaultdict(list)
        for one in sorted(attempts, key=lambda one: one["at"]):
            self.histories[one["item"]].append(one)

    def last(self, item: dict[str, str]) -> dict[str, Any] | None:
        """The latest answer, if it holds for the item as it is."""
        history = self.histories.get(item["id"])
        return history[-1] if history and history[-1]["revision"] == item["revision"] else None

    def is_right(self, item: dict[str, str]) -> bool:
        last = self.last(item)
        return bool(last and last["outcome"] == "correct")

    def is_mastered(self, item: dict[str, str]) -> bool:
        right = [one for one in self.histories[item["id"]] if one["outcome"] == "correct"]
        return self.is_right(item) and len({day_of(one) for one in right}) >= 3

    def is_due(self, item: dict[str, str]) -> bool:
        last = self.last(item)
        return bool(last and day_of(last) < NOW.date() - timedelta(days=99))

    def row(self, items: list[dict[str, str]]) -> tuple[str, str]:
        """What a topic's row says: how many are right, and how many are due."""
        answered = sum(self.last(item) is not None for item in items)
        right = sum(map(self.is_right, items))
        due = sum(map(self.is_due, items))
        words = f"{right} of {answered} right" if answered else f"not started, {len(items)} new"
        return words, f"{due} due" if due else ""


def rows(page: Page, caption: str) -> dict[str, list[str]]:
    """The rows of a table by their heads."""
    table = page.locator("table", has=page.locator("caption", has_text=caption))
    return {head: cells for head, *cells in table.locator("tbody tr").evaluate_all(ROWS)}


def test_the_strip_and_the_topics_are_those_of_a_recount(
    page: Page, site_url: str, index: Index, made_up: list[Any]
) -> None:
    visit(page, site_url, made_up)

    recount = Recount(made_up)
    items = items_of(index)
    seen = sum(bool(recount.histories.get(item["id"])) for item in items)
    strip = page.locator(".strip")
    expect(strip).to_contain_text(f"{sum(map(recount.is_right, items))} of {len(items)}{seen} seen")
    expect(strip).to_contain_text(f"Mastered{sum(map(recount.is_mastered, items))}")
    shown_rows = {
        row.locator("b").inner_text(): (
            row.locator(".topic-row__right").inner_text(),
            row.locator(".topic-row__due").inner_text(),
        )
        for row in page.locator(".topic-row").all()
    }
    assert shown_rows == {
        **{quiz["title"]: recount.row(quiz["items"]) for quiz in index["quizzes"]},
        "Glossary cards": recount.row(index["terms"]),
    }


def test_the_weakest_topic_comes_first_and_can_be_practiced(
    page: Page, site_url: str, index: Index
) -> None:
    weak, strong = (quiz["items"] for quiz in index["quizzes"][2:4])
    answers = [attempt(one, outcome="incorrect", at=ago(1)) for one in weak[:3]]
    visit(page, site_url, [*answers, *(attempt(one, at=ago(1)) for one in strong[:3])])

    titles = page.locator(".topic-row b")
    expect(titles.first).to_have_text(index["quizzes"][2]["title"])
    page.get_by_role("button", name="Course order").click()
    expect(titles.first).to_have_text(index["quizzes"][0]["title"])
    page.get_by_role("link", name="Practice").last.click()
    expect(page.locator(".runbar b")).to_have_text("1 of 5")


def test_readiness_is_a_range_for_each_objective(page: Page, site_url: str, index: Index) -> None:
    choices = [item for item in items_of(index) if item["interaction"] == "choice"]
    objective = "3.3.2"
    ours = [item for item in choices if item["objective"] == objective][:36]
    visit(
        page,
        site_url,
        [
            attempt(one, outcome="correct" if place < 27 else "incorrect", at=ago(0))
            for place, one in enumerate(ours)
        ],
    )

    table = rows(page, "Readiness by objective")
    cells = {head.split()[0]: row for head, row in table.items()}
    assert cells[objective] == ["70", "61 to 79"]
    assert {row[0] for name, row in cells.items() if name != objective} == {"25"}
    page.get_by_role("link", name="How this is worked out").first.click()
    expect(page.get_by_role("heading", name="How readiness is calculated")).to_be_in_viewport()


def test_too_few_answers_name_no_readiness(page: Page, site_url: str, index: Index) -> None:
    visit(page, site_url, [attempt(items_of(index)[0], at=ago(0))])

    expect(page.locator(".strip")).to_contain_text("Too early to tell")


def test_a_streak_counts_days_of_five_and_today_breaks_none(
    page: Page, site_url: str, index: Index
) -> None:
    days = [attempt(one, at=ago(1 + place // 5)) for place, one in enumerate(items_of(index)[:10])]
    visit(page, site_url, days)

    expect(page.locator(".strip")).to_contain_text("Streak2 days")
    expect(page.locator(".strip")).to_contain_text("Today 0 of 5.")


def test_the_days_are_those_of_a_recount_in_the_picture_and_in_the_table(
    page: Page, site_url: str, made_up: list[Any]
) -> None:
    visit(page, site_url, made_up)
    page.get_by_text("Show as a table").click()

    counts = Counter(day_of(one) for one in made_up if one["item"] != GONE["id"])
    table = rows(page, "Questions answered each day")
    assert len(table) == 26
    for head, cells in table.items():
        monday = datetime.strptime(head, "%b %d, %Y").date()
        days = [monday + timedelta(days=place) for place in range(7)]
        assert cells == [str(counts[day]) if day <= NOW.date() else "" for day in days], head
    names = page.locator(".activity-wide rect title").all_text_contents()
    assert len(names) == 25 * 7 + 5
    for day, count in counts.items():
        assert f"{day:%b} {day.day}, {day.year}: {count} answer{'s' * (count > 1)}" in names


def test_confidence_is_that_of_a_recount(page: Page, site_url: str, made_up: list[Any]) -> None:
    visit(page, site_url, made_up)

    known = [one for one in made_up if one["item"] != GONE["id"]]
    for confidence in ("sure", "unsure", "guessing"):
        given = [one for one in known if one["confidence"] == confidence]
        right = sum(one["outcome"] == "correct" for one in given)
        expect(page.locator(".named-bars li", has_text=f"When {confidence}")).to_contain_text(
            f"{right} of {len(given)} right"
        )


def test_the_latest_mock_exams_are_listed(page: Page, site_url: str, index: Index) -> None:
    papers = [exam(f"e{days}", items_of(index)[:10], ago(days)) for days in (40, 1, 30, 20, 7, 2)]
    open_one = {**papers[0][0], "id": "open", "handedIn": None}
    attempts = [one for _, sat in papers for one in sat]
    visit(page, site_url, attempts, [open_one, *(one for one, _ in papers)])

    table = rows(page, "The latest mock exams")

    days = ["Nov 19, 2026", "Nov 18, 2026", "Nov 13, 2026", "Oct 31, 2026", "Oct 21, 2026"]
    assert list(table) == days
    assert {row[0] for row in table.values()} == {"3 of 10"}
    expect(page.get_by_role("link", name=days[0])).to_have_attribute(
        "href", f"{site_url}practice/mock-exam/#exam-e1"
    )


def test_answers_to_questions_that_are_gone_are_counted_apart(
    page: Page, site_url: str, made_up: list[Any]
) -> None:
    visit(page, site_url, made_up)

    expect(page.get_by_text("questions that are no longer in the guide: 2.")).to_be_visible()


def test_who_is_here_for_the_first_time_has_one_thing_to_press(page: Page, site_url: str) -> None:
    page.goto(site_url + PROGRESS)
    shown(page)

    element = page.locator("quiz-progress")
    expect(element).to_contain_text("Nothing to show yet")
    expect(element.locator(".btn--primary")).to_have_text("Take a 10-question check")


def test_the_day_of_the_exam_says_where_the_pace_leads(
    page: Page, site_url: str, index: Index
) -> None:
    visit(page, site_url, [attempt(one, at=ago(1)) for one in items_of(index)[:28]])
    page.evaluate(KEEP, {"settings": [[{"examDay": "2026-11-30"}, "settings"]]})
    page.reload()

    share = round(100 * 48 / len(items_of(index)))
    expect(
        page.get_by_text(f"10 days to your exam. At this pace you will have seen {share}%")
    ).to_be_visible()


def test_nothing_jumps_while_the_page_fills(page: Page, site_url: str, made_up: list[Any]) -> None:
    page.goto(site_url + PROGRESS)
    shown(page)
    page.evaluate(KEEP, {"attempts": [[one] for one in made_up]})
    page.goto(site_url)
    expect(page.locator("html[data-returning]")).to_be_attached()
    page.add_init_script(f"({SHIFTS})()")
    page.goto(site_url + PROGRESS)
    shown(page)
    expect(page.locator(".strip")).to_be_visible()

    shifts = page.evaluate("window.shifts ?? []")
    assert sum(value for value, *_ in shifts) <= 0.02, shifts


STATES = ["first", "some", "full"]


@pytest.fixture
def state(request: pytest.FixtureRequest, index: Index, made_up: list[Any]) -> tuple[Any, Any]:
    """Attempts and exams of a reader who is here for the first time, for a while, for long."""
    paper, sat = exam("e1", items_of(index)[:10], ago(1))
    some = [attempt(items_of(index)[0], at=ago(1)), attempt(index["terms"][0], at=ago(1))]
    states = {"first": ([], []), "some": (some, []), "full": ([*made_up, *sat], [paper])}
    return states[request.param]


@pytest.mark.parametrize("state", STATES, indirect=True)
def test_every_state_is_clean(lenient: Page, site_url: str, state: tuple[Any, Any]) -> None:
    visit(lenient, site_url, *state)
    lenient.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    lenient.get_by_role("button", name="Erase everything").click()

    assert violations(lenient) == []


@pytest.mark.parametrize("state", STATES, indirect=True)
def test_no_state_scrolls_sideways_and_no_two_cells_overlap(
    page: Page, site_url: str, state: tuple[Any, Any]
) -> None:
    visit(page, site_url, *state)
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    for window in (ZOOMED, NARROW, {"width": 640, "height": 800}):
        page.set_viewport_size(window)

        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate(OVERLAPS) == []


def test_safari_is_told_once_what_it_deletes(page: Page, site_url: str) -> None:
    vendor = "{ get: () => 'Apple Computer, Inc.' }"
    page.add_init_script(f"Object.defineProperty(Navigator.prototype, 'vendor', {vendor})")
    page.goto(site_url + PROGRESS)
    note = page.get_by_text("Safari deletes what a site stored after seven days")
    expect(note).to_be_visible()
    page.reload()
    expect(note).to_be_visible()
    other = page.context.new_page()
    other.goto(site_url + "plain/")
    other.evaluate(HOLD)

    page.get_by_role("button", name="Got it").click()

    expect(note).to_be_visible()  # until that is kept
    other.evaluate("window.isReleased = true")
    expect(note).to_have_count(0)
    page.reload()
    shown(page)
    expect(note).to_have_count(0)
