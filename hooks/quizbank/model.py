"""The words of the item bank, as psychometrics and QTI 3 use them. Imports nothing of ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

DIFFICULTIES = ("recall", "apply", "analyze")

TERM_ID = "term-"
"""How the ids start under which progress with the glossary's terms is filed, and no item's does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice offered: right where its id is in the key, else a distractor."""

    id: str
    text: str
    why: str
    misconception: str
    """The id of what one who chooses it gets wrong, or ''."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Choose exactly the key: one option or several."""

    options: tuple[Option, ...]
    key: frozenset[str]

    name = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of a sequence, or a response that belongs nowhere."""

    text: str
    why: str
    misconception: str = ""
    """Of a distractor, as for an option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Put the steps in sequence and leave the distractors out."""

    steps: tuple[Step, ...]
    """In the right sequence."""
    distractors: tuple[Step, ...]

    name = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A prompt and the response that belongs to it."""

    prompt: str
    response: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Give each prompt its response. Two prompts may share one."""

    pairs: tuple[Pair, ...]
    distractors: tuple[Step, ...]

    name = "match"

    @property
    def responses(self) -> tuple[str, ...]:
        """Every response once: the right ones in the order of the prompts, then the distractors."""
        right = [pair.response for pair in self.pairs]
        return tuple(dict.fromkeys([*right, *(step.text for step in self.distractors)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Type a number within *tolerance* of *value*. Decimal text, never floats: grading is exact."""

    value: str
    tolerance: str
    unit: str
    """What is counted, or '' for a bare number."""

    name = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Answer in own words, then compare with the model answer."""

    answer: str
    """Markdown."""

    name = "recall"


Interaction = Choice | Order | Match | Number | Recall
INTERACTION_NAMES = ("choice", "order", "match", "number", "recall")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question with all that belongs to it."""

    id: str
    """Learners' progress is filed under this for ever, so it never changes."""
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
    """What became of a service that the key names, or ''."""
    line: int
    column: int
    """Where the author wrote it, counted from 1."""

    @property
    def revision(self) -> str:
        """Eight hex digits that change when the stem, the options or the key do, and only then."""
        asked = [self.scenario, self.stem, self.interaction.name, *_asked(self.interaction)]
        return revision_of(asked)


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
    """As one who believes it would say it."""
    why: str
    """Why it is wrong."""
    section: str
    """The link, from the docs root, to what clears it up."""
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


def revision_of(asked: list[object]) -> str:
    """Eight hex digits of what a learner is asked."""
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:8]


def _asked(interaction: Interaction) -> list[object]:
    """What a learner is asked and what is right; explanations may be mended freely."""
    match interaction:
        case Choice():
            texts = [[option.id, option.text] for option in interaction.options]
            return [texts, sorted(interaction.key)]
        case Order():
            return [[s.text for s in interaction.steps], [s.text for s in interaction.distractors]]
        case Match():
            return [[[p.prompt, p.response] for p in interaction.pairs], interaction.responses]
        case Number():
            return [interaction.value, interaction.tolerance, interaction.unit]
        case Recall():
            return []
