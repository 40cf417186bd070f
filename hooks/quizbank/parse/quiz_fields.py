"""Reads the fields of a quiz file: Markdown that fits an item, addresses, links."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import quote

from authoring import markdown_text as markup
from authoring.fields import Fields
from authoring.problems import FileReport, Place, Report
from authoring.yaml_text import Node, Text, read
from quizbank.settings import Settings

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SOURCE = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][^\s\"<>`\\]*)?")
"""A web address."""

_ENTITY = re.compile(r"&#?\w{1,31};")
_TAG = re.compile(r"<[a-zA-Z/!?][^\s<>]*>?")
_MARKUP = re.compile(r"`|\*\*|\]\(")


@dataclass(slots=True)
class QuizFile:
    """What all fields of one file share: settings, fallbacks, and links that are checked later."""

    settings: Settings = field(default_factory=Settings)
    today: datetime.date = datetime.date.max
    """The day on which it is read; an item reviewed later has a mistake."""
    objective: Text | None = None
    """The objective of items that name none."""
    scenarios: dict[str, str] = field(default_factory=dict)
    """Markdown that several items share, by its name."""
    links: list[tuple[str, Place]] = field(default_factory=list)
    """Each link that starts at the docs root, with its place."""
    misconceptions: list[tuple[str, Place]] = field(default_factory=list)
    """Each id that a distractor is filed under, with its place."""


def read_quiz_fields(
    files: Mapping[str, bytes], path: str, what: str, report: Report
) -> QuizFields | None:
    """The mapping in the file at *path*; None where *files* has no such file or it does not parse.

    *what* names it in problems.
    """
    if path not in files:
        return None
    node = read(files[path], report.on(path))
    return None if node is None else QuizFields(node, what, report.on(path), QuizFile())


class QuizFields(Fields):
    """One mapping of a quiz file, whose texts are Markdown that is fit for an item."""

    def __init__(self, node: Node, what: str, report: FileReport, file: QuizFile) -> None:
        self.file = file
        self.whose = ""
        """What starts each problem of the mappings below this one."""
        super().__init__(node, what, report)

    def below(self, node: Node, what: str) -> Self:
        """Another mapping that belongs to this one, of the same file."""
        return type(self)(node, f"{self.whose}{what}", self.report, self.file)

    def belong_to(self, item: str) -> None:
        """Name the *item*, by its id, in every problem from here on."""
        self.what = f"item {item!r}"
        self.whose = f"{self.what}, "

    def paragraph(self, name: str) -> str:
        """The text under *name* as one paragraph of Markdown, or '' and a problem."""
        return self.as_paragraph(self.text(name))

    def optional_paragraph(self, name: str) -> str:
        """The text under *name* as one paragraph of Markdown, '' where it is missing."""
        return self.as_paragraph(self.optional_text(name))

    def block(self, name: str) -> str:
        """The text under *name* as Markdown of several blocks, or '' and a problem."""
        return self.as_block(self.text(name))

    def optional_block(self, name: str) -> str:
        """The text under *name* as Markdown of several blocks, '' where it is missing."""
        return self.as_block(self.optional_text(name))

    def title(self, name: str) -> str:
        """The text under *name* as a plain title; what looks like a tag is reported."""
        text = self.text(name)
        if text and (tag := _TAG.search(text.value)):
            sentence = f"{tag[0]!r} in a title would be taken for a tag; name it in words"
            self.fail(sentence, text.place(tag.start()))
        return self.as_plain(text)

    def sources(self) -> tuple[str, ...]:
        """The web addresses under 'sources'; '' and a problem for each that is not one."""
        return tuple(self._source(text) for text in self.texts("sources"))

    def section(self, name: str) -> str:
        """The text under *name* as a link from the docs root to a section, else a problem."""
        text = self.text(name)
        if text is None:
            return ""
        if text.value.startswith("/") and "#" in text.value:
            self.file.links.append((text.value, text.place()))
        else:
            self.fail(f"{text.value!r} is not a link such as /topic/page.md#section", text.place())
        return text.value

    def misconception(self) -> str:
        """The misconception that a distractor is filed under, or ''."""
        text = self.optional_text("misconception")
        if text is None:
            return ""
        self.file.misconceptions.append((text.value, text.place()))
        return text.value

    def as_paragraph(self, text: Text | None) -> str:
        """*text* as one paragraph of Markdown, '' where it is missing; its faults are reported."""
        return self._markdown(text, markup.paragraph_faults)

    def as_block(self, text: Text | None) -> str:
        """*text* as Markdown of several blocks, '' where it is missing; its faults are reported."""
        return self._markdown(text, markup.block_faults)

    def as_plain(self, text: Text | None) -> str:
        """*text* without a change, '' where it is missing; Markdown and entities are reported."""
        if text is None:
            return ""
        if sign := _MARKUP.search(text.value):
            sentence = f"{sign[0]!r} would be shown as it is; this is plain text"
            self.fail(sentence, text.place(sign.start()))
        for entity in _ENTITY.finditer(text.value):
            if (character := html.unescape(entity[0])) != entity[0]:
                sentence = f"{entity[0]!r} would be shown as it is; write {character!r}"
                self.fail(sentence, text.place(entity.start()))
        return text.value

    def _source(self, text: Text) -> str:
        if fault := _address_fault(text.value):
            self.fail(f"{text.value!r} {fault}", text.place())
            return ""
        return text.value

    def _markdown(self, text: Text | None, faults: markup.Check) -> str:
        if text is None:
            return ""
        for offset, sentence in faults(text.value):
            self.fail(sentence, text.place(offset))
        if "](" in text.value:
            for offset, target in markup.links(text.value):
                self._take_link(target, text.place(offset))
        return text.value

    def _take_link(self, target: str, place: Place) -> None:
        if target.startswith("/"):
            self.file.links.append((target, place))
        elif not target.startswith("https://"):
            sentence = f"link {target!r} should start with '/' (the docs root) or 'https://'"
            self.fail(sentence, place)
        elif fault := _address_fault(target):
            self.fail(f"link {target!r} {fault}", place)


def _address_fault(address: str) -> str:
    """What keeps *address* from being a web address, or ''."""
    if not address.startswith("https://"):
        return "is not an https address"
    if SOURCE.fullmatch(address):
        return ""
    fitting = SOURCE.match(address)
    if fitting is None:
        return "has no host behind 'https://'"
    sign = address[fitting.end()]
    return f"holds {sign!r}; an address writes it {quote(sign, safe='')!r}"
