"""How other programs read the exports: their own readers where there are any, else a strict one."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportLogWithChanges,
)

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
