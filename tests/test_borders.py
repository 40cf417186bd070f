"""The map in the README is true: who may import what, and who may touch what."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUIZBANK = sorted((ROOT / "hooks" / "quizbank").rglob("*.py"))
ASSETS = ROOT / "docs" / "assets"
BROWSER = [*sorted((ASSETS / "quiz").glob("*.mjs")), *sorted((ASSETS / "practice").glob("*.mjs"))]

TOUCHES_FILES = {"pathlib", "os", "io", "shutil", "tempfile"}
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


def imported(module: Path) -> Iterator[str]:
    """The first name of each module that *module* imports from elsewhere."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def code_of(module: Path) -> str:
    """The JavaScript of *module* without its comments."""
    return re.sub(r"(?s:/\*.*?\*/)|(?m:^\s*//.*$)", "", module.read_text("utf-8"))


@pytest.mark.parametrize("module", QUIZBANK, ids=lambda module: module.stem)
def test_quizbank_knows_no_site_generator(module: Path) -> None:
    assert not {"mkdocs", "markdown", "material", "pymdownx"} & set(imported(module))


@pytest.mark.parametrize("module", QUIZBANK, ids=lambda module: module.stem)
def test_only_disk_and_the_command_line_know_files(module: Path) -> None:
    allowed = {"disk", "__main__", "render"}  # render knows where its templates are

    assert module.stem in allowed or not TOUCHES_FILES & set(imported(module))


def test_the_model_imports_nothing_of_ours() -> None:
    tree = ast.parse((ROOT / "hooks" / "quizbank" / "model.py").read_text("utf-8"))

    assert not [node for node in ast.walk(tree) if getattr(node, "level", 0)]


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
