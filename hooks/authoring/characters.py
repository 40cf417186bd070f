"""Decodes a file into text that YAML and people read in the same way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from authoring.problems import FileReport

LARGEST = 1 << 20
"""The most bytes that a file may have."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_HIDDEN = re.compile(
    "[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)
"""Other scripts and emoji need joiners, but never next to ASCII."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNFIT = re.compile("|".join(each.pattern for each in (_CONTROL, _HIDDEN, _SURROGATE)))
MOJIBAKE = re.compile("[ÂÃ][\u0080-\u00bf\u2018-\u203a€™œŸ]|â€|ğŸ|πŸ|\u201aÄ|Γ§|[\uf8ff\ufffd]")
SMALL_L = re.compile(r"(?<!\bet )\bAl\b(?!\.)")
"""What scanned text often has where the page says 'AI'."""
_TAB = re.compile("\t")
_INDENT = re.compile("^ *\t", re.MULTILINE)
_DIRECTIVE = re.compile("^%", re.MULTILINE)
_NBSP_INDENT = re.compile("^[ \t]*(\u00a0)", re.MULTILINE)


def decoded(data: bytes, report: FileReport) -> str | None:
    """*data* as text with simple line ends; None and a problem if YAML could not read it."""
    if len(data) > LARGEST:
        report.add((1, 1), f"the file has {len(data):,} bytes; the most is {LARGEST:,}")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.add((1, 1), "the file is UTF-16; save it as UTF-8")
        return None
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n")
        byte = f"byte 0x{data[error.start]:02x}"
        report.add(end_of(before), f"{byte} is not UTF-8; save the file as UTF-8")
        return None
    return text if _characters_are_fit(text, report) else None


def is_escaped(value: str, lines: Callable[[], str]) -> bool:
    """Whether *value* holds a character that only an escape in its *lines* can produce."""
    return any(found[0] not in lines() for found in _UNFIT.finditer(value))


def _characters_are_fit(text: str, report: FileReport) -> bool:
    """Report every character that a reader could not see or YAML could not read."""
    fatal = False
    for offset, sentence, stops in sorted(_unfit_characters(text)):
        report.add(end_of(text[:offset]), sentence)
        fatal = fatal or stops
    return not fatal


def _unfit_characters(text: str) -> Iterator[tuple[int, str, bool]]:
    indents = {found.end() for found in _INDENT.finditer(text)}
    if text.startswith("\ufeff"):
        yield 0, "the file starts with a byte order mark; save it as UTF-8 without one", True
    for found in _CONTROL.finditer(text):
        yield found.start(), f"control character U+{ord(found[0]):04X}; delete it", True
    for found in _HIDDEN.finditer(text, text.startswith("\ufeff")):
        uncounted = found[0] == "\ufeff"  # pure Python leaves it out of its columns
        yield found.start(), f"hidden character U+{ord(found[0]):04X}; delete it", uncounted
    for found in MOJIBAKE.finditer(text):
        yield found.start(), f"{found[0]!r} is encoding damage; type the character again", False
    for found in _TAB.finditer(text):
        sentence = "a tab indents this line" if found.end() in indents else "a tab stands here"
        yield found.start(), f"{sentence}; use spaces", True
    for found in _NBSP_INDENT.finditer(text):
        yield found.start(1), "a no-break space indents this line; use spaces", True
    for found in _DIRECTIVE.finditer(text):
        yield found.start(), "'%' starts a directive, which is not for these files; delete it", True


def end_of(text: str) -> tuple[int, int]:
    """The line and column right after *text*."""
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1
