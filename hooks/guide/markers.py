"""Comments in a page that ask for more: an item, a diagram, the chooser, reports, exports."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from authoring.characters import end_of
from authoring.markdown_text import relink, without_code
from authoring.problems import FileReport
from export import FORMATS, Export, loss_table
from guide.chooser import PARTS, Chooser
from guide.errata import PARTS as ERRATA_PARTS
from guide.errata import Erratum, errata_list
from quizbank.model import Bank
from quizbank.render import render_item

_KINDS = "quiz|diagram|chooser|errata|exports"
_MARKER = re.compile(rf"^<!--[ ]*({_KINDS}):[ ]*(.*?)[ ]*-->[ ]*$", re.MULTILINE)
_NEARLY_MARKER = re.compile(rf"<!--\s*(?:{_KINDS})\w*[\s:=]+[\w-]*\s*-->", re.IGNORECASE)

_PARTS: Mapping[str, Collection[str]] = {
    "chooser": PARTS,
    "errata": ERRATA_PARTS,
    "exports": ("table",),
}
"""What a marker of each kind may ask for, besides items and diagrams."""

_CAPTION = re.compile(r"<!-- caption: (?P<text>.*?) -->\s*")
"""A caption before a diagram: the one thing to see in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inserts:
    """What markers may ask for."""

    bank: Bank
    diagrams: Mapping[str, str]
    chooser: Chooser | None
    errata: tuple[Erratum, ...]
    exports: Mapping[str, Export]
    """The bank for other programs, by format; none where it could not be read."""
    repository: str
    """The guide's address on GitHub, where readers report mistakes, or ''."""


def check_markers(
    markdown: str,
    items: Collection[str] | None,
    diagrams: Collection[str],
    report: FileReport,
) -> None:
    """Report each marker of a page that asks for something that does not exist.

    *items* are the ids that there are, or None where some file of the bank could not be read.
    """
    seen: set[tuple[str, str]] = set()
    whole: set[int] = set()
    for marker in _markers(markdown):
        kind, name = marker.groups()
        whole.add(marker.start())
        place = end_of(markdown[: marker.start()])
        known = {"quiz": items, "diagram": diagrams, **_PARTS}[kind]
        if known is not None and name not in known:
            report.add(place, _missing(kind, name))
        elif (kind, name) in seen:
            report.add(place, f"{name!r} is already on this page")
        seen.add((kind, name))
    for near in _NEARLY_MARKER.finditer(without_code(markdown)):
        if near.start() not in whole:
            sentence = f"{near[0]!r} means nothing; write '<!-- quiz: ID -->' alone on its line"
            report.add(end_of(markdown[: near.start()]), sentence)


def expand(uri: str, markdown: str, inserts: Inserts) -> str:
    """*markdown* of the page at *uri* with what its markers ask for."""
    parts: list[str] = []
    end = 0
    for marker in _markers(markdown):
        kind, name = marker.groups()
        parts += [markdown[end : marker.start()], _insert(uri, kind, name, inserts)]
        end = marker.end()
    return "".join([*parts, markdown[end:]])


def _missing(kind: str, name: str) -> str:
    if kind == "quiz":
        return f"there is no item {name!r} in the bank"
    if kind == "diagram":
        return f"there is no diagram 'docs/assets/diagrams/{name}.svg'"
    return f"the {kind} has no part {name!r}: {' or '.join(_PARTS[kind])}"


def _insert(uri: str, kind: str, name: str, inserts: Inserts) -> str:
    if kind == "diagram":
        return _figure(name, inserts.diagrams)
    if kind == "chooser":
        return relink(PARTS[name](inserts.chooser), uri) if inserts.chooser else ""
    if kind == "exports":
        return loss_table(FORMATS, inserts.exports)
    if kind == "errata":
        return relink(errata_list(inserts.errata, inserts.bank), uri)
    quiz, item = inserts.bank.items[name]
    return relink(render_item(item, quiz, inserts.bank, inserts.repository), uri)


def _figure(name: str, diagrams: Mapping[str, str]) -> str:
    """A diagram with its caption, and where there is one, its landscape version for wide pages."""
    caption = _CAPTION.match(diagrams[name])
    drawings = [_CAPTION.sub("", diagrams[name]).strip()]
    if wide := diagrams.get(f"{name}-wide"):
        drawings[0] = drawings[0].replace("<svg ", '<svg class="only-narrow" ', 1)
        drawings.append(wide.strip().replace("<svg ", '<svg class="only-wide" ', 1))
    below = [f"<figcaption>{caption['text']}</figcaption>"] if caption else []
    opening = '<figure class="diagram" data-search-exclude="">'
    return "\n".join([opening, *drawings, *below, "</figure>"])


def _markers(markdown: str) -> Iterator[re.Match[str]]:
    """Each marker outside code."""
    code_is_blank = without_code(markdown)
    for marker in _MARKER.finditer(markdown):
        if code_is_blank[marker.start()] == "<":
            yield marker
