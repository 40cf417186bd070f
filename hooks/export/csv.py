"""CSV for Anki, Quizlet, and spreadsheets: front, back, and what belongs to them."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from export.content import reasons
from export.edition import Edition, Export, Format, Ledger
from export.front import front_text
from export.text import to_plain
from quizbank.model import Bank, Choice, Item, Match, Number, Order, Quiz, Recall
from quizbank.parse.links import quiz_uri

COLUMNS = (
    "question",
    "answer",
    "explanation",
    "hints",
    "kind",
    "difficulty",
    "objective",
    "page",
    "id",
    "link",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Lines(list[str]):
    """What csv.writer writes to."""

    write = list.append


def write_csv(bank: Bank, edition: Edition) -> Export:
    """The bank as CSV in UTF-8 with a byte order mark, without which spreadsheets guess."""
    ledger, lines = Ledger(), _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for quiz, item, _ in ledger.each(bank, lambda _quiz, _item: ""):
        writer.writerow([harmless(cell) for cell in _row(quiz, item, edition)])
    return ledger.close("".join(lines).encode("utf-8-sig"))


def harmless(cell: str) -> str:
    """*cell*, with an apostrophe in front if a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _row(quiz: Quiz, item: Item, edition: Edition) -> list[str]:
    home = edition.address(quiz_uri(quiz.path))
    return [
        front_text(item),
        "\n".join(_back(item)),
        "\n".join([to_plain(item.rationale), *_whys(item)]).strip("\n"),
        "\n".join(map(to_plain, item.hints)),
        item.interaction.name,
        item.difficulty,
        item.objective,
        quiz.page,
        item.id,
        f"{home}#{item.id}" if home else "",
    ]


def _back(item: Item) -> Iterator[str]:
    match item.interaction:
        case Choice(options=options, key=key):
            yield from (f"{o.id}) {to_plain(o.text)}" for o in options if o.id in key)
        case Order(steps=steps):
            yield from (f"{n}. {to_plain(step.text)}" for n, step in enumerate(steps, 1))
        case Match(pairs=pairs):
            yield from (f"{to_plain(pair.prompt)}: {pair.response}" for pair in pairs)
        case Number(value=value, unit=unit):
            yield f"{value} {to_plain(unit)}".rstrip()
        case Recall(answer=answer):
            yield to_plain(answer)


def _whys(item: Item) -> Iterator[str]:
    for text, why in reasons(item):
        if why:
            yield f"{to_plain(text)}: {to_plain(why)}"


FORMAT = Format(
    title="CSV",
    file="questions.csv",
    keeps={
        "choice": "Options on the front, right ones on the back",
        "order": "Steps in alphabetical order on the front, sequence on the back",
        "match": "Prompts and responses on the front, pairs on the back",
        "number": "Value and unit, without the tolerance",
        "recall": "Question and model answer",
    },
    loses="Emphasis, links inside texts, sources, misconceptions. Nothing is graded.",
    write=write_csv,
)
