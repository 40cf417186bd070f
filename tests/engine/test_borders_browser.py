"""The folder of a browser module says what it may import and what it may touch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
VENDOR = "vendor"
# A folder imports from itself and from those before it.
FOLDERS = [
    "core",
    "store",
    "ui",
    "quiz",
    "exam",
    "review",
    "cards",
    "progress",
    "today",
    "labs",
    "tools",
    "search",
    "site",
    "pages",
]
MODULES = [
    module
    for module in sorted(ASSETS.rglob("*.mjs"))
    if module.relative_to(ASSETS).parts[0] != VENDOR
]

IMPORT = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']""")
PAGE = re.compile(r"\b(?:document|window|navigator|location)\b|\bDate\.now\b|\bnew Date\(\)")
STORAGE = re.compile(
    r"\b(?:indexedDB|IDB\w*|transaction|objectStore|localStorage|sessionStorage)\b"
)
SINK = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment"
    r"|document\.write|\beval\b|new Function"
)

every_module = pytest.mark.parametrize(
    "module", MODULES, ids=lambda module: str(module.relative_to(ASSETS))
)


def folder_of(module: Path) -> str:
    return module.relative_to(ASSETS).parts[0]


def code_of(module: Path) -> str:
    """The JavaScript of *module* without its comments."""
    return re.sub(r"(?s:/\*.*?\*/)|(?m:(?<![:\w])//.*$)", "", module.read_text("utf-8"))


def folders_imported(module: Path) -> set[str]:
    """The folder of each file that *module* imports."""
    files = [module.parent / name for name in IMPORT.findall(code_of(module))]
    return {folder_of(file.resolve()) for file in files}


@every_module
def test_every_module_is_in_a_known_folder(module: Path) -> None:
    assert folder_of(module) in FOLDERS


@every_module
def test_a_folder_imports_only_from_itself_and_from_those_before_it(module: Path) -> None:
    here = FOLDERS.index(folder_of(module))

    assert folders_imported(module) <= {*FOLDERS[: here + 1], VENDOR}


@every_module
def test_only_core_imports_what_others_wrote(module: Path) -> None:
    assert folder_of(module) == "core" or VENDOR not in folders_imported(module)


@every_module
def test_core_knows_no_page_and_no_clock(module: Path) -> None:
    assert folder_of(module) != "core" or not PAGE.search(code_of(module))


@pytest.mark.parametrize(
    "name",
    [
        "chooser/rules.mjs",
        "calculator/counts.mjs",
        "calculator/price.mjs",
        "rank/rank.mjs",
        "stopping/stopping.mjs",
    ],
)
def test_what_a_tool_works_out_knows_no_page(name: str) -> None:
    code = code_of(ASSETS / "tools" / name)

    assert not IMPORT.findall(code)
    assert not PAGE.search(code)


@every_module
def test_only_the_store_names_storage(module: Path) -> None:
    assert folder_of(module) == "store" or not STORAGE.search(code_of(module))


@every_module
def test_no_module_writes_html(module: Path) -> None:
    assert not SINK.search(code_of(module))


def test_no_module_imports_itself_in_a_circle() -> None:
    waiting = {
        module: {(module.parent / name).resolve() for name in IMPORT.findall(code_of(module))}
        & set(MODULES)
        for module in MODULES
    }
    while ready := [module for module, imported in waiting.items() if not imported & set(waiting)]:
        for module in ready:
            del waiting[module]

    assert sorted(str(module.relative_to(ASSETS)) for module in waiting) == []


def test_grading_imports_nothing() -> None:
    assert not IMPORT.findall(code_of(ASSETS / "core" / "grade.mjs"))
