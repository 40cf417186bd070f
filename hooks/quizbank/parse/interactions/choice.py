"""Reads a choice: options and their key."""

from __future__ import annotations

import re

from authoring.yaml_text import Text
from quizbank.interactions import Choice, Option
from quizbank.parse.interactions.entries import check_count, check_new
from quizbank.parse.quiz_fields import QuizFields
from quizbank.settings import Bounds, Counts

OPTION_ID = re.compile(r"[a-z0-9]{1,8}")


def parse_choice(fields: QuizFields) -> Choice:
    """The choice that an item's *fields* hold."""
    options = []
    seen: dict[str, Text] = {}
    place = fields.place_of("options")
    for name, each in fields.named("options", "option"):
        fields.matching(name, OPTION_ID, "an option id: up to 8 of a-z and 0-9")
        text = each.text("text")
        check_new(each, text, seen, "option")
        options.append(
            Option(
                id=name.value,
                text=each.as_paragraph(text),
                why=each.paragraph("why"),
                misconception=each.misconception(),
                place=name.place(),
            )
        )
        each.done()
    if options:
        bounds = options_of(fields.file.settings.counts)
        check_count(fields, place, len(options), bounds, "options")
    key = _parse_key(fields, [option.id for option in options])
    return Choice(options=tuple(options), key=frozenset(key), place=place)


def options_of(counts: Counts) -> Bounds:
    """How many options a choice may have, however many are right."""
    one, several = counts.options, counts.options_of_several
    return min(one[0], several[0]), max(one[1], several[1])


def _parse_key(fields: QuizFields, ids: list[str]) -> list[str]:
    key: list[str] = []
    texts = fields.texts("key")
    for text in texts if ids else []:
        if text.value not in ids:
            several = re.split("[, ]+", text.value)
            remedy = f"; write [{', '.join(several)}]" if set(several) <= set(ids) else ""
            sentence = f"key {text.value!r} is not one of the options {', '.join(ids)}{remedy}"
            fields.fail(sentence, text.place())
        elif text.value in key:
            fields.fail(f"key {text.value!r} is given twice", text.place())
        key.append(text.value)
    if ids and set(ids) <= set(key):
        fields.fail("every option is in the key; there is nothing to choose", texts[0].place())
    return key
