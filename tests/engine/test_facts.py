"""Reading times and totals, which no hand writes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from authoring.problems import Report
from guide.facts import check_facts, with_facts
from guide.reading_time import in_words, minutes
from quizbank.model import Bank, Choice, Item, Option, Quiz
from quizbank.settings import Form, Settings

BANK = Bank(
    quizzes=(
        Quiz(path="quiz_data/water.yml", slug="water", title="Water", page="a/water.md", items=()),
    )
)
PROSE = {"a/water.md": "word " * 400, "b.md": "word " * 20}


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", 1),
        ("word " * 220, 1),
        ("word " * 221, 2),
        ("---\ntitle: " + "word " * 300 + "\n---\nword", 1),
        ("```\n" + "word " * 300 + "\n```\n", 1),
        ("<svg><text>" + "word " * 300 + "</text></svg>", 1),
        ("## Sources\n\n" + "word " * 300, 1),
        ("[word](https://example.org/a/very/long/address) " * 200, 1),
    ],
    ids=["nothing", "a minute", "more", "front matter", "code", "drawing", "sources", "links"],
)
def test_only_prose_takes_time(markdown: str, expected: int) -> None:
    assert minutes(markdown) == expected


def test_time_is_said_as_people_say_it() -> None:
    assert [in_words(each) for each in (1, 59, 60, 140)] == ["1 min", "59 min", "1 h", "2 h 20 min"]


def test_a_page_tells_times_totals_and_topics() -> None:
    page = "<!-- minutes: b.md a/water.md -->, <!-- total: topics -->, `<!-- total: topics -->`"

    assert (
        with_facts("b.md", page, PROSE, BANK, (), Settings())
        == "3 min, 1, `<!-- total: topics -->`"
    )
    cards = with_facts("practice/index.md", "<!-- topics -->", PROSE, BANK, (), Settings())
    assert "### [Water](../quizzes/water.md)" in cards
    assert "0 questions" in cards


def test_a_page_shows_the_questions_in_figures_beside_other_banks() -> None:
    options = [Option(id=key, text=key * 4, why="", misconception="") for key in "abcd"]
    item = an_item(Choice(options=tuple(options), key=frozenset("b")))
    bank = Bank(quizzes=(replace(BANK.quizzes[0], items=(item,)),))
    form = Form(banks=("Public",), elsewhere={"second": ("46%",)})
    page = "<!-- figures: counts -->\n\n<!-- figures: form -->"

    told = with_facts("b.md", page, PROSE, bank, (), Settings(form=form))

    assert "| Questions | 1 |\n" in told
    assert "| Correct answer in position A, B, C, D | 0%, 100%, 0%, 0% |\n" in told
    assert "| How the choices look | here | Public |\n| --- | ---: | ---: |\n" in told
    assert "| The second option is the key | 100% | 46% |" in told


def an_item(interaction: Choice) -> Item:
    """An item of which nothing but its *interaction* counts."""
    return Item(
        id="one",
        scenario="",
        stem="Which?",
        interaction=interaction,
        difficulty="recall",
        objective="1",
        rationale="",
        hints=(),
        sources=(),
        reviewed="",
        status_note="",
        line=1,
        column=1,
    )


def test_a_fact_that_there_is_not_is_told_with_its_place() -> None:
    report = Report()

    check_facts("\n  <!-- minutes: gone.md -->\n", PROSE, BANK, report.on("docs/b.md"))
    check_facts("<!-- total: cats -->", PROSE, BANK, report.on("docs/b.md"))
    check_facts("<!-- figures: all -->", PROSE, BANK, report.on("docs/c.md"))

    assert [str(problem) for problem in report.problems] == [
        "docs/b.md:2:3: there is no page 'docs/gone.md'",
        "docs/b.md:1:1: there is no total 'cats'",
        "docs/c.md:1:1: there is no table of figures 'all'",
    ]
