"""The progress page and the marks tell what was answered, recounted here from the same attempts."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.browser.seeding import KEEP, Index, attempt, exam, index_of, items_of
from engine.browser.test_axe import violations
from engine.browser.test_instant_navigation import open_at
from engine.browser.test_reflow import NARROW, TOO_WIDE, ZOOMED

PROGRESS = "practice/progress/"
NOW = datetime(2026, 11, 20, 12)
"""A Friday."""

OUTCOMES = ["correct", "correct", "incorrect"]
CONFIDENCES = [None, "sure", "sure", "unsure", "guessing"]
GONE = {"id": "long-gone", "revision": "0"}
SIDES = [(20, "11"), (10, "9"), (5, "7"), (1, "5")]
"""From how many answers on the square of a day has which side."""

SQUARES = """all => all.map((one) => [
    one.querySelector("title").textContent,
    one.querySelector(".picture__mark").getAttribute("width")])"""
SPILLING = """all => all.filter((one) => one.getBoundingClientRect().right > innerWidth
    || one.getBoundingClientRect().left < 0).map((one) => one.textContent)"""
COLOUR = """(one, name) => {
    const context = document.createElement("canvas").getContext("2d")
    context.fillStyle = getComputedStyle(document.body).backgroundColor
    context.fillRect(0, 0, 1, 1)
    context.fillStyle = getComputedStyle(one).getPropertyValue(name)
    context.fillRect(0, 0, 1, 1)
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
}"""
ROWS = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"


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
    kept = {
        "attempts": [[one] for one in attempts],
        "exams": [[one, one["id"]] for one in exams or []],
    }
    page.evaluate(KEEP, kept)
    page.reload()
    shown(page)


def shown(page: Page) -> None:
    """Wait until the page says all that it has to say."""
    expect(page.get_by_role("heading", name="Keep your progress")).to_be_visible()
    page.wait_for_load_state("networkidle")


class Recount:
    """What the attempts tell, worked out anew."""

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

    def row(self, items: list[dict[str, str]]) -> list[str]:
        """The cells of a row of scores."""
        seen = [item for item in items if self.histories.get(item["id"])]
        tests = (self.is_right, self.is_mastered, self.is_due)
        return [str(len(items)), str(len(seen)), *(str(sum(map(test, items))) for test in tests)]


def rows(page: Page, caption: str) -> dict[str, list[str]]:
    """The rows of a table by their heads."""
    table = page.locator("table", has=page.locator("caption", has_text=caption))
    return {head: cells for head, *cells in table.locator("tbody tr").evaluate_all(ROWS)}


def contrast(*colours: list[int]) -> float:
    """The contrast of two colours as WCAG has it."""

    def luminance(colour: list[int]) -> float:
        parts = [part / 255 for part in colour]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return sum(
            weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
        )

    dark, light = sorted(map(luminance, colours))
    return (light + 0.05) / (dark + 0.05)


def test_scores_by_topic_and_objective_are_those_of_a_recount(
    page: Page, site_url: str, index: Index, made_up: list[Any]
) -> None:
    visit(page, site_url, made_up)

    recount = Recount(made_up)
    everything = items_of(index)
    assert rows(page, "By topic") == {
        "All questions": recount.row(everything),
        **{quiz["title"]: recount.row(quiz["items"]) for quiz in index["quizzes"]},
        "Glossary cards": recount.row(index["terms"]),
    }
    objectives = sorted({item["objective"] for item in everything})
    by_objective = {head.split()[0]: cells for head, cells in rows(page, "By exam").items()}
    assert by_objective == {
        "All": recount.row(everything),
        **{
            name: recount.row([item for item in everything if item["objective"] == name])
            for name in objectives
        },
    }
    assert all(0 < int(count) < len(everything) for count in recount.row(everything)[1:])


def test_answers_to_questions_that_are_gone_are_counted_apart(
    page: Page, site_url: str, made_up: list[Any]
) -> None:
    visit(page, site_url, made_up)

    expect(page.get_by_text("questions that are no longer in the guide: 2.")).to_be_visible()


def test_the_days_are_those_of_a_recount_in_the_picture_and_in_the_table(
    page: Page, site_url: str, made_up: list[Any]
) -> None:
    visit(page, site_url, made_up)
    page.get_by_text("Answers a day, as a table").click()

    counts = Counter(day_of(one) for one in made_up if one["item"] != GONE["id"])
    told = rows(page, "Answers a day")
    assert len(told) == 26
    for head, cells in told.items():
        monday = datetime.strptime(head.replace("Sept", "Sep"), "%d %b %Y").date()
        days = [monday + timedelta(days=place) for place in range(7)]
        assert cells == [str(counts[day]) if day <= NOW.date() else "" for day in days], head
    most = max(counts.values())
    sentence = f"{counts.total()} answers on {len(counts)} days since 25 May 2026; the most, {most}"
    expect(page.get_by_text(sentence)).to_be_visible()
    squares = page.get_by_role("img", name="Answers a day").locator("g:has(title:text(': '))")
    sizes = dict(squares.evaluate_all(SQUARES))
    assert len(sizes) == 25 * 7 + 5
    for day, count in counts.items():
        name = f"{day.day} {day:%b %Y}: {count} answer{'s' if count > 1 else ''}"
        assert sizes[name] == next(side for least, side in SIDES if count >= least)
    assert sum(side == "0" for side in sizes.values()) == len(sizes) - len(counts)


def test_days_without_an_answer_make_no_picture(page: Page, site_url: str, index: Index) -> None:
    visit(page, site_url, [attempt(items_of(index)[0], at=ago(800))])

    expect(page.get_by_text("None since 25 May 2026.")).to_be_visible()
    expect(page.get_by_text("after five answers of a kind", exact=False)).to_be_visible()
    expect(page.locator("svg.picture")).to_have_count(0)


def test_calibration_is_that_of_a_recount(page: Page, site_url: str, made_up: list[Any]) -> None:
    visit(page, site_url, made_up)
    page.get_by_text("How sure, how right, as a table").click()

    known = [one for one in made_up if one["item"] != GONE["id"]]
    for confidence, cells in rows(page, "How sure, how right").items():
        given = [one for one in known if one["confidence"] == confidence]
        right = sum(one["outcome"] == "correct" for one in given)
        share = f"{int(100 * right / len(given) + 0.5)}%"
        assert cells == [str(len(given)), str(right), share]
        line = page.get_by_role("img", name="How sure").locator(f"text=When {confidence}")
        expect(line.locator("xpath=following-sibling::*[1]")).to_have_text(
            f"{share} of {len(given)} right"
        )


def test_fewer_than_five_answers_of_a_kind_are_too_few(
    page: Page, site_url: str, index: Index
) -> None:
    items = items_of(index)
    sure = [attempt(one, confidence="sure") for one in items[:5]]
    guessing = [attempt(one, confidence="guessing") for one in items[5:9]]
    visit(page, site_url, [*sure, *guessing])

    chart = page.get_by_role("img", name="How sure, how right")
    expect(chart).to_contain_text("100% of 5 right")
    expect(chart).to_contain_text("4 answers, too few to tell")
    expect(chart.locator(".picture__mark")).to_have_count(1)
    page.get_by_text("How sure, how right, as a table").click()
    assert rows(page, "How sure, how right")["guessing"] == ["4", "4", "too few to tell"]


def test_the_weakest_topics_lead_to_what_to_read_and_to_answer(
    page: Page, site_url: str, index: Index, made_up: list[Any]
) -> None:
    visit(page, site_url, made_up)

    recount = Recount(made_up)
    ranks = []
    for place, quiz in enumerate(index["quizzes"]):
        answered = [item for item in quiz["items"] if recount.last(item)]
        right = sum(map(recount.is_right, answered))
        if len(answered) >= 3 and right < len(answered):
            ranks.append((Fraction(right, len(answered)), -len(answered), place, right, quiz))
    ranks.sort(key=lambda rank: rank[:3])
    lines = page.locator("h3:has-text('weakest') + p + ol > li")
    expect(lines).to_have_count(3)
    for line, (_, answered, _, right, quiz) in zip(lines.all(), ranks[:3], strict=True):
        expect(line).to_have_text(
            f"{right} of {-answered} right: read {quiz['title']}, then take its quiz."
        )
        expect(line.get_by_role("link", name=quiz["title"])).to_have_attribute(
            "href", site_url + quiz["page"]
        )
        expect(line.get_by_role("link", name="its quiz")).to_have_attribute(
            "href", f"{site_url}quizzes/{quiz['slug']}/"
        )


def test_what_was_sure_and_wrong_is_listed_with_its_own_words_and_found(
    page: Page, site_url: str, index: Index, made_up: list[Any]
) -> None:
    visit(page, site_url, made_up)

    recount = Recount(made_up)
    lasts = {item["id"]: recount.last(item) for item in items_of(index)}
    wrong = [
        one
        for one in lasts.values()
        if one and one["confidence"] == "sure" and one["outcome"] == "incorrect"
    ]
    expected = [one["item"] for one in sorted(wrong, key=lambda one: -one["at"])]
    part = page.locator("h3:has-text('Sure, and wrong') ~ :is(ul, details)")
    links = part.locator("li a")
    assert [
        href.split("#")[1] for href in links.evaluate_all("all => all.map(a => a.href)")
    ] == expected
    assert len(expected) > 5
    expect(page.get_by_text(f"{len(expected) - 5} more")).to_be_visible()
    first = links.first
    words = first.text_content()
    first.click()
    expect(page.locator(f"#{expected[0]} legend")).to_contain_text(str(words))


def test_the_latest_mock_exams_are_listed_with_their_scores(
    page: Page, site_url: str, index: Index
) -> None:
    papers = [exam(f"e{days}", items_of(index)[:10], ago(days)) for days in (40, 1, 30, 20, 7, 2)]
    open_one = {**papers[0][0], "id": "open", "handedIn": None}
    attempts = [one for _, sat in papers for one in sat]
    visit(page, site_url, attempts, [open_one, *(one for one, _ in papers)])

    table = rows(page, "The latest")

    days = ["19 Nov 2026", "18 Nov 2026", "13 Nov 2026", "31 Oct 2026", "21 Oct 2026"]
    assert list(table) == days
    assert list(table.values()) == [["3 of 10", "30%"]] * 5
    expect(page.get_by_text("6 mock exams so far.")).to_be_visible()
    expect(page.get_by_role("link", name=days[0])).to_have_attribute(
        "href", f"{site_url}practice/mock-exam/#exam-e1"
    )


def test_who_is_here_for_the_first_time_is_shown_where_to_begin(
    page: Page, site_url: str, index: Index
) -> None:
    page.goto(site_url + PROGRESS)
    shown(page)

    element = page.locator("quiz-progress")
    expect(element).to_contain_text("You have not answered a question in this browser yet.")
    expect(element.locator("table, svg, details")).to_have_count(0)
    expect(element.get_by_role("link")).to_have_count(len(index["quizzes"]) + 1)
    element.get_by_role("link", name="Exhibit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Quiz: Exhibit")


def test_what_is_due_leads_to_review(page: Page, site_url: str, index: Index) -> None:
    old = [attempt(one, at=ago(150)) for one in items_of(index)[:3]]
    visit(page, site_url, [*old, attempt(index["terms"][0], at=ago(150))])

    due = page.get_by_text("due today")
    expect(due).to_have_text("Review 3 questions due today. Turn over 1 glossary card due today.")
    expect(due.get_by_role("link").first).to_have_attribute("href", f"{site_url}practice/review/")
    expect(due.get_by_role("link").last).to_have_attribute(
        "href", f"{site_url}practice/flashcards/"
    )


def test_the_day_of_the_exam_brings_forward_what_is_due(
    page: Page, site_url: str, index: Index
) -> None:
    visit(page, site_url, [attempt(items_of(index)[0], at=ago(1))])
    expect(page.get_by_text("Nothing is due today.")).to_be_visible()

    page.evaluate(KEEP, {"settings": [[{"examDay": "2026-11-21"}, "settings"]]})
    page.reload()

    expect(page.get_by_text("Review 1 question due today.")).to_be_visible()


def mark(page: Page, within: str, quiz: str) -> Locator:
    """The mark of a quiz in a part of the page."""
    return page.locator(f"{within} quiz-mark[quiz={quiz}]")


def seen_and_right(index: Index, quiz: str, right: int) -> list[Any]:
    """Answers to *right* questions of a quiz, and to one more that is wrong."""
    items = next(entry["items"] for entry in index["quizzes"] if entry["slug"] == quiz)
    wrong = attempt(items[right], outcome="incorrect")
    return [*(attempt(one) for one in items[:right]), wrong]


def open_question(page: Page, index: Index, quiz: str) -> Locator:
    """A question with one right option, of those that `seen_and_right` leaves open."""
    items = next(entry["items"] for entry in index["quizzes"] if entry["slug"] == quiz)
    ids = ", ".join(f"#{one['id']}" for one in items[5:])
    return page.locator(ids).filter(has=page.locator("fieldset [type=radio]")).first


def test_marks_in_the_navigation_stay_when_the_theme_swaps_it_and_grow_with_answers(
    page: Page, site_url: str, index: Index
) -> None:
    visit(page, site_url, seen_and_right(index, "exhibit", 0) + seen_and_right(index, "rlhf", 4))
    open_at(page, site_url + PROGRESS)
    expect(mark(page, ".md-nav", "rlhf")).to_have_text("4/20")
    expect(mark(page, ".md-nav", "peft")).to_be_hidden()
    link = page.locator(".md-nav").get_by_role("link", name="Quiz: RLHF")
    expect(link).to_have_accessible_name("Quiz: RLHF 4 of 20 right")

    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Reinforcement")

    assert page.evaluate("window.isTheSameDocument"), "the page was reloaded"
    expect(mark(page, ".md-nav", "rlhf")).to_have_text("4/20")
    question = open_question(page, index, "rlhf")
    question.locator("fieldset input").first.check()
    question.get_by_role("button", name="Check").click()
    expect(question.locator("output")).to_contain_text("Saved.")
    right = 4 + (question.get_attribute("data-outcome") == "correct")
    expect(mark(page, ".md-nav", "rlhf")).to_have_text(f"{right}/20")
    page.locator(".md-tabs").get_by_role("link", name="Methods").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Instruction tuning")
    expect(mark(page, ".md-nav", "rlhf")).to_have_text(f"{right}/20")
    expect(mark(page, ".md-nav", "rlhf")).to_have_css("flex-shrink", "0")


def test_marks_are_no_part_of_what_search_finds(site: Path) -> None:
    assert "quiz-mark" not in (site / "search" / "search_index.json").read_text("utf-8")


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

    assert violations(lenient) == []


@pytest.mark.parametrize("state", STATES, indirect=True)
def test_no_state_scrolls_sideways(page: Page, site_url: str, state: tuple[Any, Any]) -> None:
    visit(page, site_url, *state)
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    for window in (ZOOMED, NARROW):
        page.set_viewport_size(window)

        assert page.evaluate(TOO_WIDE) == []
        spilling = page.locator("svg.picture text").evaluate_all(SPILLING)
        assert spilling == []


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_what_pictures_tell_stands_out(
    page: Page, site_url: str, made_up: list[Any], scheme: str
) -> None:
    visit(page, site_url, made_up)
    page.evaluate("name => { document.body.dataset.mdColorScheme = name }", scheme)

    paper = page.locator("body").evaluate(COLOUR, "background-color")
    for part, property_ in [("mark", "fill"), ("frame", "stroke")]:
        ink = page.locator(f".picture__{part}").last.evaluate(COLOUR, property_)
        assert contrast(ink, paper) >= 3
