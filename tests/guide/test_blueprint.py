"""The page of the mock exam says what its blueprint says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from guide import build_guide, read_diagrams, read_prose, read_sources

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "practice" / "mock-exam.md").read_text("utf-8")
BLUEPRINT = yaml.load((ROOT / "quiz_data" / "blueprint.yml").read_text("utf-8"), yaml.BaseLoader)
WEIGHTS = {name: int(weight) for name, weight in BLUEPRINT["weights"].items()}


def test_the_page_tells_every_weight_as_a_share_of_a_hundred() -> None:
    rows = re.findall(r"(?m)^\| ([0-9.]+) \|.*\| ([0-9]+)% \|$", PAGE)

    assert {name: int(share) for name, share in rows} == WEIGHTS
    assert sum(WEIGHTS.values()) == 100


def test_the_index_carries_it_with_the_words_of_each_objective() -> None:
    pages = build_guide(read_sources(ROOT), read_prose(ROOT), read_diagrams(ROOT))

    index = json.loads(pages["quizzes/index.json"])

    assert index["blueprint"] == WEIGHTS
    assert index["objectives"].keys() == WEIGHTS.keys()
    assert index["objectives"]["3.3.2"].startswith("Define methods for fine-tuning")


def test_a_blueprint_is_no_quiz() -> None:
    pages = build_guide(read_sources(ROOT), read_prose(ROOT), read_diagrams(ROOT))

    assert "quizzes/blueprint.md" not in pages
