"""The words of the item bank, as psychometrics and QTI 3 use them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizbank.interactions import (
    INTERACTION_NAMES,
    Choice,
    Choosable,
    Interaction,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Recall,
    Step,
)

__all__ = [
    "DIFFICULTIES",
    "INTERACTION_NAMES",
    "TERM_ID",
    "Bank",
    "Choice",
    "Choosable",
    "Interaction",
    "Item",
    "Match",
    "Misconception",
    "Number",
    "Option",
    "Order",
    "Pair",
    "Quiz",
    "Recall",
    "Step",
    "revision_of",
]

DIFFICULTIES = ("recall", "apply", "analyze")

TERM_ID = "term-"
"""How the ids of glossary terms start in stored progress; no item's id may start so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question with all that belongs to it."""

    id: str
    """Learners' progress is stored under this id forever, so it never changes."""
    scenario: str
    """Markdown that comes before the stem, or ''. Items of a case share it."""
    stem: str
    interaction: Interaction
    difficulty: str
    objective: str
    rationale: str
    """Markdown; '' only where the interaction is recall."""
    hints: tuple[str, ...]
    sources: tuple[str, ...]
    reviewed: str
    """The day its facts were last checked, as YYYY-MM-DD."""
    status_note: str
    """What happened to a service that the key names, or ''."""
    line: int
    column: int
    """Where the author wrote it, counted from 1."""

    @property
    def place(self) -> tuple[int, int]:
        """Line and column, for messages."""
        return self.line, self.column

    @property
    def revision(self) -> str:
        """Eight hex digits that change when the stem, the options or the key do, and only then."""
        interaction = self.interaction
        return revision_of([self.scenario, self.stem, interaction.name, *interaction.identity])


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A titled list of items: one file, one page."""

    path: str
    """The file it was read from, for messages."""
    slug: str
    title: str
    page: str
    """The page it tests, from the docs root."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A mistake that people make; distractors are filed under it."""

    id: str
    text: str
    """The mistake in the words of someone who believes it."""
    why: str
    """Why it is wrong."""
    section: str
    """The link, from the docs root, to what clears it up."""
    section_title: str = ""
    """The heading of that section; '' where the link leads to a page as a whole."""
    path: str
    line: int
    column: int


@dataclass(frozen=True, kw_only=True)
class Bank:
    """Every quiz, in the order of their files."""

    quizzes: tuple[Quiz, ...]
    misconceptions: tuple[Misconception, ...] = ()
    source_names: Mapping[str, str] = field(default_factory=dict)
    """How an address, or each page below one that ends with '/', is named to learners."""

    @cached_property
    def items(self) -> dict[str, tuple[Quiz, Item]]:
        """Each item under its id, with the quiz it belongs to."""
        return {item.id: (quiz, item) for quiz in self.quizzes for item in quiz.items}

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of the quiz that tests each page."""
        return {quiz.page: quiz.title for quiz in self.quizzes}

    @cached_property
    def beliefs(self) -> dict[str, Misconception]:
        """Each misconception under its id."""
        return {misconception.id: misconception for misconception in self.misconceptions}


def revision_of(asked: list[object]) -> str:
    """Eight hex digits of what a learner is asked."""
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:8]
