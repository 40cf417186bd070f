"""Reads the interaction of an item from its fields: one module each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizbank.interactions import Interaction, Recall
from quizbank.parse.interactions.choice import parse_choice
from quizbank.parse.interactions.match import parse_match
from quizbank.parse.interactions.number import parse_number
from quizbank.parse.interactions.order import parse_order
from quizbank.parse.interactions.recall import parse_recall
from quizbank.parse.quiz_fields import QuizFields

_PARSERS: Mapping[str, Callable[[QuizFields], Interaction]] = {
    "options": parse_choice,
    "order": parse_order,
    "match": parse_match,
    "number": parse_number,
    "recall": parse_recall,
}
INTERACTIONS = tuple(_PARSERS)
"""The fields that name an interaction; an item has one of them."""


def parse_interaction(fields: QuizFields) -> Interaction:
    """The interaction that the item's fields name; unless it is exactly one, a problem too."""
    given = [name for name in INTERACTIONS if name in fields]
    if len(given) > 1:
        fields.fail(f"has {' and '.join(map(repr, given))}; an item has one interaction")
    for name in given[1:]:
        fields.take(name)
    if "options" not in given:
        fields.refuse("key", "'key' belongs to 'options'")
    if not {"order", "match"} & set(given):
        fields.refuse("distractors", "'distractors' belong to 'order' or 'match'")
    if given:
        return _PARSERS[given[0]](fields)
    fields.miss(f"one of {', '.join(map(repr, INTERACTIONS))}")
    return Recall(answer="")
