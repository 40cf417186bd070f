"""The borders between the browser's modules hold: who may import what, and touch what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs" / "assets"
BROWSER = [*sorted((ASSETS / "quiz").glob("*.mjs")), *sorted((ASSETS / "practice").glob("*.mjs"))]

PURE = {
    "days.mjs",
    "exam-draw.mjs",
    "exam.mjs",
    "grade.mjs",
    "insights.mjs",
    "parse.mjs",
    "progress.mjs",
    "schedule.mjs",
    "score.mjs",
    "session.mjs",
    "shuffle.mjs",
    "transfer.mjs",
    "words.mjs",
}


def code_of(module: Path) -> str:
    """The JavaScript of *module* without its comments."""
    return re.sub(r"(?s:/\*.*?\*/)|(?m:^\s*//.*$)", "", module.read_text("utf-8"))


@pytest.mark.parametrize("module", BROWSER, ids=lambda module: module.name)
def test_only_the_store_mentions_storage(module: Path) -> None:
    storage = re.search(r"\b(?:indexedDB|localStorage|sessionStorage|caches)\b", code_of(module))

    assert (module.name == "store.mjs") == bool(storage)


@pytest.mark.parametrize("module", BROWSER, ids=lambda module: module.name)
def test_no_module_writes_html(module: Path) -> None:
    sinks = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function"

    assert not re.search(sinks, code_of(module))


@pytest.mark.parametrize("name", sorted(PURE))
def test_what_is_worked_out_knows_no_page(name: str) -> None:
    (module,) = (module for module in BROWSER if module.name == name)

    assert not re.search(r"\b(?:document|window|navigator)\b", code_of(module))


def test_grading_imports_nothing() -> None:
    assert "import" not in code_of(ASSETS / "quiz" / "grade.mjs")
