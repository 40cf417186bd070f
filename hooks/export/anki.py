"""An Anki deck: one note for each item, under an id that stays, so that importing updates."""

from __future__ import annotations

import hashlib
import html
import itertools
import sqlite3
from collections.abc import Iterator

import genanki

from export.archive import packed
from export.content import links_html, question, reasons_html, tags
from export.edition import Edition, Export, Format, Ledger, UnfitError
from export.front import list_html, offered_html
from export.text import line_html, to_html
from quizbank.model import Bank, Choice, Item, Match, Number, Order, Quiz, Recall
from quizbank.render import grouped

FIELDS = ("Question", "Options", "Answer", "Reasons", "Links", "Id")

_SEPARATOR = "\x1f"
"""What Anki stores between two fields."""

_FRONT = '<div class="question">{{Question}}</div>{{Options}}'
_BACK = """{{FrontSide}}<hr id="answer"><div class="answer">{{Answer}}</div>
<div class="reasons">{{Reasons}}</div><div class="links">{{Links}}</div>"""
_CSS = """.card { font: 1.1rem/1.5 system-ui, sans-serif; text-align: start; max-width: 40rem;
  margin: 0 auto; padding: .5rem 1rem; color: #1b1f24; background: #fff; overflow-wrap: anywhere; }
ul, ol { padding-inline-start: 1.4rem; }
li { margin: .35rem 0; }
pre { overflow-x: auto; }
hr { border: 0; border-top: 2px solid #c9ced6; margin: 1.25rem 0; }
.answer { font-weight: 600; }
.answer p, .answer .pairs { font-weight: 400; }
.reasons > ul:last-child { margin-top: 1.25rem; padding-top: .5rem; border-top: 1px solid #c9ced6; }
.reasons, .links { font-size: 1rem; }
a { color: #0b57d0; }
.card.nightMode, .card.night_mode { color: #e6e8eb; background: #16191d; }
.nightMode a, .night_mode a { color: #8ab4f8; }
.nightMode hr, .night_mode hr, .nightMode .reasons > ul, .night_mode .reasons > ul {
  border-color: #4a515b; }
"""
"""Anki's programs set one class or the other on the card in dark mode."""


class _Note(genanki.Note):  # type: ignore[misc] # genanki has no types
    """A note with a time of its own: Anki updates those that are later than what it has."""

    def __init__(self, time: int, **parts: object) -> None:
        super().__init__(**parts)
        self._time = time

    def write_to_db(
        self, cursor: sqlite3.Cursor, _: float, deck_id: int, numbers: Iterator[int]
    ) -> None:
        super().write_to_db(cursor, self._time, deck_id, numbers)


def write_anki(bank: Bank, edition: Edition) -> Export:
    """The bank as an .apkg; a deck for each objective."""
    ledger = Ledger()
    note_type = genanki.Model(
        _number("note type"),
        f"{edition.name}: question",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )
    decks: dict[str, genanki.Deck] = {}
    for quiz, item, fields in ledger.each(bank, lambda quiz, item: _fields(quiz, item, edition)):
        name = f"{edition.name}::{item.objective}"
        deck = decks.setdefault(name, genanki.Deck(_number(name), name))
        note = _Note(
            edition.time_of(item),
            model=note_type,
            fields=fields.split(_SEPARATOR),
            guid=item.id,
            tags=tags(quiz, item),
        )
        deck.add_note(note)
    database = _database(list(decks.values()), edition.timestamp)
    return ledger.close(packed({"collection.anki2": database, "media": b"{}"}))


def _fields(quiz: Quiz, item: Item, edition: Edition) -> str:
    fields = (
        question(item, edition),
        offered_html(item, edition),
        _answer(item, edition),
        to_html(item.rationale, edition.address) + reasons_html(item, edition),
        links_html(quiz, item, edition),
        item.id,
    )
    if any(_SEPARATOR in field for field in fields):
        raise UnfitError("Anki cannot hold the character U+001F")
    return _SEPARATOR.join(fields)


def _answer(item: Item, edition: Edition) -> str:
    match item.interaction:
        case Choice(options=options, key=key):
            return list_html("ul", [option.text for option in options if option.id in key], edition)
        case Order(steps=steps):
            return list_html("ol", [step.text for step in steps], edition)
        case Match(pairs=pairs):
            lines = [
                f"{line_html(pair.prompt, edition.address)}: <b>{html.escape(pair.response)}</b>"
                for pair in pairs
            ]
            return f'<ul class="pairs"><li>{"</li><li>".join(lines)}</li></ul>'
        case Number(value=value, tolerance=tolerance, unit=unit):
            within = f" (± {html.escape(tolerance)})" if tolerance not in {"", "0"} else ""
            number = html.escape(grouped(value))
            return f"{number} {line_html(unit, edition.address)}".rstrip() + within
        case Recall(answer=answer):
            return to_html(answer, edition.address)


def _number(name: str) -> int:
    """The number that Anki needs as an id: always the same for a name, and above 2^30."""
    digest = hashlib.sha256(f"study guide/{name}".encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


def _database(decks: list[genanki.Deck], timestamp: int) -> bytes:
    connection = sqlite3.connect(":memory:")
    try:
        numbers = itertools.count(timestamp * 1000)
        genanki.Package(decks).write_to_db(connection.cursor(), timestamp, numbers)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


FORMAT = Format(
    title="Anki",
    file="anki.apkg",
    keeps={
        "choice": "Options on the front, right ones and every reason on the back",
        "order": "Steps on the front in a mixed order, sequence and reasons on the back",
        "match": "Prompts and responses on the front, pairs and reasons on the back",
        "number": "Value, tolerance, and unit on the back",
        "recall": "Question and model answer",
    },
    loses="Hints, sources, misconceptions. You grade yourself.",
    write=write_anki,
)
