"""Reads a recall: the model answer."""

from __future__ import annotations

from quizbank.interactions import Recall
from quizbank.parse.quiz_fields import QuizFields


def parse_recall(fields: QuizFields) -> Recall:
    """The recall that an item's *fields* hold."""
    return Recall(answer=fields.block("recall"))
