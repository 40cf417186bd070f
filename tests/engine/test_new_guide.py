"""`make new-guide` leaves a guide on another subject that builds, and nothing of this one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, build, search_entries

OF_THIS_GUIDE = re.compile(
    r"fine-?tun|\bAWS\b|\bAIF\b|AIF-C01|Amazon|Bedrock|SageMaker|\bLoRA\b", re.IGNORECASE
)
NEW_GUIDE = [sys.executable, str(ROOT / "tests" / "tools" / "new_guide.py")]


@pytest.fixture(scope="module")
def coffee(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The new guide with a second quiz on one of its pages, built as it is deployed."""
    folder = tmp_path_factory.mktemp("new") / "coffee"
    subprocess.run([*NEW_GUIDE, str(folder)], check=True, capture_output=True)
    first = (folder / "quiz_data" / "grind.yml").read_text("utf-8").partition("  - id: grind-water")
    second = first[0].replace("title: The grind", "title: Mills").replace("grind-match", "mills")
    second = second.replace("Match each way to brew with the grind", "Give each way the powder")
    (folder / "quiz_data" / "mills.yml").write_text(second, "utf-8")
    built = build(folder, "--strict", SITE_URL="https://example.org/coffee/")
    assert built.returncode == 0, built.stderr
    return folder


def test_no_word_of_this_guide_is_in_it(coffee: Path) -> None:
    texts = [path for path in coffee.rglob("*") if path.is_file() and "site" not in path.parts[-2:]]
    found = {
        path.relative_to(coffee).as_posix(): match[0]
        for path in texts
        if (match := OF_THIS_GUIDE.search(path.read_bytes().decode("utf-8", errors="replace")))
    }

    assert found == {}


def test_every_link_leads_somewhere(coffee: Path) -> None:
    command = [sys.executable, "-m", "built.links", str(coffee / "site")]

    checked = subprocess.run(
        command, cwd=coffee / "hooks", capture_output=True, text=True, check=False
    )

    assert (checked.stdout, checked.returncode) == ("", 0)


def test_it_has_all_that_a_guide_has(coffee: Path) -> None:
    site = coffee / "site"
    practice = ("mock-exam", "review", "flashcards", "progress")
    worker = (site / "sw.js").read_text("utf-8")

    assert all((site / "practice" / name / "index.html").is_file() for name in practice)
    assert {entry["location"].partition("#")[0] for entry in search_entries(site)} >= {
        "brewing/extraction/",
        "quizzes/grind/",
    }
    assert '"quizzes/extraction/"' in worker
    assert "6 questions" in re.sub(r"\s+", " ", (site / "index.html").read_text("utf-8"))


def test_the_quizzes_are_in_the_navigation(coffee: Path) -> None:
    home = (coffee / "site" / "index.html").read_text("utf-8")

    assert [home.index(f'href="quizzes/{slug}/"') for slug in ("extraction", "grind")]


def test_a_page_names_each_of_its_quizzes_in_its_head(coffee: Path) -> None:
    page = (coffee / "site" / "brewing" / "grind" / "index.html").read_text("utf-8")

    links = re.findall(r'<a class="quiet" href="([^"]*)">(Quiz[^<]*)</a>', page)
    assert links == [
        ("../../quizzes/grind/", "Quiz: The grind, 2 questions"),
        ("../../quizzes/mills/", "Quiz: Mills, 1 question"),
    ]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")

    made = subprocess.run([*NEW_GUIDE, str(tmp_path)], capture_output=True, text=True, check=False)

    assert made.returncode == 1
    assert made.stderr == f"{tmp_path} is not empty; name a new folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
