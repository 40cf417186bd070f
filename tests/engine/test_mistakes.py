"""Mistakes, one a row: what is written instead of what is right, and every sentence about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from guide import Sources, read_guide

HERE = Path(__file__).parent
GUIDE = (HERE / "golden" / "guide.yml").read_text("utf-8")
QUIZ = (HERE / "golden" / "choice-one" / "quiz.yml").read_text("utf-8")
PROSE = {"methods/peft.md": "# PEFT\n\n## LoRA\n\n## Where it sits {#place}\n"}
SETTINGS = yaml.load((HERE / "mistakes" / "settings.yml").read_text("utf-8"), yaml.CBaseLoader)


def told(guide: str) -> list[str]:
    """The problems of a guide with these settings, without the file."""
    files = {"quiz_data/guide.yml": guide.encode(), "quiz_data/quiz.yml": QUIZ.encode()}
    problems = read_guide(Sources(files=files, prose=PROSE, diagrams={})).problems
    return [str(problem).removeprefix("quiz_data/guide.yml:") for problem in problems]


def test_the_base_has_no_mistake() -> None:
    assert told(GUIDE) == []


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row["name"])
def test_a_mistake_in_the_settings(row: dict[str, Any]) -> None:
    assert GUIDE.count(row["was"]) == 1

    assert told(GUIDE.replace(row["was"], row["is"])) == sorted(row["told"])


def test_a_guide_without_settings_is_told_so() -> None:
    files = {"quiz_data/quiz.yml": QUIZ.encode()}

    problems = read_guide(Sources(files=files, prose=PROSE, diagrams={})).problems

    assert [str(problem) for problem in problems] == [
        "quiz_data/guide.yml:1:1: there is no such file; it names the guide and its objectives"
    ]
