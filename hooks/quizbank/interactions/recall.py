"""Answer in your own words, then compare with the model answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quizbank.interactions.choosable import Choosable


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """A model answer that the learner compares with."""

    answer: str
    """Markdown."""

    name = "recall"
    key_text = ""
    texts: ClassVar[tuple[str, ...]] = ()
    choices: ClassVar[tuple[Choosable, ...]] = ()
    distractors: ClassVar[tuple[Choosable, ...]] = ()
    right: ClassVar[tuple[str, ...]] = ()

    @property
    def model_answer(self) -> str:
        """The answer, which other interactions do not have."""
        return self.answer

    @property
    def identity(self) -> list[object]:
        """Nothing: the stem is all that a learner is asked."""
        return []
