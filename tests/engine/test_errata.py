"""Reports about questions: what their file becomes, and which sentence each mistake in it gets."""

from __future__ import annotations

import pytest

from authoring.problems import Report
from guide.errata import ERRATA, errata_list, read_errata
from quizbank.model import Bank

SMALL = """reports:
  - item: roast-dark
    day: 2026-11-20
    source: a reader
    report: Two options are right.
    verdict: wording changed
    reason: The case now names the temperature.
"""
RETIRED = {"roast-dark": "none"}

MISTAKES = {
    "an item that never was": (
        ("roast-dark", "roast-light"),
        "2:11: report 1: there is no item 'roast-light' in the bank",
    ),
    "no day": (("2026-11-20", "last week"), "3:10: report 1: 'last week' is not a day"),
    "another verdict": (("wording changed", "maybe"), "6:14: report 1: verdict 'maybe'"),
    "no reason": (
        ("    reason: The case now names the temperature.\n", ""),
        "2:5: report 1: needs 'reason'",
    ),
}


def read(text: str) -> tuple[str, list[str]]:
    report = Report()
    errata = read_errata({ERRATA: text.encode()}, Bank(quizzes=()), RETIRED, report)
    return errata_list(errata, Bank(quizzes=())), [str(problem) for problem in report.problems]


def test_a_report_says_what_became_of_it() -> None:
    page, problems = read(SMALL)

    assert problems == []
    assert page == (
        "- **2026-11-20, `roast-dark`: wording changed.** Two options are right. "
        "*Reported by a reader.* The case now names the temperature."
    )


@pytest.mark.parametrize(("change", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_is_told_at_its_place(change: tuple[str, str], sentence: str) -> None:
    _, problems = read(SMALL.replace(*change))

    assert [sentence in problem for problem in problems] == [True], problems
