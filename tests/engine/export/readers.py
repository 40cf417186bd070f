"""How other programs read the exports: their own readers where there are any, else a strict one."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportLogWithChanges,
)

from engine.export.qti import read_qti

GIFT_READER = Path(__file__).with_name("gift.mjs")

SHARED = {"name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden"}
SHARED |= {"idnumber", "hint", "tags"}
OWN = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer"},
    "matching": {"shuffleanswers", "subquestion"},
    "numerical": {"answer", "unitgradingtype", "showunits"},
    "ordering": {"layouttype", "selecttype", "selectcount", "gradingtype", "showgrading"}
    | {"numberingstyle", "answer"},
    "essay": {"responseformat", "responserequired", "responsefieldlines", "attachments"}
    | {"attachmentsrequired", "graderinfo"},
}
"""What Moodle's importer reads of each type of question."""
_PLACEHOLDER = re.compile(r"&&(\d{3});")
"""What gift-pegjs 1.0.2 holds an escaped sign as, and forgets to turn back in an answer of a
match. Moodle's importer uses the same and turns it back everywhere."""
FRACTIONS = {"100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "0", "-100"}
"""The shares of the points that Moodle knows, as far as an item may need them."""


def visible(html_text: str) -> str:
    """What a reader sees of HTML."""
    return html.unescape(re.sub("<[^>]*>", "", html_text))


def read_everything(name: str, data: bytes) -> dict[str, str]:
    """All that a reader of the format sees of each item, in any order, by the item's id."""
    return _EVERYTHING[name](data)


def _all_of_anki(data: bytes) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder) / "deck.apkg"
        deck.write_bytes(data)
        collection = Collection(str(Path(folder) / "collection.anki2"))
        import_deck(collection, deck)
        notes = [collection.get_note(id) for id in collection.find_notes("")]
        collection.close()
    return {note["Id"]: "\n".join(map(visible, note.fields)) for note in notes}


def _all_of_moodle(data: bytes) -> dict[str, str]:
    return {
        str(question.findtext("idnumber")): "\n".join(
            visible(text) if part.get("format") == "html" else text
            for part in question.iter()
            if (text := part.findtext("text"))
        )
        for question in read_moodle(data)
    }


def _all_of_gift(data: bytes) -> dict[str, str]:
    return {each["id"]: "\n".join(_texts_in(each)) for each in read_gift(data)}


def _texts_in(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if isinstance(value, str):
                yield visible(value) if name == "text" else value
            else:
                yield from _texts_in(value)
    elif isinstance(part, list):
        for each in part:
            yield from _texts_in(each)


def _all_of_qti(data: bytes) -> dict[str, str]:
    items = read_qti(data).items
    return {id.removeprefix("item-"): "".join(item.root.itertext()) for id, item in items.items()}


def _all_of_csv(data: bytes) -> dict[str, str]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return {row["id"]: "\n".join(row.values()) for row in rows}


_EVERYTHING = {
    "anki": _all_of_anki,
    "moodle": _all_of_moodle,
    "gift": _all_of_gift,
    "qti30": _all_of_qti,
    "qti21": _all_of_qti,
    "csv": _all_of_csv,
}


def read_gift(data: bytes) -> list[dict[str, Any]]:
    """The questions that gift-pegjs reads, by their titles' order; categories left out."""
    command = ["node", str(GIFT_READER)]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    questions = [each for each in json.loads(done.stdout) if each["type"] != "Category"]
    for pair in (pair for each in questions for pair in each.get("matchPairs", ())):
        pair["subanswer"] = _PLACEHOLDER.sub(lambda sign: chr(int(sign[1])), pair["subanswer"])
    return questions


def read_moodle(data: bytes) -> list[ElementTree.Element]:
    """The questions as Moodle takes them; what it would not read is a failure."""
    quiz = ElementTree.fromstring(data)
    assert quiz.tag == "quiz"
    questions = [each for each in quiz if each.get("type") != "category"]
    for question in questions:
        kind = str(question.get("type"))
        assert {child.tag for child in question} <= SHARED | OWN[kind]
        if kind != "ordering":
            assert {answer.get("fraction") for answer in question.iter("answer")} - {
                None
            } <= FRACTIONS
        for rich in question.iter():
            assert rich.get("format") in {None, "html", "plain_text"}
    return questions


def text_of(element: ElementTree.Element, path: str) -> str:
    """The text at *path*, which is there."""
    text = element.findtext(f"{path}/text")
    assert text is not None
    return text


def import_deck(collection: Collection, file: Path) -> ImportLogWithChanges.Log:
    """What Anki's own importer says about the deck in *file*."""
    options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=False)
    request = ImportAnkiPackageRequest(package_path=str(file), options=options)
    return collection.import_anki_package(request).log
