"""What an author's Markdown may hold, and how it is made safe to set into a page.

An item's text is rendered inside a form that other Markdown surrounds, so nothing in it may open
or close an element, carry attributes or reach outside. Code is kept literally.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

Fault = tuple[int, str]
"""Offset in the text, and a sentence."""
Check = Callable[[str], Iterator[Fault]]

_FENCE = re.compile(r"^```[a-z0-9_+-]*[ ]*\n(?:(?![ ]*```).*\n)*?```[ ]*$", re.MULTILINE)
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ ]*\n).){1,2000}?)(?<!`)\1(?!`)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_LINK = re.compile(r"\]\(\s*([^)\s]*)")
_ROOTED_LINK = re.compile(r"(?<=\]\()\s*/([^)\s#]*)")

_ANYWHERE = (
    (re.compile(r"<(?=https?:)"), "write a bare address as a link: '[text](https://…)'"),
    (re.compile(r"<(?=[a-zA-Z/!?])"), "raw HTML is not for quiz files; write '&lt;' for '<'"),
    (re.compile(r"\{[^{}]*\}"), "braces set attributes; put them in `code`"),
    (re.compile(r"!\["), "an item holds no image; set a diagram into the page"),
    (re.compile(r"\[\^"), "an item holds no footnote; write the note out"),
)
_FENCES = (
    (
        re.compile(r"^[ ]*(?:```|~~~)", re.MULTILINE),
        "a code fence is ``` and a language, and ``` to close it, at the line's start",
    ),
)
_IN_BLOCKS = (
    (
        re.compile(r"^[ ]{0,3}#", re.MULTILINE),
        "an item holds no heading; use **bold** text",
    ),
    (
        re.compile(r"^[ ]{0,3}(?:=+|-+)[ ]*$", re.MULTILINE),
        "a line of dashes makes a heading; leave it out",
    ),
    (
        re.compile(r"^[ ]{0,3}\*?\[[^\]\n]*\]:", re.MULTILINE),
        "definitions reach over the whole page; write the link out",
    ),
)
_MEANS_MARKUP = re.compile(r"[`*_\[\]{}<\\~]")
"""Characters that could be markup within a paragraph."""
_BARE_AMPERSAND = re.compile(r"&(?!#?\w{1,31};)")
_PARAGRAPH_BREAK = re.compile(r"\n[ ]*\n")


def paragraph_faults(text: str) -> Iterator[Fault]:
    """What is wrong with *text* as one paragraph of an item: a stem, an option, a why."""
    if "\n" not in text and not _MEANS_MARKUP.search(text):
        return
    bare = _blanked(text, _CODE_SPAN)
    if found := _PARAGRAPH_BREAK.search(text.strip("\n")):
        yield (
            found.start(),
            "should be one paragraph; longer matter goes into a scenario or the rationale",
        )
    yield from _found(_ANYWHERE, bare)
    if found := re.search(r"^[ ]*(?:```|~~~)", text, re.MULTILINE):
        yield found.start(), "a code fence does not fit into one paragraph; use `code`"


def block_faults(text: str) -> Iterator[Fault]:
    """What is wrong with *text* as Markdown of several blocks: a rationale, a scenario."""
    outside_fences = _blanked(text, _FENCE)
    yield from _found(_FENCES, outside_fences)
    yield from _found((*_ANYWHERE, *_IN_BLOCKS), _blanked(outside_fences, _CODE_SPAN))


def links(text: str) -> Iterator[tuple[int, str]]:
    """Offset and target of each link outside code."""
    bare = _IMAGE.sub(lambda image: " " * len(image[0]), without_code(text))
    return ((found.start(1), found[1]) for found in _LINK.finditer(bare))


def paragraph(text: str) -> str:
    """*text* on one line, with its code spans as HTML in which no character is markup."""
    coded = _CODE_SPAN.sub(_literal_code, text) if "`" in text else text
    return _BARE_AMPERSAND.sub("&amp;", " ".join(coded.split()))


def needs_markdown(text: str) -> bool:
    """Whether `paragraph(text)` is more than HTML already. Markdown is most of a build's time."""
    return bool(_MEANS_MARKUP.search(text) and _MEANS_MARKUP.search(_CODE_SPAN.sub("", text)))


def block(text: str) -> str:
    """*text* with its code spans as HTML in which no character is markup; fences stay."""
    return _outside_fences(text.strip("\n"), lambda part: _CODE_SPAN.sub(_literal_code, part))


def literal(text: str) -> str:
    """*text* as HTML that Markdown and browsers show without a change."""
    return re.sub(r"[^\w\s]|_", lambda found: f"&#{ord(found[0])};", text, flags=re.ASCII)


def running(text: str) -> str:
    """*text* escaped for the middle of a line of Markdown."""
    return re.sub(r"[\\`*_{}\[\]<>&|~^!#\"]", lambda found: f"&#{ord(found[0])};", text)


def relink(markdown: str, uri: str) -> str:
    """Make links that start at the docs root relative to the page at *uri*.

    Authors write `/topic/page.md`, which stays right wherever an item is shown; site generators
    check only relative links.
    """
    here = posixpath.dirname(uri) or "."

    def relative(match: re.Match[str]) -> str:
        return posixpath.relpath(match[1], here)

    return _outside_fences(markdown, lambda part: _ROOTED_LINK.sub(relative, part))


def without_code(markdown: str) -> str:
    """*markdown* with code replaced by spaces, so that offsets stay the same."""
    return _blanked(_blanked(markdown, _FENCE), _CODE_SPAN)


def folded(text: str, fold: Callable[[str], str]) -> str:
    """*text* with its prose passed through *fold*; in code, every sign and case counts."""
    parts: list[str] = []
    end = 0
    for code in _CODE_SPAN.finditer(text):
        parts += [fold(text[end : code.start()]), code[0]]
        end = code.end()
    return " ".join(" ".join([*parts, fold(text[end:])]).split())


def _literal_code(match: re.Match[str]) -> str:
    return f"<code>{literal(match[2].strip())}</code>"


def _found(rules: tuple[tuple[re.Pattern[str], str], ...], text: str) -> Iterator[Fault]:
    """The first match of each rule; where two match at one place, only the first rule's."""
    told: set[int] = set()
    for pattern, sentence in rules:
        if (match := pattern.search(text)) and match.start() not in told:
            told.add(match.start())
            yield match.start(), sentence


def _blanked(text: str, pattern: re.Pattern[str]) -> str:
    if "`" not in text:
        return text
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _outside_fences(text: str, change: Callable[[str], str]) -> str:
    if "```" not in text:
        return change(text)
    parts: list[str] = []
    end = 0
    for fence in _FENCE.finditer(text):
        parts += [change(text[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*parts, change(text[end:])])
