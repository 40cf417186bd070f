"""The one module that touches files."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from authoring.problems import BankError, Problem

SCHEMA = "schema.json"
"""The schema from which editors complete quiz files; `python -m guide schema` writes it."""


def read_sources(root: Path) -> dict[str, bytes]:
    """Every file of quiz_data/ in the guide at *root*, as `{path: bytes}`, but the schema."""
    files = _files(root / "quiz_data", "*")
    return {_shown(path, root): path.read_bytes() for path in files if path.name != SCHEMA}


def read_prose(root: Path) -> dict[str, str]:
    """Every Markdown page under docs/, as `{uri: text}`. Raises BankError for one not in UTF-8."""
    prose: dict[str, str] = {}
    problems: list[Problem] = []
    for path in _files(root / "docs", "*.md"):
        try:
            prose[_shown(path, root / "docs")] = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            problems.append(Problem(_shown(path, root), 1, 1, "the page is not UTF-8"))
    if problems:
        raise BankError(problems)
    return prose


def read_diagrams(root: Path) -> dict[str, str]:
    """Every diagram or generated table that pages may ask for, as `{name: SVG or HTML}`."""
    folder = root / "docs" / "assets" / "diagrams"
    files = sorted([*_files(folder, "*.svg"), *_files(folder, "*.html")])
    return {path.stem: path.read_text("utf-8") for path in files}


def read_history(root: Path, command: Sequence[str]) -> str:
    """What git answers to *command* about the guide at *root*, or '' where it has no history."""
    try:
        answer = subprocess.run(  # noqa: S603 no shell, and the words are our own
            ["git", "-C", str(root), *command],  # noqa: S607 whichever git comes first
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return ""
    return answer.stdout.decode("utf-8", "replace") if answer.returncode == 0 else ""


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write each page below *folder*, but leave files alone that would not change."""
    for uri, text in pages.items():
        path = folder / uri
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def write_file(path: Path, data: bytes) -> None:
    """Write *data* to *path*, and make its folder if it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _files(folder: Path, pattern: str) -> list[Path]:
    """What fits *pattern* below *folder*, without what is no file and names that start with a dot.

    Editors and systems leave such names: a lock that leads nowhere, a copy of the metadata.
    """
    return sorted(
        path
        for path in folder.rglob(pattern)
        if path.is_file() and not any(part[0] == "." for part in path.relative_to(folder).parts)
    )


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
