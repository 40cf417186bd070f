"""The whole guide, built as it is deployed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from conftest import build, copy_of_the_guide, search_entries
from guide import quiz_uris, read_sources


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two strict builds in other folders, time zones and hash seeds."""
    folders = []
    for name, zone, seed in (("one", "UTC", "0"), ("another place", "Pacific/Kiritimati", "1")):
        folder = copy_of_the_guide(tmp_path_factory.mktemp("build") / name)
        built = build(
            folder, "--strict", TZ=zone, PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH="1000000000"
        )
        assert built.returncode == 0, built.stderr
        folders.append(folder / "site")
    return folders[0], folders[1]


def test_building_twice_gives_the_same_bytes(twice: tuple[Path, Path]) -> None:
    one, another = (
        {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for site in twice
    )

    assert one == another


def test_every_quiz_is_in_the_navigation_in_the_order_of_the_pages(
    twice: tuple[Path, Path],
) -> None:
    home = (twice[0] / "index.html").read_text("utf-8")
    root = Path(__file__).parents[2]

    linked = re.findall(r'href="(quizzes/[\w-]+)/" class="md-nav__link"', home)

    assert sorted(linked) == [uri.removesuffix(".md") for uri in quiz_uris(read_sources(root))]
    assert linked.index("quizzes/instruction-tuning") < linked.index("quizzes/peft")


def test_no_key_and_no_explanation_is_in_the_search_index(site: Path) -> None:
    found = " ".join(entry["text"] for entry in search_entries(site))

    assert "Only the added low-rank matrices are trained here" not in found
    assert "Both leave the base as it was" not in found
    assert "quiz-check" not in found


def test_the_index_of_items_holds_no_text_and_no_key(site: Path) -> None:
    index = json.loads((site / "quizzes" / "index.json").read_text("utf-8"))
    exhibit = next(quiz for quiz in index["quizzes"] if quiz["slug"] == "exhibit")

    assert exhibit["page"] == "exhibit/"
    assert {key for item in exhibit["items"] for key in item} == {
        "id",
        "objective",
        "interaction",
        "difficulty",
        "revision",
        "facts",
    }


def test_an_inline_script_put_in_by_hand_fails_the_build(tmp_path: Path) -> None:
    folder = copy_of_the_guide(tmp_path)
    page = folder / "docs" / "methods" / "peft.md"
    page.write_text(page.read_text("utf-8") + "\n<script>alert(1)</script>\n", "utf-8")

    built = build(folder)

    assert built.returncode == 1
    assert re.search(r"docs/methods/peft\.md:\d+:\d+: an inline script", built.stderr)
    assert "Traceback" not in built.stderr


def test_every_mistake_of_every_file_is_told_in_one_build(tmp_path: Path) -> None:
    folder = copy_of_the_guide(tmp_path)
    quiz = folder / "quiz_data" / "peft.yml"
    quiz.write_text(quiz.read_text("utf-8").replace("difficulty: recall", "difficulty: easy", 1))
    (folder / "quiz_data" / "zero.yml").write_text("", "utf-8")
    page = folder / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n<!-- quiz: no-such-item -->\n", "utf-8")

    built = build(folder)

    assert built.returncode == 1
    assert re.search(
        r"quiz_data/peft\.yml:\d+:\d+: .*difficulty 'easy' is not one of", built.stderr
    )
    assert "quiz_data/zero.yml:1:1: the file is empty" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_page_that_asks_for_an_unknown_item_is_told_with_its_line(tmp_path: Path) -> None:
    folder = copy_of_the_guide(tmp_path)
    page = folder / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n<!-- quiz: no-such-item -->\n", "utf-8")
    line = page.read_text("utf-8").count("\n")

    built = build(folder)

    assert f"docs/index.md:{line}:1: there is no item 'no-such-item' in the bank" in built.stderr


def test_front_matter_that_does_not_parse_fails_the_build(tmp_path: Path) -> None:
    folder = copy_of_the_guide(tmp_path)
    (folder / "docs" / "index.md").write_text("---\ntitle: Foo: bar\n---\n# Home\n", "utf-8")

    built = build(folder)

    assert built.returncode == 1
    assert "docs/index.md:2:11: ': ' inside a value; put the value in quotes" in built.stderr


def test_a_guide_without_a_quiz_file_is_told_so(tmp_path: Path) -> None:
    folder = copy_of_the_guide(tmp_path)
    shutil.rmtree(folder / "quiz_data")
    (folder / "quiz_data").mkdir()

    built = build(folder)

    assert "quiz_data:1:1: there is no quiz file in this folder" in built.stderr
