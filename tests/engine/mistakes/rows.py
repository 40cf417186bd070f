"""Mistakes as tables: what an author writes instead of what is right, and every sentence about it.

Each table beside this file is a list of rows. A row holds

- `name`: what is wrong;
- `base`: the golden story whose quiz it starts from, and in it
  `was` and `is`: what stands there once, and what the author writes instead; `changes` is a list
  of such pairs;
- `quiz`: the whole quiz file, in place of a base;
- `path`: the quiz file's name, where it is not quiz_data/quiz.yml;
- `encoding`: the quiz file's, where it is not UTF-8;
- `files`: other files and pages, by their path;
- `told`: every sentence, with its place. The quiz file's own come without its path.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from guide import Sources

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden"
GUIDE = (GOLDEN / "guide.yml").read_text("utf-8")
PROSE = {
    "index.md": "# Home\n",
    "methods/peft.md": "# PEFT\n\n## LoRA\n\n## Where it sits {#place}\n",
}
DIAGRAMS = {"block": '<svg viewBox="0 0 1 1"></svg>'}
QUIZ = "quiz_data/quiz.yml"

Row = dict[str, Any]

_FIELDS = {"name", "base", "was", "is", "changes", "quiz", "path", "encoding", "files", "told"}


def table(name: str) -> list[Row]:
    """The rows of one table, every scalar as text."""
    rows = yaml.load((HERE / f"{name}.yml").read_text("utf-8"), yaml.CBaseLoader)
    for row in rows:
        assert row.keys() <= _FIELDS, f"{name}.yml: {row['name']}: {row.keys() - _FIELDS}"
    return rows


def tables() -> list[str]:
    """The name of each table whose rows are about quizzes and pages."""
    return sorted(path.stem for path in HERE.glob("*.yml") if path.stem != "settings")


def changed(base: str, row: Row) -> str:
    """*base* with what the *row* writes differently."""
    for change in row.get("changes", [row] if "was" in row else []):
        assert base.count(change["was"]) == 1, f"{row['name']}: {change['was']!r}"
        base = base.replace(change["was"], change["is"])
    return base


def quiz_of(row: Row) -> str | None:
    """The text of the row's quiz file, or None where it has none."""
    if "base" not in row:
        return row.get("quiz")
    return changed((GOLDEN / row["base"] / "quiz.yml").read_text("utf-8"), row)


def sources_of(row: Row) -> Sources:
    """The guide in which the row's mistake is."""
    texts = {"quiz_data/guide.yml": GUIDE, **row.get("files", {})}
    files = {path: text.encode() for path, text in texts.items() if path.startswith("quiz_data/")}
    pages = {p.removeprefix("docs/"): text for p, text in texts.items() if p.startswith("docs/")}
    quiz = quiz_of(row)
    if quiz is not None:
        files[row.get("path", QUIZ)] = quiz.encode(row.get("encoding", "utf-8"))
    return Sources(files=files, prose={**PROSE, **pages}, diagrams=DIAGRAMS)


def told_of(row: Row) -> list[str]:
    """The row's sentences, each with its path."""
    path = row.get("path", QUIZ)
    return [
        text if text.startswith(("quiz_data", "docs")) else f"{path}:{text}" for text in row["told"]
    ]
