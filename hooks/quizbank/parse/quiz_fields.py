"""What the fields of a quiz file have in common: fit Markdown, words from a list, shapes."""

from __future__ import annotations

import re

from authoring import markdown_text as markup
from authoring.fields import Fields, Place
from authoring.yaml_text import Text
from quizbank.settings import Settings

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SOURCE = re.compile(r"https://[a-z0-9.-]+(?:/[^\s\"'<>`\\]*)?")

_MARKUP = re.compile(r"`|\*\*|\]\(")


class Reader:
    """One file while it is read: the links in it, and what its items fall back on."""

    def __init__(self, settings: Settings) -> None:
        self.links: list[tuple[str, Place]] = []
        """Each link that starts at the docs root, with its place."""
        self.misconceptions: list[tuple[str, Place]] = []
        """Each id that a distractor is filed under, with its place."""
        self.settings = settings
        self.scenarios: dict[str, str] = {}
        self.objective: Text | None = None

    def paragraph(self, fields: Fields, text: Text | None) -> str:
        """*text* as one paragraph of Markdown, '' where it is missing; its faults are reported."""
        return self._markdown(fields, text, markup.paragraph_faults)

    def plain(self, fields: Fields, text: Text | None) -> str:
        """*text* as it stands, '' where it is missing; Markdown in it is reported."""
        if text and (found := _MARKUP.search(text.value)):
            sentence = f"{found[0]!r} would be shown as it is; a response is plain text"
            fields.fail(sentence, text.place(found.start()))
            return text.value
        return self.paragraph(fields, text)

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
        elif not SOURCE.fullmatch(target):
            fields.fail(
                f"link {target!r} should start with '/' (the docs root) or 'https://'", place
            )
