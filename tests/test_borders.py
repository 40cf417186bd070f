"""The map in the README is true: who may import what, and who may touch what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUIZBANK = sorted((ROOT / "hooks" / "quizbank").rglob("*.py"))

TOUCHES_FILES = {"pathlib", "os", "io", "shutil", "tempfile"}


def imported(module: Path) -> Iterator[str]:
    """The first name of each module that *module* imports from elsewhere."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


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
