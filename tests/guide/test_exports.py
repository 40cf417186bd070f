"""Every question of this guide reaches the programs that it is exported for."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from anki.collection import Collection

from engine.export.qti import read_qti
from engine.export.readers import import_deck, read_gift, read_moodle
from export import FORMATS, Edition, Export, loss_table
from guide import Sources, edition_of, export_guide, read_diagrams, read_guide, read_prose
from guide import read_sources as read_files
from guide.__main__ import main
from guide.build import address_of

ROOT = Path(__file__).parents[2]
GUIDE = read_guide(
    Sources(files=read_files(ROOT), prose=read_prose(ROOT), diagrams=read_diagrams(ROOT))
)
IDS = list(GUIDE.bank.items)


def address(uri: str) -> str:
    return f"https://guide.example/{address_of(uri)}"


EDITION: Edition = edition_of(GUIDE, address, 1_700_000_000)


@pytest.fixture(scope="module")
def exports() -> dict[str, Export]:
    """The bank in every format."""
    return export_guide(GUIDE, EDITION)


def test_the_page_counts_what_the_files_hold(exports: dict[str, Export]) -> None:
    kinds = Counter(item.interaction.name for _, item in GUIDE.bank.items.values())

    table = loss_table(FORMATS, exports)

    for export in exports.values():
        assert export.counts == kinds
    for count in kinds.values():
        assert f": {count} questions</th>" in table
    for name in exports:
        assert table.count(FORMATS[name].title) > len(kinds)
    assert "No question is left out of any format." in table


def test_gift_and_moodle_read_every_question(exports: dict[str, Export]) -> None:
    gift = [each["id"] for each in read_gift(exports["gift"].data)]
    moodle = [each.findtext("idnumber") for each in read_moodle(exports["moodle"].data)]

    assert sorted(gift) == sorted(map(str, moodle)) == sorted(IDS)


@pytest.mark.parametrize("name", ["qti30", "qti21"])
def test_qti_gives_full_marks_for_the_key_of_every_question(
    name: str, exports: dict[str, Export]
) -> None:
    package = read_qti(exports[name].data)
    by_person = {
        f"item-{id}"
        for id, (_, item) in GUIDE.bank.items.items()
        if item.interaction.name == "recall"
    }

    assert {id.removeprefix("item-") for id in package.items} == set(IDS)
    assert sorted(id for test in package.tests.values() for id in test) == sorted(package.items)
    for id, item in package.items.items():
        if id in by_person:
            assert item.key == []
            continue
        is_number = item.kind == "textEntryInteraction"
        wrong = [str(Decimal(item.key[0]) * 3 + 1)] if is_number else item.key[1:]
        assert (item.answered(item.key)[0], item.answered(wrong)[0]) == (1, 0)


def test_anki_reads_every_question(exports: dict[str, Export], tmp_path: Path) -> None:
    deck = tmp_path / "deck.apkg"
    deck.write_bytes(exports["anki"].data)
    collection = Collection(str(tmp_path / "collection.anki2"))

    log = import_deck(collection, deck)
    again = import_deck(collection, deck)

    assert (len(log.new), len(again.new), collection.note_count()) == (len(IDS), 0, len(IDS))
    collection.close()


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_writes_a_file(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "file"

    assert main(["export", name, str(out), "--site", "https://guide.example/"]) == 0

    assert len(out.read_bytes()) > 100_000
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "csv", str(tmp_path)]) == 1

    assert capsys.readouterr().err == f"{tmp_path} cannot be written: Is a directory.\n"
