"""Table alignment by class, since the policy allows no `style` attribute."""

import re

_CELL = re.compile(
    r"<(?P<name>t[hd])(?P<before>[^<>]*?)"
    r' style="text-align: (?P<side>left|center|right);"(?P<after>[^<>]*)>'
)
_CLASS = re.compile(r'(?<= class=")')


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
