"""Give each prompt its response."""

from __future__ import annotations

from dataclasses import dataclass

from quizbank.interactions.choosable import Choosable, Place, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A prompt and the response that belongs to it."""

    prompt: str
    response: str
    why: str
    place: Place = (1, 1)
    """Line and column where the author wrote it, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Pairs, and responses that fit no prompt. Two prompts may share a response."""

    pairs: tuple[Pair, ...]
    distractors: tuple[Step, ...]

    name = "match"
    model_answer = ""

    @property
    def responses(self) -> tuple[str, ...]:
        """Every response once: the right ones in the order of the prompts, then the distractors."""
        return tuple(dict.fromkeys([*self.right, *(step.text for step in self.distractors)]))

    @property
    def texts(self) -> tuple[str, ...]:
        """What a learner reads before answering, beside the stem; responses are plain text."""
        return tuple(pair.prompt for pair in self.pairs)

    @property
    def choices(self) -> tuple[Choosable, ...]:
        """Everything that can be chosen, with its why."""
        responses = (
            Choosable(text=pair.response, why=pair.why, place=pair.place) for pair in self.pairs
        )
        return (*responses, *self.distractors)

    @property
    def right(self) -> tuple[str, ...]:
        """What is right, as a learner chooses it."""
        return tuple(pair.response for pair in self.pairs)

    @property
    def key_text(self) -> str:
        """The key as `<quiz-check>` carries it and grade.mjs reads it."""
        return " ".join(str(self.responses.index(text) + 1) for text in self.right)

    @property
    def identity(self) -> list[object]:
        """What a learner is asked and what is right, without the explanations."""
        return [[[pair.prompt, pair.response] for pair in self.pairs], self.responses]
