"""Tables as the pages show them: aligned by class, and in a box that scrolls where one is wide.

The policy allows no `style` attribute. The box is what the theme's script puts around a table.
"""

import re

_CELL = re.compile(
    r"<(?P<name>t[hd])(?P<before>[^<>]*?)"
    r' style="text-align: (?P<side>left|center|right);"(?P<after>[^<>]*)>'
)
_CLASS = re.compile(r'(?<= class=")')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def box_tables(html: str) -> str:
    """*html* with each table without a class inside the theme's box for wide tables."""
    return _TABLE.sub(
        lambda table: (
            '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
            f"{table[0]}</div></div>"
        ),
        html,
    )


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
