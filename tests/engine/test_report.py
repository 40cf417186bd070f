"""A reader who finds a mistake in a question can report it where the guide's code is kept."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from conftest import add_the_exhibit, build, copy_of_the_guide
from guide import build_guide

QUIZ = Path(__file__).parent / "golden" / "choice-one" / "quiz.yml"
GUIDE = Path(__file__).parent / "golden" / "guide.yml"
PROSE = {"methods/peft.md": "# PEFT\n\n## LoRA\n\n## Where it sits {#place}\n"}


def quiz_page(repository: str) -> str:
    """The page of one quiz whose guide is kept at *repository*."""
    files = {"quiz_data/quiz.yml": QUIZ.read_bytes(), "quiz_data/guide.yml": GUIDE.read_bytes()}
    pages = build_guide(files, PROSE, {}, repository)
    return pages["quizzes/quiz.md"]


def test_an_issue_is_filled_in_with_the_question_and_its_revision() -> None:
    page = quiz_page("https://github.com/learners/guide")

    found = re.search(r'href="([^"]+)">Report a problem', page)
    assert found
    url = urlsplit(html.unescape(found[1]))
    assert url.geturl().startswith("https://github.com/learners/guide/issues/new?")
    asked = parse_qs(url.query)
    assert asked["title"] == ["Question quiz-frozen: "]
    assert asked["body"][0].startswith("quiz_data/quiz.yml, item `quiz-frozen`, revision ")


def test_without_a_repository_there_is_nowhere_to_report() -> None:
    assert "Report a problem" not in quiz_page("")


@pytest.mark.parametrize("repository", ["https://github.com/learners/guide/", ""])
def test_the_repository_is_read_from_mkdocs_yml(tmp_path: Path, repository: str) -> None:
    add_the_exhibit(copy_of_the_guide(tmp_path))

    built = build(tmp_path, "--strict", REPO_URL=repository)

    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site" / "quizzes" / "exhibit" / "index.html").read_text("utf-8")
    links = re.findall(r'href="(https://github\.com/learners/guide/issues/new[^"]+)"', page)
    assert len(links) == (7 if repository else 0)
    assert 'data-md-component="source"' not in page
