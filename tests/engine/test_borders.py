"""The borders between the folders of `hooks/` hold: who may import what, and touch what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
FOLDERS = ("authoring", "quizbank", "guide", "export", "built")
MODULES = [module for folder in FOLDERS for module in sorted((HOOKS / folder).rglob("*.py"))]

MAY_IMPORT = {
    "authoring": {"authoring"},
    "quizbank": {"authoring", "quizbank"},
    "export": {"authoring", "quizbank", "export"},
    "guide": {"authoring", "quizbank", "export", "guide"},
    "built": {"authoring", "built"},
}
"""Of our own folders."""

GENERATORS = {"mkdocs", "markdown", "material", "pymdownx", "mkdocs_hooks"}
TOUCHES_FILES = {"pathlib", "os", "io", "shutil", "tempfile"}
KNOWS_FILES = {"guide/disk.py", "guide/__main__.py", "quizbank/render.py", "export/archive.py"}
"""render.py knows where its templates are, archive.py packs a zip in memory; what works on a built
site is not listed here."""


def folder_of(module: Path) -> str:
    return module.relative_to(HOOKS).parts[0]


def imported(module: Path) -> Iterator[str]:
    """The first name of each module that *module* imports."""
    return (name.partition(".")[0] for name in imported_modules(module))


def imported_modules(module: Path) -> Iterator[str]:
    """The whole name of each module that *module* imports."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield folder_of(module) if node.level else node.module or ""


each_module = pytest.mark.parametrize(
    "module", MODULES, ids=lambda module: module.relative_to(HOOKS).as_posix()
)


def test_every_folder_has_its_rule() -> None:
    folders = {path.name for path in HOOKS.iterdir() if path.is_dir() and list(path.glob("*.py"))}

    assert folders <= set(MAY_IMPORT)


@each_module
def test_a_folder_imports_only_those_it_may(module: Path) -> None:
    ours = set(imported(module)) & set(MAY_IMPORT)

    assert ours <= MAY_IMPORT[folder_of(module)]


@each_module
def test_only_mkdocs_hooks_knows_the_site_generator(module: Path) -> None:
    assert not GENERATORS & set(imported(module))


@each_module
def test_text_in_text_out(module: Path) -> None:
    knows_files = TOUCHES_FILES & set(imported(module))

    name = module.relative_to(HOOKS).as_posix()
    assert folder_of(module) == "built" or name in KNOWS_FILES or not knows_files


def test_the_words_of_the_bank_import_nothing_else_of_ours() -> None:
    words = [HOOKS / "quizbank" / "model.py", *(HOOKS / "quizbank").glob("interactions/*.py")]

    for module in words:
        for name in imported_modules(module):
            ours = name.partition(".")[0] in MAY_IMPORT
            assert not ours or name.startswith("quizbank.interactions"), module.name
