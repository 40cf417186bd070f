"""What the entries of several interactions have in common."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """A text that a learner may choose, and why it is right or wrong."""

    text: str
    why: str
    misconception: str = ""
    """The id of the mistake behind a distractor, or ''."""
    place: Place = (1, 1)
    """Line and column where the author wrote it, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Choosable):
    """One entry of a sequence, or a distractor of an order or a match item."""
