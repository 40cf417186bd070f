"""Every story of `golden/`: the pages that quiz files and prose become.

`GOLDEN=write make test` writes what came out instead; read the difference before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guide import build_guide
from guide.index import INDEX_URI

STORIES = sorted(path for path in Path(__file__).parent.glob("golden/*") if path.is_dir())
GUIDE = (Path(__file__).parent / "golden" / "guide.yml").read_bytes()
PROSE = {
    "index.md": "# Home\n",
    "methods/peft.md": "# PEFT\n\n## LoRA\n\n## Where it sits {#place}\n",
}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_story(story: Path) -> None:
    sources = {"quiz_data/guide.yml": GUIDE}
    sources |= {f"quiz_data/{file.name}": file.read_bytes() for file in story.glob("*.y*ml")}
    prose = {**PROSE, **{file.name: file.read_text("utf-8") for file in story.glob("prose*.md")}}
    prose |= {f"exam/{file.name}": file.read_text("utf-8") for file in story.glob("glossary.md")}
    diagrams = {"block": '<svg viewBox="0 0 1 1"></svg>'}

    pages = build_guide(sources, prose, diagrams)

    came_out = {f"page-{Path(uri).name}": pages[uri] for uri in pages if uri != INDEX_URI}
    assert came_out == kept(story, came_out)


def kept(story: Path, came_out: dict[str, str]) -> dict[str, str]:
    """What the story holds; written first where the author of the test asks for it."""
    outcomes = list(story.glob("page-*"))
    if os.environ.get("GOLDEN") == "write":
        for file in outcomes:
            file.unlink()
        for name, text in came_out.items():
            (story / name).write_text(text, "utf-8")
        outcomes = [story / name for name in came_out]
    return {file.name: file.read_text("utf-8") for file in outcomes}
