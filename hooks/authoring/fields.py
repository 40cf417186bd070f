"""Reads a mapping name by name; what is missing, wrong or left over becomes a problem."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as Files
from typing import Self

from authoring.problems import FileReport, Place, Report
from authoring.yaml_text import List, Mapping, Node, Text, read


def read_fields(files: Files[str, bytes], path: str, what: str, report: Report) -> Fields | None:
    """The mapping in the file at *path*; None where *files* has no such file or it does not parse.

    *what* names it in problems.
    """
    if path not in files:
        return None
    node = read(files[path], report.on(path))
    return None if node is None else Fields(node, what, report.on(path))


class Fields:
    """One mapping of a file, named *what* in problems. `done()` reports names that nobody read."""

    def __init__(self, node: Node, what: str, report: FileReport) -> None:
        self.what = what
        self.place: Place = node.place()
        self.report = report
        self._known: list[str] = []
        self._readable = isinstance(node, Mapping)
        self._unread = dict(node.entries) if isinstance(node, Mapping) else {}
        if not self._readable:
            self.fail(f"should be a mapping, not {shape_of(node)}")

    def __contains__(self, name: str) -> bool:
        return name in self._unread

    def place_of(self, name: str) -> Place:
        """Where the field *name* starts; where the mapping does if it has no such field."""
        return self._unread[name][0].place() if name in self else self.place

    def fail(self, sentence: str, place: Place | None = None) -> None:
        """Report *sentence* about this mapping, at *place* or at its start."""
        self.report.add(place or self.place, f"{self.what}: {sentence}")

    def miss(self, what: str) -> None:
        """Report that *what* is missing, unless this is no mapping in the first place."""
        if self._readable:
            self.fail(f"needs {what}")

    def refuse(self, name: str, sentence: str) -> None:
        """Report *sentence* about the field *name*, if it is there."""
        if name in self:
            self.fail(sentence, self._unread.pop(name)[0].place())

    def text(self, name: str) -> Text | None:
        """The text under *name*, or None and a problem."""
        node = self.take(name)
        return None if node is None else self.as_text(name, node)

    def optional_text(self, name: str) -> Text | None:
        """The text under *name*, or None; a problem only if there is something other than text."""
        self._known.append(name)
        return self.text(name) if name in self else None

    def words(self, name: str) -> str:
        """The text under *name* without spaces around it, or '' and a problem."""
        return _words(self.text(name))

    def optional_words(self, name: str) -> str:
        """The text under *name* without spaces around it, '' where it is missing."""
        return _words(self.optional_text(name))

    def texts(self, name: str) -> list[Text]:
        """The text or texts under *name*; an empty list and a problem if it is neither."""
        node = self.take(name)
        if isinstance(node, Mapping):
            self.fail(f"{name!r} should be text or a list of texts, not a mapping", node.place())
            return []
        nodes = node.nodes if isinstance(node, List) else [node]
        texts = [self.as_text(name, entry) for entry in nodes if entry is not None]
        if isinstance(node, List) and not node.nodes:
            self.fail(f"{name!r} is an empty list", node.place())
        return [text for text in texts if text is not None]

    def optional_texts(self, name: str) -> list[Text]:
        """The texts under *name*, if it is there."""
        self._known.append(name)
        return self.texts(name) if name in self else []

    def each(self, name: str, what: str) -> Iterator[Self]:
        """Each mapping in the list under *name*, called *what* and its number in problems."""
        node = self.take(name)
        if node is None:
            return
        if not isinstance(node, List):
            sentence = f"{name!r} should be a list, each entry after '- ', not {shape_of(node)}"
            self.fail(sentence, node.place())
            return
        if not node.nodes:
            self.fail(f"{name!r} is an empty list", node.place())
        for number, entry in enumerate(node.nodes, 1):
            yield self.below(entry, f"{what} {number}")

    def optional_each(self, name: str, what: str) -> Iterator[Self]:
        """Each mapping in the list under *name*, if it is there."""
        self._known.append(name)
        return self.each(name, what) if name in self else iter(())

    def named(self, name: str, what: str) -> Iterator[tuple[Text, Self]]:
        """Each name with its mapping under *name*."""
        for key, entry in self.entries(name):
            yield key, self.below(entry, f"{what} {key.value!r}")

    def entries(self, name: str) -> Iterator[tuple[Text, Node]]:
        """Each name and its value, in the mapping under *name*."""
        node = self.take(name)
        if node is None:
            return
        if not isinstance(node, Mapping):
            self.fail(f"{name!r} should be a mapping, not {shape_of(node)}", node.place())
            return
        yield from node.entries.values()

    def nested(self, name: str) -> Self:
        """The mapping under *name*; an empty one and a problem if it is missing."""
        return self.below(self.take(name) or Mapping({}, *self.place), name)

    def below(self, node: Node, what: str) -> Self:
        """Another mapping that belongs to this one."""
        return type(self)(node, what, self.report)

    def take(self, name: str) -> Node | None:
        """The value of *name*, or None and a problem."""
        self._known.append(name)
        entry = self._unread.pop(name, None)
        if entry is None:
            self.miss(repr(name))
            return None
        return entry[1]

    def as_text(self, name: str, node: Node) -> Text | None:
        """*node* as the text under *name*, or None and a problem."""
        if not isinstance(node, Text):
            self.fail(f"{name!r} should be text, not {shape_of(node)}", node.place())
            return None
        if not node.value.strip():
            self.fail(f"{name!r} is empty", node.place())
            return None
        return node

    def matching(self, text: Text | None, shape: re.Pattern[str], hint: str) -> str:
        """*text* if it matches *shape*; otherwise '' and a problem that gives the *hint*."""
        if text is None:
            return ""
        if not shape.fullmatch(text.value):
            self.fail(f"{text.value!r} is not {hint}", text.place())
            return ""
        return text.value

    def one_of(self, name: str, allowed: Collection[str]) -> str:
        """The text under *name* if it is one of *allowed*, else '' and a problem."""
        return self.as_one_of(name, self.text(name), allowed)

    def as_one_of(self, name: str, text: Text | None, allowed: Collection[str]) -> str:
        """*text* of the field *name* if it is one of *allowed*, else '' and a problem."""
        if text is None:
            return ""
        if text.value not in allowed:
            self.fail(f"{name} {text.value!r} is not one of {', '.join(allowed)}", text.place())
            return ""
        return text.value

    def done(self) -> None:
        """Report every field that nobody read, and suggest the known name closest to it."""
        for name, (key, value) in self._unread.items():
            if value.place() == key.place(len(name)):
                self.fail(f"a ',' ends the value before {name!r}; quote the value", key.place())
                continue
            near = difflib.get_close_matches(name, self._known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            self.fail(f"has no field {name!r}{hint}", key.place())


def shape_of(node: Node) -> str:
    """What an author would call *node*."""
    match node:
        case Text():
            return "text" if node.value.strip() else "nothing"
        case List():
            return "a list"
        case Mapping():
            return "a mapping"


def _words(text: Text | None) -> str:
    return text.value.strip() if text else ""
