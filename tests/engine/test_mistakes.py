"""Every row of the tables in `mistakes/`: its author gets every sentence, each with its place."""

from __future__ import annotations

import pytest

from engine.mistakes.rows import (
    GOLDEN,
    GUIDE,
    PROSE,
    Row,
    changed,
    sources_of,
    table,
    tables,
    told_of,
)
from guide import Sources, read_guide

ROWS = [pytest.param(row, id=f"{name}: {row['name']}") for name in tables() for row in table(name)]
QUIZ = (GOLDEN / "choice-one" / "quiz.yml").read_bytes()


@pytest.mark.parametrize("row", ROWS)
def test_a_mistake_is_told_with_its_place(row: Row) -> None:
    problems = read_guide(sources_of(row)).problems

    assert [str(problem) for problem in problems] == told_of(row)


def problems_of(guide: str) -> list[str]:
    """The problems of a guide with these settings, without the file."""
    files = {"quiz_data/guide.yml": guide.encode(), "quiz_data/quiz.yml": QUIZ}
    problems = read_guide(Sources(files=files, prose=PROSE, diagrams={})).problems
    return [str(problem).removeprefix("quiz_data/guide.yml:") for problem in problems]


def test_the_settings_that_rows_start_from_have_no_mistake() -> None:
    assert problems_of(GUIDE) == []


@pytest.mark.parametrize("row", table("settings"), ids=lambda row: row["name"])
def test_a_mistake_in_the_settings(row: Row) -> None:
    assert problems_of(changed(GUIDE, row)) == sorted(row["told"])


def test_a_guide_without_settings_is_told_so() -> None:
    problems = read_guide(
        Sources(files={"quiz_data/quiz.yml": QUIZ}, prose=PROSE, diagrams={})
    ).problems

    assert [str(problem) for problem in problems] == [
        "quiz_data/guide.yml:1:1: there is no such file; it names the guide and its objectives"
    ]
