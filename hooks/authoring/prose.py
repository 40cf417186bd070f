"""Reads what other files need from a page of prose: front matter, anchors, and titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from authoring.characters import MOJIBAKE, SMALL_L, decoded, end_of
from authoring.markdown_text import without_code
from authoring.problems import FileReport
from authoring.yaml_text import Mapping, compose

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^(#{1,6})[ ]*(\S.*?)[ ]*#*[ ]*$", re.MULTILINE)
"""Python-Markdown does not need a space after the '#'."""
_GIVEN_ID = re.compile(r"[ ]*\{[^}]*?#([\w-]+)[^}]*\}[ ]*$")
_ANY_ID = re.compile(r"""\bid=["']([^"']+)["']|\{[^}\n]*?#([\w-]+)[^}\n]*\}""")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def check_front_matter(markdown: str, report: FileReport) -> None:
    """Report what is wrong with the front matter of a page.

    MkDocs prints front matter that does not parse to the reader, even when strict.
    """
    if not markdown.startswith("---"):
        return
    found = _FRONT_MATTER.match(markdown)
    if not found:
        report.add((1, 1), "front matter is opened by '---' and not closed")
        return
    text = decoded(f"\n{found[1] or ''}".encode(), report)
    node = compose(text[1:], report, first_line=2) if text and text.strip() else None
    if node is not None and not isinstance(node, Mapping):
        report.add((2, 1), "front matter should be a mapping of names to values")


def check_letters(markdown: str, report: FileReport) -> None:
    """Report encoding damage and 'Al' for 'AI' on a page, outside code."""
    if not (MOJIBAKE.search(markdown) or SMALL_L.search(markdown)):
        return
    bare = without_code(markdown)
    for found in MOJIBAKE.finditer(bare):
        sentence = f"{found[0]!r} is encoding damage; type the character again"
        report.add(end_of(bare[: found.start()]), sentence)
    for found in SMALL_L.finditer(bare):
        report.add(end_of(bare[: found.start()]), "'Al' with a small L should be 'AI'")


@lru_cache(maxsize=1024)  # quizzes, glossary and chooser all link into the same pages
def anchors(markdown: str) -> frozenset[str]:
    """The fragments that a link to the page may end in."""
    return frozenset(_anchors(markdown))


def _anchors(markdown: str) -> Iterator[str]:
    bare = without_code(markdown)
    for given in _ANY_ID.finditer(bare):
        yield given[1] or given[2]
    for _, anchor, _ in _headings(markdown, bare):
        yield anchor


def section_titles(markdown: str) -> dict[str, str]:
    """The text of each section's heading, by its anchor; without the page's own title."""
    headings = _headings(markdown, without_code(markdown))
    return {anchor: text for level, anchor, text in headings if level > 1}


def _headings(markdown: str, bare: str) -> Iterator[tuple[int, str, str]]:
    """Level, anchor and text of each heading; *bare* is *markdown* with its code blanked."""
    taken: set[str] = set()
    for heading in _HEADING.finditer(markdown):
        if bare[heading.start()] != "#":
            continue
        given = _GIVEN_ID.search(heading[2])
        text = _LINK.sub(r"\1", heading[2][: given.start()] if given else heading[2])
        anchor = given[1] if given else _unique(_slug(text), taken)
        taken.add(anchor)
        yield len(heading[1]), anchor, text


def _slug(heading: str) -> str:
    """The id that Python-Markdown's toc extension gives a heading."""
    plain = re.sub(r"[*`]|<[^>]*>", "", _LINK.sub(r"\1", heading))
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^\w\s-]", "", ascii_only).strip().lower()
    return re.sub(r"[-\s]+", "-", kept)


def _unique(slug: str, taken: set[str]) -> str:
    number = 1
    unique = slug
    while unique in taken:
        unique = f"{slug}_{number}"
        number += 1
    return unique
