"""The one module that touches files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from authoring.problems import BankError, Problem


def read_sources(root: Path) -> dict[str, bytes]:
    """Every quiz file of the guide at *root*, as `{path: bytes}`."""
    files = (root / "quiz_data").glob("*.y*ml")
    return {_shown(path, root): path.read_bytes() for path in sorted(files)}


def read_prose(root: Path) -> dict[str, str]:
    """Every Markdown page under docs/, as `{uri: text}`. Raises BankError for one not in UTF-8."""
    prose: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted((root / "docs").rglob("*.md")):
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
    files = [*folder.glob("*.svg"), *folder.glob("*.html")]
    return {path.stem: path.read_text("utf-8") for path in sorted(files)}


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write each page below *folder*, leaving alone what is already so."""
    for uri, text in pages.items():
        path = folder / uri
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
