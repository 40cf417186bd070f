"""The page of the mock exam says what the settings say."""

from __future__ import annotations

import re
from pathlib import Path

from authoring.problems import Report
from guide import read_sources
from quizbank.parse.settings import read_settings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "practice" / "mock-exam.md").read_text("utf-8")
WEIGHTS = read_settings(read_sources(ROOT), Report()).weights


def test_the_page_tells_every_weight_as_a_share_of_a_hundred() -> None:
    rows = re.findall(r"(?m)^\| ([0-9.]+) \|.*\| ([0-9]+)% \|$", PAGE)

    assert {name: int(share) for name, share in rows} == WEIGHTS
    assert sum(WEIGHTS.values()) == 100
