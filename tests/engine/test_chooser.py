"""The method chooser: what its file becomes, and which sentence each mistake in it gets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from authoring.problems import Report
from guide.chooser import CHOOSER, PARTS, read_chooser

ROOT = Path(__file__).parents[2]

SMALL = """
questions:
  change: {ask: "What must change?", answers: {facts: to look up, form: "tone & style"}}
  budget: {ask: "Budget?", answers: {low: none, high: plenty}}
rules:
  - when: {change: facts, budget: any}
    choose: "[RAG](/decide/compare.md#rag)"
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
    "a link that is relative": (
        ("/decide/compare.md#rag", "../decide/compare.md"),
        "7:20: row 1: link '../decide/compare.md' should start with '/' (the docs root)",
    ),
    "an empty file": ((SMALL, ""), "1:1: the file is empty"),
    "broken YAML": (("rules:", "rules"), "5:1: this line is neither"),
}


def test_rules_become_a_form_and_a_table() -> None:
    chooser = read_chooser({CHOOSER: SMALL.encode()}, Report())
    assert chooser

    form, table = PARTS["questions"](chooser), PARTS["rules"](chooser)

    assert "<legend>1. What must change?</legend>" in form
    assert '<input type="radio" name="budget" value="low"> <strong>low</strong>: none' in form
    assert "tone &amp; style" in form
    choose, otherwise = (
        "**[RAG](/decide/compare.md#rag).** It looks them up.",
        "*Prompting.* Changes if they are few.",
    )
    assert f"| 1 | facts | {choose} | {otherwise} |" in table
    assert "| 2 | form · low or high |" in table


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place(name: str) -> None:
    (right, wrong), sentence = MISTAKES[name]

    report = Report()

    read_chooser({CHOOSER: SMALL.replace(right, wrong).encode()}, report)

    sentences = [str(problem) for problem in report.problems]
    assert any(sentence in each for each in sentences)
    assert all(re.match(r"quiz_data/chooser\.yml:\d+:\d+: ", each) for each in sentences)
