"""An Anki deck: one note for each item, under an id that stays, so that importing updates."""

from __future__ import annotations

import hashlib
import io
import itertools
import sqlite3
import zipfile
from collections.abc import Iterator

import genanki

from export.content import links_html, positions, question, reasons_html, shuffled, tags
from export.edition import Edition, Export, Format, Ledger, UnfitError
from export.text import line_html, to_html
from quizbank.model import Bank, Choice, Item, Match, Number, Order, Quiz, Recall

FIELDS = ("Question", "Options", "Answer", "Reasons", "Links", "Id")

_SEPARATOR = "\x1f"
"""What Anki stores between two fields."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

_FRONT = '<div class="question">{{Question}}</div>{{Options}}'
_BACK = '{{FrontSide}}<hr id="answer"><div class="answer">{{Answer}}</div>{{Reasons}}{{Links}}'
_CSS = """.card { font: 1.1rem/1.5 system-ui, sans-serif; text-align: start; max-width: 40rem;
  margin: 0 auto; padding: .5rem; color: #1b1f24; background: #fff; overflow-wrap: anywhere; }
.answer { font-weight: 600; }
li { margin: .35rem 0; }
pre { overflow-x: auto; }
a { color: #0b57d0; }
.card.nightMode, .card.night_mode { color: #e6e8eb; background: #16191d; }
.nightMode a, .night_mode a { color: #8ab4f8; }
"""


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
    return ledger.close(_packed(_database(list(decks.values()), edition.timestamp)))


def _fields(quiz: Quiz, item: Item, edition: Edition) -> str:
    fields = (
        question(item, edition),
        _options(item, edition),
        _answer(item, edition),
        to_html(item.rationale, edition.address) + reasons_html(item, edition),
        links_html(quiz, item, edition),
        item.id,
    )
    if any(_SEPARATOR in field for field in fields):
        raise UnfitError("Anki cannot hold the character U+001F")
    return _SEPARATOR.join(fields)


def _options(item: Item, edition: Edition) -> str:
    """What the front of the card offers, in an order that gives nothing away."""
    match item.interaction:
        case Choice(options=options):
            return _list("ul", [option.text for option in shuffled(item.id, options)], edition)
        case Order() as order:
            steps = [text for text, _ in positions(order)]
            return _list("ul", shuffled(item.id, steps), edition)
        case Match(pairs=pairs) as match:
            prompts = _list("ul", [pair.prompt for pair in pairs], edition)
            responses = [_plain(text) for text in shuffled(item.id, match.responses)]
            return f"{prompts}<p>Choose from: {'; '.join(responses)}</p>"
        case Number() | Recall():
            return ""


def _answer(item: Item, edition: Edition) -> str:
    match item.interaction:
        case Choice(options=options, key=key):
            return _list("ul", [option.text for option in options if option.id in key], edition)
        case Order(steps=steps):
            return _list("ol", [step.text for step in steps], edition)
        case Match(pairs=pairs):
            lines = (
                f"<li>{line_html(pair.prompt, edition.address)}: {_plain(pair.response)}</li>"
                for pair in pairs
            )
            return f"<ul>{''.join(lines)}</ul>"
        case Number(value=value, tolerance=tolerance, unit=unit):
            within = f" (± {_plain(tolerance)})" if tolerance not in {"", "0"} else ""
            return f"{_plain(value)} {line_html(unit, edition.address)}".rstrip() + within
        case Recall(answer=answer):
            return to_html(answer, edition.address)


def _list(tag: str, texts: list[str], edition: Edition) -> str:
    entries = (f"<li>{line_html(text, edition.address)}</li>" for text in texts)
    return f"<{tag}>{''.join(entries)}</{tag}>"


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _number(name: str) -> int:
    """A number for what Anki knows by one: always the same for a name, and above 2^30."""
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


def _packed(database: bytes) -> bytes:
    """The files of an .apkg, always with the same date: the same bytes from the same bank."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("collection.anki2", database), ("media", b"{}")):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return packed.getvalue()


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
