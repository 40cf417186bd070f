"""What sets one guide apart from another: its objectives, its exam, its rules. Imports nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[int, int]
Bounds = tuple[int, int]
"""Fewest and most."""

LEVELS = ("problem", "warning", "off")
"""The levels of a rule about the whole bank: it stops the build, is printed, or is off."""

MEASURES = {
    "stem_words": "words in a stem with its case",
    "option_words": "words in an option",
    "noun_phrases": "options that are noun phrases",
    "only_noun_phrases": "choices with noun phrases alone",
    "actor": "{actor!r} in the stem",
    "services": "a service in stem or options",
    "superlatives": "MOST, LEAST, BEST, or FIRST in capitals",
    "longest": "the longest option is the key",
    "shortest": "the shortest option is the key",
    "second": "the second option is the key",
}
"""What is counted of the choices, and the words for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """One thing that an item may test."""

    name: str
    """As items name it, such as `2.1`."""
    title: str
    weight: int
    """Its share of a mock exam compared with the others; 0 if no mock exam asks it."""
    task: str
    """The objective that it counts under: itself, or the one whose statement it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """How a mock exam is set and scored."""

    sizes: tuple[int, ...] = ()
    """How many questions a reader may ask for."""
    seconds: float = 0
    """Time for one question."""
    scale: str = ""
    """Explains why a share of right answers is not a score."""
    goal: int = 80
    """Percent of right answers that the guide suggests before the real exam."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many there may be in one item."""

    options: Bounds = (2, 8)
    """Where one is right."""
    options_of_several: Bounds = (3, 8)
    """Where several are right."""
    steps: Bounds = (3, 5)
    pairs: Bounds = (3, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The fewest items that make a bank complete; 0 or empty where it does not matter."""

    level: str = "off"
    pages: Mapping[str, int] = field(default_factory=dict)
    """Items for each page whose URI starts so."""
    without: frozenset[str] = frozenset()
    """Pages that need none."""
    objectives: int = 0
    interactions: float = 0
    """The least share of items of each interaction."""
    difficulties: float = 0
    """The least share of items of each difficulty."""
    place: Place = (1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What choices are counted for, and what other banks have."""

    actor: str = ""
    """Who acts in the cases of the exam, in one word."""
    services: tuple[str, ...] = ()
    """Names that a choice of the exam may be about."""
    banks: tuple[str, ...] = ()
    """What the banks are called that the figures of this one are printed beside."""
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The figure of each of these banks, for each measure that is known of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that `guide.yml` says."""

    name: str = ""
    scope: str = ""
    notice: str = ""
    """What readers must be told on every page: trademarks, for example."""
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    exam: Exam = Exam()
    counts: Counts = Counts()
    coverage: Coverage = Coverage()
    balance: str = "off"
    """The level of giveaways that only a count over the bank shows."""
    balance_place: Place = (1, 1)
    confusable: tuple[tuple[str, ...], ...] = ()
    """Groups of quizzes whose subjects people confuse."""
    hosts: frozenset[str] = frozenset()
    """Hosts that sources may be on; any host if this is empty."""
    closed: tuple[tuple[str, ...], ...] = ()
    """Names that are out of date, in parts: a text that holds every part uses the name."""
    names: tuple[str, ...] = ()
    """Names of products, which do not make a text hard to read."""
    form: Form = Form()
    common_words: frozenset[str] = frozenset()
    """Words of the subject, which any item may hold without giving its key away."""

    def task(self, objective: str) -> str:
        """The objective that *objective* counts under."""
        known = self.objectives.get(objective)
        return known.task if known else objective

    @property
    def weights(self) -> dict[str, int]:
        """The weight of each objective that a mock exam asks."""
        return {each.name: each.weight for each in self.objectives.values() if each.weight}
