"""The method chooser of this guide: every case lands on advice, and the page says the same."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from authoring.problems import Report
from guide.chooser import CHOOSER, Chooser, read_chooser

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "decide" / "when-to-use.md"


def chooser_of_the_guide() -> Chooser:
    chooser = read_chooser({CHOOSER: (ROOT / CHOOSER).read_bytes()}, Report())
    assert chooser
    return chooser


def test_every_case_of_the_guide_lands_on_a_row_and_every_row_is_reached() -> None:
    chooser = chooser_of_the_guide()

    cases = list(chooser.cases())
    landed = Counter(
        next(number for number, rule in enumerate(chooser.rules, 1) if rule.fits(case))
        for case in cases
    )

    assert len(cases) == 6 * 2 * 5 * 3 * 2
    assert sorted(landed) == list(range(1, 18))


@pytest.mark.parametrize(
    ("case", "row"),
    [
        ("facts often none low managed", 1),  # the vineyard of the page
        ("format rarely pairs medium own", 7),  # its tax office
        ("preference rarely rankings medium managed", 11),  # its hearing-aid maker
        ("field rarely plain-text high own", 2),
        ("field rarely plain-text high managed", 4),
        ("behavior often pairs high own", 5),
        ("format rarely checker high own", 8),
        ("behavior rarely rankings medium managed", 9),
        ("preference rarely rankings high own", 11),
        ("preference rarely pairs medium managed", 12),
        ("preference rarely checker high own", 13),
        ("running-cost often none low own", 15),
        ("running-cost rarely pairs medium managed", 16),
        ("running-cost rarely none high own", 17),
    ],
)
def test_cases_that_the_page_speaks_of_land_where_it_says(case: str, row: int) -> None:
    chooser = chooser_of_the_guide()
    answers = [word.replace("-", " ") for word in case.split()]
    asked = dict(zip(chooser.questions, answers, strict=True))

    first = next(number for number, rule in enumerate(chooser.rules, 1) if rule.fits(asked))

    assert first == row


def test_rows_that_are_named_exist() -> None:
    chooser = chooser_of_the_guide()
    text = PAGE.read_text("utf-8") + "".join(rule.change_if for rule in chooser.rules)

    named = {int(number) for number in re.findall(r"\brows? (\d+)", text)}

    assert named <= set(range(1, len(chooser.rules) + 1))


def test_the_page_asks_for_the_questions_before_the_rules() -> None:
    text = PAGE.read_text("utf-8")

    assert 0 < text.find("<!-- chooser: questions -->") < text.find("<!-- chooser: rules -->")
