"""What the fields of a quiz file have in common: fit Markdown, words from a list, shapes."""

from __future__ import annotations

import datetime
import html
import re
from urllib.parse import quote

from authoring import markdown_text as markup
from authoring.fields import Fields, Place
from authoring.yaml_text import Text
from quizbank.settings import Settings

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SOURCE = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][^\s\"<>`\\]*)?")
"""A web address, from its host on."""

_ENTITY = re.compile(r"&#?\w{1,31};")
_TAG = re.compile(r"<[a-zA-Z/!?][^\s<>]*>?")
_MARKUP = re.compile(r"`|\*\*|\]\(")


class Reader:
    """One file while it is read: the links in it, and what its items fall back on."""

    def __init__(self, settings: Settings, today: datetime.date = datetime.date.max) -> None:
        self.links: list[tuple[str, Place]] = []
        """Each link that starts at the docs root, with its place."""
        self.misconceptions: list[tuple[str, Place]] = []
        """Each id that a distractor is filed under, with its place."""
        self.settings = settings
        self.today = today
        self.scenarios: dict[str, str] = {}
        self.objective: Text | None = None

    def paragraph(self, fields: Fields, text: Text | None) -> str:
        """*text* as one paragraph of Markdown, '' where it is missing; its faults are reported."""
        return self._markdown(fields, text, markup.paragraph_faults)

    def plain(self, fields: Fields, text: Text | None) -> str:
        """*text* as it stands, '' where it is missing; Markdown and entities are reported."""
        if text is None:
            return ""
        if found := _MARKUP.search(text.value):
            sentence = f"{found[0]!r} would be shown as it is; this is plain text"
            fields.fail(sentence, text.place(found.start()))
        for entity in _ENTITY.finditer(text.value):
            if (sign := html.unescape(entity[0])) != entity[0]:
                sentence = f"{entity[0]!r} would be shown as it is; write {sign!r}"
                fields.fail(sentence, text.place(entity.start()))
        return text.value

    def title(self, fields: Fields, text: Text | None) -> str:
        """*text* as a plain title, '' where it is missing; what looks like a tag is reported."""
        if text and (tag := _TAG.search(text.value)):
            sentence = f"{tag[0]!r} in a title would be taken for a tag; name it in words"
            fields.fail(sentence, text.place(tag.start()))
        return self.plain(fields, text)

    def source(self, fields: Fields, text: Text) -> str:
        """*text* as a web address, or '' and a problem that says what is wrong with it."""
        if fault := _address_fault(text.value):
            fields.fail(f"{text.value!r} {fault}", text.place())
            return ""
        return text.value

    def block(self, fields: Fields, text: Text | None) -> str:
        """*text* as Markdown of several blocks, '' where it is missing; its faults are reported."""
        return self._markdown(fields, text, markup.block_faults)

    def section(self, fields: Fields, text: Text | None) -> str:
        """*text* as a link from the docs root to a section, else a problem."""
        if text is None:
            return ""
        if not text.value.startswith("/") or "#" not in text.value:
            fields.fail(
                f"{text.value!r} is not a link such as /topic/page.md#section", text.place()
            )
        else:
            self.links.append((text.value, text.place()))
        return text.value

    def misconception(self, fields: Fields) -> str:
        """The misconception that a distractor is filed under, or ''."""
        text = fields.optional_text("misconception")
        if text is None:
            return ""
        self.misconceptions.append((text.value, text.place()))
        return text.value

    def _markdown(self, fields: Fields, text: Text | None, faults: markup.Check) -> str:
        if text is None:
            return ""
        for offset, sentence in faults(text.value):
            fields.fail(sentence, text.place(offset))
        if "](" in text.value:
            for offset, target in markup.links(text.value):
                self._take_link(fields, target, text.place(offset))
        return text.value

    def _take_link(self, fields: Fields, target: str, place: Place) -> None:
        if target.startswith("/"):
            self.links.append((target, place))
        elif not target.startswith("https://"):
            fields.fail(
                f"link {target!r} should start with '/' (the docs root) or 'https://'", place
            )
        elif fault := _address_fault(target):
            fields.fail(f"link {target!r} {fault}", place)


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
