"""Type a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quizbank.interactions.choosable import Choosable


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number within *tolerance* of *value*. Decimal text, never floats: grading is exact."""

    value: str
    tolerance: str
    unit: str
    """What is counted, or '' for a bare number."""

    name = "number"
    model_answer = ""
    choices: ClassVar[tuple[Choosable, ...]] = ()
    distractors: ClassVar[tuple[Choosable, ...]] = ()
    right: ClassVar[tuple[str, ...]] = ()
    """Nothing: a learner types the number and chooses no text."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What a learner reads before answering, beside the stem."""
        return (self.unit,)

    @property
    def key_text(self) -> str:
        """The key as `<quiz-check>` carries it and grade.mjs reads it."""
        return f"{self.value} {self.tolerance}"

    @property
    def identity(self) -> list[object]:
        """What a learner is asked and what is right, without the explanations."""
        return [self.value, self.tolerance, self.unit]
