"""Reads an order: steps in their right sequence."""

from __future__ import annotations

from authoring.yaml_text import Text
from quizbank.interactions import Order
from quizbank.parse.interactions.entries import check_count, parse_distractors, parse_step
from quizbank.parse.quiz_fields import QuizFields


def parse_order(fields: QuizFields) -> Order:
    """The order that an item's *fields* hold."""
    seen: dict[str, Text] = {}
    place = fields.place_of("order")
    steps = [
        parse_step(each, QuizFields.as_paragraph, seen) for each in fields.each("order", "step")
    ]
    if steps:
        check_count(fields, place, len(steps), fields.file.settings.counts.steps, "steps")
    return Order(
        steps=tuple(steps), distractors=parse_distractors(fields, QuizFields.as_paragraph, seen)
    )
