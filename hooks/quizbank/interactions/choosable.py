"""What the entries of several interactions have in common."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """A text that a learner may choose, and why it is right or wrong."""

    text: str
    why: str
    misconception: str = ""
    """The id of the mistake behind a distractor, or ''."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Choosable):
    """One entry of a sequence, or a distractor of an order or a match item."""
