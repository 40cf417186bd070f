"""Put the steps in sequence and leave the distractors out."""

from __future__ import annotations

from dataclasses import dataclass

from quizbank.interactions.choosable import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Steps in their right sequence, and steps that have no place in it."""

    steps: tuple[Step, ...]
    distractors: tuple[Step, ...]

    name = "order"
    model_answer = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What a learner reads before answering, beside the stem."""
        return tuple(step.text for step in self.choices)

    @property
    def choices(self) -> tuple[Step, ...]:
        """Everything that can be chosen, with its why."""
        return (*self.steps, *self.distractors)

    @property
    def right(self) -> tuple[str, ...]:
        """What is right, as a learner chooses it."""
        return tuple(step.text for step in self.steps)

    @property
    def key_text(self) -> str:
        """The key as `<quiz-check>` carries it and grade.mjs reads it."""
        return " ".join(str(number) for number, _ in enumerate(self.steps, 1))

    @property
    def identity(self) -> list[object]:
        """What a learner is asked and what is right, without the explanations."""
        return [list(self.right), [step.text for step in self.distractors]]
