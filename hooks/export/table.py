"""What becomes of each kind of question in each format, as a table in HTML."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from export.edition import Export, Format

_KINDS = {
    "choice": "Choose one or several",
    "order": "Put in order",
    "match": "Match",
    "number": "Enter a number",
    "recall": "Recall",
}


def loss_table(formats: Mapping[str, Format], exports: Mapping[str, Export]) -> str:
    """A group of rows for each kind, and a line of Markdown for each item left out.

    Formats that do the same share a row. '' without exports.
    """
    if not exports:
        return ""
    groups = [_group(kind, title, formats, exports) for kind, title in _KINDS.items()]
    losses = {formats[name].title: formats[name].loses for name in exports}
    groups.append(_rows("Not in the file", losses))
    head = "<tr><th>Format</th><th>What it makes of the question</th></tr>"
    table = f"<table><thead>{head}</thead>{''.join(groups)}</table>"
    return "\n".join([table, "", *_left_out(formats, exports)])


def _group(
    kind: str, title: str, formats: Mapping[str, Format], exports: Mapping[str, Export]
) -> str:
    """What becomes of one kind; a format that lacks some says how many it has."""
    counts = {name: export.counts.get(kind, 0) for name, export in exports.items()}
    most = max(counts.values())
    lines = {
        formats[name].title: formats[name].keeps[kind]
        + (f" ({count} of {most})" if count < most else "")
        for name, count in counts.items()
    }
    return _rows(f"{title}: {most} {'question' if most == 1 else 'questions'}", lines)


def _rows(title: str, lines: Mapping[str, str]) -> str:
    """A title, then a row for each different line of *lines*, which are by format."""
    titles: dict[str, list[str]] = {}
    for name, line in lines.items():
        titles.setdefault(line, []).append(name)
    rows = (
        f'<tr><th scope="row">{html.escape(", ".join(names))}</th><td>{html.escape(line)}</td></tr>'
        for line, names in titles.items()
    )
    head = f'<tr><th colspan="2" scope="rowgroup">{html.escape(title)}</th></tr>'
    return f"<tbody>{head}{''.join(rows)}</tbody>"


def _left_out(formats: Mapping[str, Format], exports: Mapping[str, Export]) -> Iterator[str]:
    lines = [
        f"- {formats[name].title}: `{item.id}`. {item.reason}."
        for name, export in exports.items()
        for item in export.left_out
    ]
    yield "Questions left out:" if lines else "No question is left out of any format."
    yield from ["", *lines] if lines else []
