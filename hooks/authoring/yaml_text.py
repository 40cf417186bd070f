"""YAML as its author wrote it: every value is text with a place, every fault a sentence.

Nothing here knows what a quiz is. Anchors, aliases, tags and merge keys are refused while the
events come in, so that no file can make the reader work more than once over its length.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from authoring.characters import decoded, is_escaped
from authoring.problems import FileReport
from authoring.yaml_faults import ESCAPE, explained

DEEPEST = 12
"""The most levels of nesting that a file may have."""

if not yaml.__with_libyaml__:
    raise SystemExit(
        "PyYAML lacks libyaml; install a wheel: python -m pip install --only-binary :all: PyYAML"
    )


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar exactly as written: `no`, `1e3` and `2026-11-20` are text."""

    value: str
    line: int
    column: int
    first: tuple[int, int] | None
    """Where the first character is, if the file holds *value* exactly as it is; otherwise None."""

    @property
    def is_plain(self) -> bool:
        """Whether it is written without quotes, `|` or `>`."""
        return self.first == (self.line, self.column)

    def place(self, offset: int = 0) -> tuple[int, int]:
        """Line and column of the character at *offset*, or of the whole text if that is unknown."""
        if self.first is None:
            return self.line, self.column
        line, column = self.first
        before = self.value[:offset]
        return line + before.count("\n"), column + offset - (before.rfind("\n") + 1)


@dataclass(frozen=True, slots=True)
class List:
    """A sequence."""

    nodes: list[Node]
    line: int
    column: int

    def place(self) -> tuple[int, int]:
        return self.line, self.column


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names and their values, each name once."""

    entries: dict[str, tuple[Text, Node]]
    line: int
    column: int

    def place(self) -> tuple[int, int]:
        return self.line, self.column


Node = Text | List | Mapping


def read(data: bytes, report: FileReport) -> Node | None:
    """The document in *data*, or None and at least one problem."""
    text = decoded(data, report)
    return None if text is None else compose(text, report)


def compose(text: str, report: FileReport, first_line: int = 1) -> Node | None:
    """The one YAML document in *text*, whose first line is *first_line* of the file."""
    composer = _Composer(text, report, first_line)
    already = len(report.problems)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            composer.take(event)
    except yaml.MarkedYAMLError as error:
        composer.refuse(explained(error, text))
        return None
    except _RefusedError:
        return None
    composer.tell_what_runs_on()
    if composer.root is None and len(report.problems) == already:
        report.add((first_line, 1), "the file is empty")
    return composer.root if len(report.problems) == already else None


class _RefusedError(Exception):
    """Reading cannot go on; the problem is in the report."""


class _Composer:
    """Turns events into nodes, as yaml.compose does, but remembers places and refuses aliases."""

    def __init__(self, text: str, report: FileReport, first_line: int) -> None:
        self.root: Node | None = None
        self._lines = [*text.split("\n"), ""]  # libyaml ends a file cut short on a line of its own
        self._report = report
        self._first_line = first_line
        self._open: list[tuple[List | Mapping, Text | None]] = []
        """Each open collection; for a mapping, with the name whose value comes next."""
        self._documents = 0
        self._run_on: list[tuple[int, int]] = []

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                self._add(self._text(event))
            case yaml.SequenceStartEvent():
                self._begin(event, List([], *self._place(_marks(event)[0])))
            case yaml.MappingStartEvent():
                self._begin(event, Mapping({}, *self._place(_marks(event)[0])))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()
            case yaml.AliasEvent():
                self._fail(event, f"'*{event.anchor}' is an alias; write the value out")
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._fail(event, "a second document starts here; a file holds one")

    def refuse(self, fault: tuple[int, int, str]) -> None:
        line, column, sentence = fault
        self._report.add((line + self._first_line, column + 1), sentence)

    def tell_what_runs_on(self) -> None:
        """Report values that run over several lines, which matters only in a file that parses."""
        for place in self._run_on:
            sentence = "this value runs on into the next line; indent with '>-' or quote it"
            self._say(place, sentence)

    def _begin(self, event: yaml.CollectionStartEvent, node: List | Mapping) -> None:
        self._refuse_extras(event)
        if len(self._open) == DEEPEST:
            self._fail(event, f"nested deeper than {DEEPEST} levels")
        self._add(node)
        self._open.append((node, None))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = self.root or node
            return
        parent, name = self._open[-1]
        if isinstance(parent, List):
            parent.nodes.append(node)
        elif name is None:
            self._open[-1] = parent, self._name(node)
        else:
            self._put(parent, name, node)
            self._open[-1] = parent, None

    def _name(self, node: Node) -> Text:
        """*node* as the name of a field; a placeholder and a problem if it is not text."""
        if not isinstance(node, Text):
            self._say(node.place(), "a name should be text, not a list or a mapping")
            return Text("", node.line, node.column, None)
        if node.value == "<<":
            self._say(node.place(), "'<<' merges mappings; write the fields out")
        return node

    def _put(self, parent: Mapping, name: Text, node: Node) -> None:
        if name.value in parent.entries:
            earlier = parent.entries[name.value][0].line
            self._say(name.place(), f"{name.value!r} was already given on line {earlier}")
            return
        parent.entries[name.value] = name, node

    def _text(self, event: yaml.ScalarEvent) -> Text:
        line, column = self._place(_marks(event)[0])
        if not event.style:
            self._check_plain(event)
            name = self._open[-1][1] if self._open else None
            if not event.value and name and line > name.line:
                line, column = name.line, name.column + len(name.value) + 1  # behind its ':'
            return Text(event.value, line, column, (line, column))
        if event.style == '"' and is_escaped(event.value, lambda: self._written(event)):
            self._fail(event, ESCAPE)
        return Text(event.value, line, column, self._first_character(event))

    def _written(self, event: yaml.ScalarEvent) -> str:
        """The lines in which *event* is written."""
        start, end = _marks(event)
        return "\n".join(self._lines[start.line : end.line + 1])

    def _check_plain(self, event: yaml.ScalarEvent) -> None:
        start, end = _marks(event)
        if end.line > start.line and event.value:
            self._run_on.append(self._place(start))
        elif event.value and self._lines[end.line].startswith(" #", end.column):
            sentence = (
                "this value is cut short at ' #'; quote it, or set two spaces before a comment"
            )
            self._say((end.line + self._first_line, end.column + 2), sentence)

    def _first_character(self, event: yaml.ScalarEvent) -> tuple[int, int] | None:
        start, end = _marks(event)
        if event.style == "|":
            below = self._lines[start.line + 1 : end.line + 1]
            indent = next((len(row) - len(row.lstrip(" ")) for row in below if row.strip()), 0)
            return start.line + 1 + self._first_line, indent + 1
        line, column = self._place(start)
        as_seen = end.line == start.line and end.column - start.column == len(event.value) + 2
        return (line, column + 1) if event.style in {"'", '"'} and as_seen else None

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._fail(event, f"'&{event.anchor}' is an anchor; quote text that starts with '&'")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fail(event, "a tag ('!') is not for these files; quote text that starts with '!'")

    def _fail(self, event: yaml.Event, sentence: str) -> None:
        self._say(self._place(_marks(event)[0]), sentence)
        raise _RefusedError

    def _say(self, place: tuple[int, int], sentence: str) -> None:
        self._report.add(place, sentence)

    def _place(self, mark: yaml.Mark) -> tuple[int, int]:
        return mark.line + self._first_line, mark.column + 1


def _marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Where *event* starts and ends. The type stubs allow None, but the parser always says."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]
