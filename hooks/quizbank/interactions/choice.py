"""Choose exactly the key: one option or several."""

from __future__ import annotations

from dataclasses import dataclass

from quizbank.interactions.choosable import Choosable, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Choosable):
    """A choice offered: right where its id is in the key, else a distractor."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Options, of which exactly the key is right."""

    options: tuple[Option, ...]
    key: frozenset[str]
    place: Place = (1, 1)
    """Line and column of the options, for messages."""

    name = "choice"
    model_answer = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What a learner reads before answering, beside the stem."""
        return tuple(option.text for option in self.options)

    @property
    def choices(self) -> tuple[Option, ...]:
        """Everything that can be chosen, with its why."""
        return self.options

    @property
    def right(self) -> tuple[str, ...]:
        """What is right, as a learner chooses it."""
        return tuple(option.text for option in self.options if option.id in self.key)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The options that are not in the key."""
        return tuple(option for option in self.options if option.id not in self.key)

    @property
    def key_text(self) -> str:
        """The key as `<quiz-check>` carries it and grade.mjs reads it."""
        return " ".join(option.id for option in self.options if option.id in self.key)

    @property
    def identity(self) -> list[object]:
        """What a learner is asked and what is right, without the explanations."""
        return [[[option.id, option.text] for option in self.options], sorted(self.key)]
