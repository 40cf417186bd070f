"""What becomes of each kind of item in each format, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from export.edition import Export, Format
from quizbank.model import INTERACTION_NAMES

_KINDS = {
    "choice": "Choose one or several",
    "order": "Put in order",
    "match": "Match",
    "number": "Enter a number",
    "recall": "Recall",
}


def loss_table(formats: Mapping[str, Format], exports: Mapping[str, Export]) -> str:
    """A row for each kind, a column for each format, and a line for each item left out.

    '' without exports.
    """
    if not exports:
        return ""
    titles = [formats[name].title for name in exports]
    rows = [
        _row(["Kind of question", *titles]),
        _row(["---"] * (len(titles) + 1)),
        *(
            _row([_KINDS[kind], *(_cell(formats[n], exports[n], kind) for n in exports)])
            for kind in INTERACTION_NAMES
        ),
        _row(["Not in the file", *(formats[name].loses for name in exports)]),
    ]
    return "\n".join([*rows, "", *_left_out(formats, exports)])


def _cell(format: Format, export: Export, kind: str) -> str:
    return f"{format.keeps[kind]} ({export.counts.get(kind, 0)})"


def _left_out(formats: Mapping[str, Format], exports: Mapping[str, Export]) -> Iterator[str]:
    lines = [
        f"- {formats[name].title}: `{item.id}`. {item.reason}."
        for name, export in exports.items()
        for item in export.left_out
    ]
    yield "Questions left out:" if lines else "No question is left out of any format."
    yield from ["", *lines] if lines else []


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
