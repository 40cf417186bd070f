"""Explains to an author why YAML does not parse, in our words, not the library's."""

from __future__ import annotations

import re
from typing import Protocol

import yaml


class Mark(Protocol):
    """A place as the library gives it; line and column count from 0."""

    line: int
    column: int


Fault = tuple[int, int, str]
"""Line and column from 0, and a sentence."""

ESCAPE = "a '\\' in double quotes starts an escape; use single quotes"
QUESTION_MARK = "'?' inside '[…]' or '{…}'; put the value in quotes"
COLON = "a ':' wants a space behind it"
_NOT_CLOSED = "a quote is opened here and not closed"

_SYNTAX = (
    ("escape", ESCAPE),
    ("quoted scalar", _NOT_CLOSED),
    ("mapping values are not allowed", "': ' inside a value; put the value in quotes"),
    ("simple key", "this line is neither a 'name: value' nor a '- ' entry; check its indent"),
    ("document start", "text stands after the document's end"),
    ("block mapping", "this line does not line up with the fields above it; check its indent"),
    ("block collection", "this line does not line up with the entries above it; check its indent"),
    ("block sequence", "this line does not line up with the entries above it; check its indent"),
    ("but got '?'", QUESTION_MARK),
    ("opened elsewhere", "a '[' or '{' is opened here and not closed"),
    ("but got ':'", "a ':' inside a value, or a ',' missing before this name; quote values"),
    ("expected ',' or '}'", "a ',' or the closing '}' is missing here"),
    ("expected ',' or ']'", "a ',' or the closing ']' is missing here"),
    ("flow", "a '[' or '{' is opened and not closed, or a ',' is missing"),
    ("cannot start any token", "a value cannot start with this character; put it in quotes"),
    ("block scalar", "after '|' or '>' only '-' or '+' may stand"),
    ("sequence entries are not allowed", "a '- ' entry starts on a line of its own; or quote this"),
    ("alias", "'*' starts an alias; quote text that starts with '*'"),
    ("anchor", "'&' starts an anchor; quote text that starts with '&'"),
    ("tag", "'!' starts a tag; quote text that starts with '!'"),
)
"""Words of the library's message, and the sentence that an author reads instead."""

_TOLD_AT_ITS_START = (
    "quoted scalar",
    "simple key",
    "opened elsewhere",
    "an alias",
    "an anchor",
    "a tag",
)
"""Words of messages about a mistake where the library began to read, not where it stopped."""

_NO_ENTRY = re.compile(r"[ ]*(?=[\u2013\u2014\u2212\u2022][ ]|-[^\s-])")


def explained(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """The fault in *text*, which libyaml refused with *error*.

    Pure Python places and words its errors more closely, so it reads a faulty text once more. Two
    faults are such to libyaml alone.
    """
    start, mark = error.context_mark, error.problem_mark
    if mark and error.problem == "found unexpected ':'":
        return mark.line, mark.column, COLON
    if start and error.problem == "found invalid Unicode character escape code":
        return start.line, start.column, ESCAPE
    before: yaml.Event | None = None
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            before = event
    except yaml.MarkedYAMLError as pure:
        error = pure
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return 0, 0, "this is not YAML"
    if before and (fault := _about_the_value_before(before, said, mark, text)):
        return fault
    start = error.context_mark
    if "flow" in said and start and start.line < mark.line:
        said = f"opened elsewhere {said}" if "but got '?'" not in said else said
    sentence = next((ours for words, ours in _SYNTAX if words in said), "this is not YAML")
    if start and any(words in said for words in _TOLD_AT_ITS_START):
        mark = start
    return mark.line, mark.column, sentence


def _about_the_value_before(before: yaml.Event, said: str, mark: Mark, text: str) -> Fault | None:
    """The fault, if it is that the value *before* ends too early or too late for its author."""
    start, end = before.start_mark, before.end_mark
    if end is None or start is None or end.line != mark.line:
        return None
    if "block mapping" in said or "block collection" in said:
        if isinstance(before, yaml.CollectionEndEvent) and start.column < end.column:
            sentence = "text stands behind the closing bracket; put the whole value in quotes"
            return mark.line, mark.column, sentence
        if isinstance(before, yaml.ScalarEvent) and before.style in {"'", '"'}:
            return _about_a_quote(before.style, start, mark)
    runs_on = isinstance(before, yaml.ScalarEvent) and not before.style and start.line < end.line
    if runs_on and "mapping values" in said:
        lines = text.split("\n")
        if dash := _NO_ENTRY.match(lines[start.line]):
            return start.line, dash.end(), "an entry starts with '-' and a space"
        indent = len(lines[mark.line]) - len(lines[mark.line].lstrip())
        return mark.line, indent, "this line is indented too deep; it runs on from the line above"
    return None


def _about_a_quote(quote: str, start: Mark, mark: Mark) -> Fault:
    if start.line < mark.line:
        return start.line, start.column, _NOT_CLOSED
    other = "double" if quote == "'" else "single"
    sentence = f"text stands behind the closing quote; put the whole value in {other} quotes"
    return mark.line, mark.column, sentence
