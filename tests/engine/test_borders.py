"""The borders between the folders of `hooks/` hold: who may import what, and touch what."""

from __future__ import annotations

import ast
import graphlib
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

NEVER_WITHIN = {
    "quizbank.parse": ("quizbank.lint", "quizbank.render"),
    "quizbank.lint": ("quizbank.render",),
    "quizbank.render": ("quizbank.lint",),
}
"""What a stage of the bank does not import, although it is in the same folder."""

LONGEST = 40
"""Lines of a function."""

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


def name_of(module: Path) -> str:
    return ".".join(module.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


def imported_by_name(module: Path) -> Iterator[str]:
    """The whole name of each of our modules that *module* imports; we never write `import x`."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            within = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from within & OURS or {str(node.module)} & OURS


OURS = {name_of(module) for module in MODULES}
EDGES = {name_of(module): set(imported_by_name(module)) for module in MODULES}
"""What each module imports of ours."""

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


@pytest.mark.parametrize("stage", NEVER_WITHIN)
def test_a_stage_of_the_bank_leaves_the_next_alone(stage: str) -> None:
    for name in (name for name in EDGES if name.startswith(stage)):
        assert not [other for other in EDGES[name] if other.startswith(NEVER_WITHIN[stage])], name


def test_no_module_imports_itself_by_way_of_others() -> None:
    order = graphlib.TopologicalSorter(EDGES)

    order.prepare()  # raises CycleError, which names the modules of the circle


@each_module
def test_no_function_is_longer_than_a_screen(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))

    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            length = node.end_lineno - node.lineno + 1
            assert length <= LONGEST, f"{node.name} has {length} lines"
