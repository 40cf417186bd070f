"""A question's date is that of the commit that last changed it, so that Anki updates only that."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

from engine.export.readers import import_deck
from export import FORMATS
from guide import (
    LOG,
    Guide,
    Sources,
    edition_of,
    read_guide,
    read_history,
    read_sources,
)

EXHIBIT = Path(__file__).parent / "exhibit"
PROSE = {f"brewing/{name}.md": f"# {name.title()}\n" for name in ("extraction", "grind", "water")}
ATTRIBUTES = "quiz_data/*.yml diff=quiz\n"
HEAD = "title: Tea\npage: brewing/extraction.md\nobjective: brewing\nitems:\n"
ITEM = """\
  - id: tea-{0}
    stem: What does word {0} mean?
    difficulty: recall
    recall: |
      First line about {0}.

      Second line about {0}.
    sources: ["https://tea.example/{0}"]
    reviewed: 2026-11-01
"""
WHOLE = HEAD + "\n".join(ITEM.format(name) for name in ("one", "two", "three"))
FIRST, SECOND, LATER = 1_700_000_000, 1_700_000_060, 1_800_000_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A guide with three questions, committed."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    settings = EXHIBIT / "quiz_data" / "guide.yml"
    (tmp_path / "quiz_data").mkdir()
    shutil.copy(settings, tmp_path / "quiz_data")
    (tmp_path / ".gitattributes").write_text(ATTRIBUTES)
    commit(tmp_path, WHOLE, FIRST)
    return tmp_path


@pytest.fixture
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """An empty collection of Anki's."""
    opened = Collection(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    yield opened
    opened.close()


def imported(root: Path, collection: Collection, time: int) -> tuple[int, int]:
    """How many notes are new and how many updated when the deck made at *time* is imported."""
    guide = guide_at(root)
    edition = edition_of(guide, lambda uri: f"https://tea.example/{uri}", time)
    deck = root / "deck.apkg"
    deck.write_bytes(FORMATS["anki"].write(guide.bank, edition).data)
    log = import_deck(collection, deck)
    return len(log.new), len(log.updated)


def git(root: Path, *words: str, time: int = FIRST) -> None:
    who = {"NAME": "Author", "EMAIL": "author@tea.example", "DATE": f"{time} +0000"}
    names = {f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    environment = {**os.environ, **names}
    subprocess.run(["git", *words], cwd=root, env=environment, check=True, capture_output=True)


def commit(root: Path, quiz: str, time: int) -> None:
    (root / "quiz_data" / "tea.yml").write_text(quiz)
    git(root, "add", "quiz_data", ".gitattributes")
    git(root, "commit", "--quiet", "--message", "Change the quiz", time=time)


def guide_at(root: Path) -> Guide:
    sources = Sources(
        files=read_sources(root),
        prose=PROSE,
        diagrams={},
        history=read_history(root, LOG),
    )
    guide = read_guide(sources)
    assert guide.problems == ()
    return guide


def times(root: Path) -> dict[str, int]:
    edition = edition_of(guide_at(root), str, LATER)
    items = guide_at(root).bank.items.values()
    return {item.id.removeprefix("tea-"): edition.time_of(item) for _, item in items}


def test_anki_updates_the_one_note_whose_text_changed_and_keeps_its_schedule(
    root: Path, collection: Collection
) -> None:
    assert imported(root, collection, FIRST) == (3, 0)
    (studied,) = collection.find_cards('Id:"tea-two"')
    collection.sched.set_due_date([studied], "5")
    before = collection.get_card(studied)
    history = collection.db.list("select id from revlog")

    commit(root, WHOLE.replace("What does word two", "What does the word two"), SECOND)

    assert imported(root, collection, SECOND) == (0, 1)
    after = collection.get_card(studied)
    assert "the word two" in after.note()["Question"]
    assert (after.due, after.ivl, after.queue) == (before.due, before.ivl, before.queue)
    assert history == collection.db.list("select id from revlog") != []


@pytest.mark.parametrize(
    ("old", "new", "newer"),
    [
        ("\n\n      Second line about two.", "", {"two"}),
        ("page: brewing/extraction.md", "page: brewing/grind.md", {"one", "two", "three"}),
        (ITEM.format("two"), ITEM.format("two") + "\n" + ITEM.format("four"), {"four"}),
        ("  - id: tea-three", "    hints: [Think.]\n  - id: tea-three", {"two"}),
    ],
    ids=["line removed", "page moved", "question added", "line before the next"],
)
def test_what_changes_a_question_makes_it_newer(
    old: str, new: str, newer: set[str], root: Path
) -> None:
    assert WHOLE.count(old) == 1

    commit(root, WHOLE.replace(old, new), SECOND)

    assert {name for name, time in times(root).items() if time == SECOND} == newer


def test_new_code_of_the_exports_makes_every_question_newer(root: Path) -> None:
    (root / "hooks" / "export").mkdir(parents=True)
    (root / "hooks" / "export" / "anki.py").write_text("CARD = 'larger'\n")
    git(root, "add", "hooks")
    git(root, "commit", "--quiet", "--message", "Enlarge the card", time=SECOND)

    assert set(times(root).values()) == {SECOND}


def test_a_merged_change_counts_from_the_merge(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "older")
    commit(root, WHOLE.replace("word two", "the word two"), FIRST + 1)
    git(root, "checkout", "--quiet", "main")
    commit(root, WHOLE.replace("word one", "the word one"), FIRST + 2)

    git(root, "merge", "--quiet", "older", time=SECOND)

    assert times(root) == {"one": FIRST + 2, "two": SECOND, "three": FIRST}


def test_without_history_every_question_is_as_new_as_the_export(root: Path) -> None:
    shutil.rmtree(root / ".git")

    assert set(times(root).values()) == {LATER}
