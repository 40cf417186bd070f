"""The method chooser: what its file becomes, and which sentence each mistake in it gets."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from authoring.problems import BankError
from guide.chooser import CHOOSER_URI, read_chooser, with_chooser

ROOT = Path(__file__).parents[2]
RULES = ROOT / "docs" / CHOOSER_URI
PAGE = ROOT / "docs" / "decide" / "when-to-use.md"

SMALL = """
questions:
  change: {ask: "What must change?", answers: {facts: to look up, form: "tone & style"}}
  budget: {ask: "Budget?", answers: {low: none, high: plenty}}
rules:
  - when: {change: facts, budget: any}
    choose: "[RAG](compare.md)"
    because: It looks them up.
    runner-up: Prompting
    change-if: they are few
  - when: {change: form, budget: [low, high]}
    choose: Tuning
    because: It lasts.
    runner-up: Prompting
    change-if: it is cheap
"""

MISTAKES = {
    "an unknown answer": (
        ("change: facts,", "change: fact,"),
        "6:20: row 1: 'fact' is no answer to 'change': facts, form or any",
    ),
    "a question left out": (("{change: facts, budget: any}", "{change: facts}"), "needs 'budget'"),
    "an unknown question": (
        ("{change: facts, budget: any}", "{change: facts, budget: any, when: now}"),
        "has no field 'when'",
    ),
    "a row that nothing reaches": (
        ("{change: facts, budget: any}", "{change: any, budget: any}"),
        "11:5: row 2: earlier rows fit all that it fits",
    ),
    "a case without a row": (("[low, high]", "high"), "the chooser: no row fits form, low"),
    "a word of two questions": (
        ("low: none", "facts: none"),
        "'facts' answers both 'change' and 'budget'",
    ),
    "a word that the table could not tell apart": (
        ("low: none", "low or less: none"),
        "'low or less' cannot be an answer in the table",
    ),
    "a text left out": (("    because: It lasts.\n", ""), "row 2: needs 'because'"),
    "an empty file": ((SMALL, ""), "1:1: the file is empty"),
    "broken YAML": (("rules:", "rules"), "5:1: this line is neither"),
}


def test_rules_become_a_form_and_a_table() -> None:
    chooser = read_chooser("chooser.yml", SMALL.encode())
    page = "<!-- chooser: questions -->\n\n<!-- chooser: rules -->\n"

    made = with_chooser({"page.md": page, "other.md": "# Other\n"}, chooser)

    assert set(made) == {"page.md"}
    assert "<legend>1. What must change?</legend>" in made["page.md"]
    assert (
        '<input type="radio" name="budget" value="low"> <strong>low</strong>: none'
        in made["page.md"]
    )
    assert "tone &amp; style" in made["page.md"]
    choose, otherwise = (
        "**[RAG](compare.md).** It looks them up.",
        "*Prompting.* Changes if they are few.",
    )
    assert f"| 1 | facts | {choose} | {otherwise} |" in made["page.md"]
    assert "| 2 | form · low or high |" in made["page.md"]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place(name: str) -> None:
    (right, wrong), sentence = MISTAKES[name]

    with pytest.raises(BankError) as told:
        read_chooser("chooser.yml", SMALL.replace(right, wrong).encode())

    assert sentence in str(told.value)
    assert all(re.match(r"chooser\.yml:\d+:\d+: ", str(each)) for each in told.value.problems)


def test_every_case_of_the_guide_lands_on_a_row_and_every_row_is_reached() -> None:
    chooser = read_chooser(CHOOSER_URI, RULES.read_bytes())

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
        ("format seldom pairs medium own", 7),  # its tax office
        ("preference seldom rankings medium managed", 11),  # its hearing-aid maker
        ("field seldom plain-text high own", 2),
        ("field seldom plain-text high managed", 4),
        ("behavior often pairs high own", 5),
        ("format seldom checker high own", 8),
        ("behavior seldom rankings medium managed", 9),
        ("preference seldom rankings high own", 11),
        ("preference seldom pairs medium managed", 12),
        ("preference seldom checker high own", 13),
        ("running-cost often none low own", 15),
        ("running-cost seldom pairs medium managed", 16),
        ("running-cost seldom none high own", 17),
    ],
)
def test_cases_that_the_page_speaks_of_land_where_it_says(case: str, row: int) -> None:
    chooser = read_chooser(CHOOSER_URI, RULES.read_bytes())
    answers = [word.replace("-", " ") for word in case.split()]
    asked = dict(zip(chooser.questions, answers, strict=True))

    first = next(number for number, rule in enumerate(chooser.rules, 1) if rule.fits(asked))

    assert first == row


def test_rows_that_are_named_exist() -> None:
    chooser = read_chooser(CHOOSER_URI, RULES.read_bytes())
    text = PAGE.read_text("utf-8") + "".join(rule.change_if for rule in chooser.rules)

    named = {int(number) for number in re.findall(r"\brows? (\d+)", text)}

    assert named <= set(range(1, len(chooser.rules) + 1))


def test_the_page_asks_for_the_questions_before_the_rules() -> None:
    text = PAGE.read_text("utf-8")

    assert 0 < text.find("<!-- chooser: questions -->") < text.find("<!-- chooser: rules -->")
