"""Reads a match: prompts and their responses."""

from __future__ import annotations

from authoring.yaml_text import Text
from quizbank.interactions import Match, Pair
from quizbank.parse.interactions.entries import (
    check_count,
    check_new,
    check_same,
    parse_distractors,
)
from quizbank.parse.quiz_fields import QuizFields


def parse_match(fields: QuizFields) -> Match:
    """The match that an item's *fields* hold."""
    prompts: dict[str, Text] = {}
    responses: dict[str, Text] = {}
    pairs = []
    place = fields.place_of("match")
    for each in fields.each("match", "pair"):
        prompt, response = each.text("prompt"), each.text("response")
        check_new(each, prompt, prompts, "prompt")
        check_same(each, response, responses)
        pairs.append(
            Pair(
                prompt=each.as_paragraph(prompt),
                response=each.as_plain(response),
                why=each.paragraph("why"),
                place=each.place,
            )
        )
        each.done()
    if pairs:
        check_count(fields, place, len(pairs), fields.file.settings.counts.pairs, "pairs")
    distractors = parse_distractors(fields, QuizFields.as_plain, responses)
    if pairs and len(responses) < 2:
        fields.fail("every prompt has the same response; there is nothing to match", place)
    return Match(pairs=tuple(pairs), distractors=distractors)
