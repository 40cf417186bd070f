"""Tables as the pages show them: aligned by class, in a box, and with names where one is wide.

The policy allows no `style` attribute. The box is what the theme's script puts around a table.
"""

import html as entities
import re

_CELL = re.compile(
    r"<(?P<name>t[hd])(?P<before>[^<>]*?)"
    r' style="text-align: (?P<side>left|center|right);"(?P<after>[^<>]*)>'
)
_CLASS = re.compile(r'(?<= class=")')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr[^>]*>.*?</tr>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_COLUMNS, _LETTERS = 4, 45
"""A table with as many columns, and a row with more text, does not fit a phone."""


def box_tables(html: str) -> str:
    """*html* with each table without a class inside the theme's box for tables.

    In a wide one, each cell carries the name of its column: on a phone, a row is a block.
    """
    return _TABLE.sub(lambda table: _boxed(table[0]), html)


def _boxed(table: str) -> str:
    head, _, body = table.partition("</thead>")
    names = [_plain(name) for name in _HEAD.findall(head)]
    rows = _ROW.findall(body)
    if len(names) >= _COLUMNS and any(len(_plain(row)) > _LETTERS for row in rows):
        labeled = _ROW.sub(lambda row: _labeled(row[0], names), body)
        table, kind = f"{head}</thead>{labeled}", " rows"
    else:
        kind = ""
    return (
        f'<div class="md-typeset__scrollwrap{kind}"><div class="md-typeset__table">'
        f"{table}</div></div>"
    )


def _labeled(row: str, names: list[str]) -> str:
    """*row* with the name of its column on each cell."""
    first, *cells = row.split("<td")
    labels = [f'<td data-label="{entities.escape(name)}"' for name in names]
    labels += ["<td"] * (len(cells) - len(labels))
    return first + "".join(f"{label}{cell}" for label, cell in zip(labels, cells, strict=False))


def _plain(html: str) -> str:
    """The text of *html* without its tags."""
    return entities.unescape(_TAG.sub("", html)).strip()


def align_by_class(html: str) -> str:
    """*html* with the alignment that Python-Markdown gives table cells named as a class.

    `<td style="text-align: right;">` becomes `<td class="align-right">`.
    """
    return _CELL.sub(_aligned, html)


def _aligned(cell: re.Match[str]) -> str:
    name = f"align-{cell['side']}"
    rest = cell["before"] + cell["after"]
    if _CLASS.search(rest):
        return f"<{cell['name']}{_CLASS.sub(f'{name} ', rest, count=1)}>"
    return f'<{cell["name"]} class="{name}"{rest}>'
