"""The five ways to answer an item, read from its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from authoring.fields import Fields
from authoring.markdown_text import folded
from authoring.problems import Place
from authoring.yaml_text import Text
from quizbank.model import (
    Choice,
    Interaction,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Recall,
    Step,
)
from quizbank.parse.quiz_fields import QuizFields
from quizbank.settings import Bounds, Counts

Shown = Callable[[QuizFields, Text | None], str]
"""How an author's text is read: as a paragraph of Markdown, or as plain text."""

OPTION_ID = re.compile(r"[a-z0-9]{1,8}")
DECIMAL = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:e[+-]?[0-9]{1,2})?")


INTERACTIONS = ("options", "order", "match", "number", "recall")
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


def _parse_choice(fields: QuizFields) -> Choice:
    options = []
    seen: dict[str, Text] = {}
    place = fields.place_of("options")
    for name, each in fields.named("options", "option"):
        fields.matching(name, OPTION_ID, "an option id: up to 8 of a-z and 0-9")
        text = each.text("text")
        _check_new(each, text, seen, "option")
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
        _check_count(fields, place, len(options), bounds, "options")
    key = _parse_key(fields, [option.id for option in options])
    return Choice(options=tuple(options), key=frozenset(key), place=place)


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


def _parse_order(fields: QuizFields) -> Order:
    seen: dict[str, Text] = {}
    place = fields.place_of("order")
    steps = [
        _parse_step(each, QuizFields.as_paragraph, seen) for each in fields.each("order", "step")
    ]
    if steps:
        _check_count(fields, place, len(steps), fields.file.settings.counts.steps, "steps")
    return Order(
        steps=tuple(steps), distractors=_parse_distractors(fields, QuizFields.as_paragraph, seen)
    )


def _parse_match(fields: QuizFields) -> Match:
    prompts: dict[str, Text] = {}
    responses: dict[str, Text] = {}
    pairs = []
    place = fields.place_of("match")
    for each in fields.each("match", "pair"):
        prompt, response = each.text("prompt"), each.text("response")
        _check_new(each, prompt, prompts, "prompt")
        _check_same(each, response, responses)
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
        _check_count(fields, place, len(pairs), fields.file.settings.counts.pairs, "pairs")
    distractors = _parse_distractors(fields, QuizFields.as_plain, responses)
    if pairs and len(responses) < 2:
        fields.fail("every prompt has the same response; there is nothing to match", place)
    return Match(pairs=tuple(pairs), distractors=distractors)


def _parse_distractors(fields: QuizFields, shown: Shown, seen: dict[str, Text]) -> tuple[Step, ...]:
    each = fields.optional_each("distractors", "distractor")
    return tuple(_parse_distractor(step, shown, seen) for step in each)


def _parse_distractor(fields: QuizFields, shown: Shown, seen: dict[str, Text]) -> Step:
    misconception = fields.misconception()
    return replace(_parse_step(fields, shown, seen), misconception=misconception)


def _parse_step(fields: QuizFields, shown: Shown, seen: dict[str, Text]) -> Step:
    text = fields.text("text")
    _check_new(fields, text, seen, "text")
    step = Step(text=shown(fields, text), why=fields.paragraph("why"), place=fields.place)
    fields.done()
    return step


def _parse_number(fields: QuizFields) -> Number:
    number = fields.nested("number")
    hint = "a plain number such as 16777216, 0.35 or 1e3"
    value = number.matching(number.text("value"), DECIMAL, hint)
    tolerance = number.optional_text("tolerance")
    allowed = number.matching(tolerance, DECIMAL, hint) or "0"
    if tolerance and allowed.startswith("-"):
        number.fail(f"tolerance {allowed!r} is less than nothing", tolerance.place())
    unit = number.optional_paragraph("unit")
    number.done()
    return Number(value=value, tolerance=allowed, unit=unit)


def _parse_recall(fields: QuizFields) -> Recall:
    return Recall(answer=fields.block("recall"))


_PARSERS: Mapping[str, Callable[[QuizFields], Interaction]] = {
    "options": _parse_choice,
    "order": _parse_order,
    "match": _parse_match,
    "number": _parse_number,
    "recall": _parse_recall,
}


def _check_new(fields: Fields, text: Text | None, seen: dict[str, Text], what: str) -> None:
    """Report *text* if it is among those *seen*, whatever its case and spaces; add it to them."""
    if text is None:
        return
    earlier = seen.setdefault(_folded(text), text)
    if earlier is not text:
        sentence = f"{what} {text.value.strip()!r} is already given on line {earlier.line}"
        fields.fail(sentence, text.place())


def _check_same(fields: Fields, text: Text | None, seen: dict[str, Text]) -> None:
    """Report *text* if one of those *seen* differs in case or spaces alone; add it to them."""
    if text is None:
        return
    earlier = seen.setdefault(_folded(text), text)
    if earlier.value != text.value:
        sentence = f"response {text.value!r} is written {earlier.value!r} on line {earlier.line}"
        fields.fail(sentence, text.place())


def _folded(text: Text) -> str:
    return folded(text.value, str.casefold)


def options_of(counts: Counts) -> Bounds:
    """How many options a choice may have, however many are right."""
    one, several = counts.options, counts.options_of_several
    return min(one[0], several[0]), max(one[1], several[1])


def _check_count(fields: Fields, place: Place, count: int, bounds: Bounds, what: str) -> None:
    least, most = bounds
    if not least <= count <= most:
        fields.fail(f"has {count} {what}; {least} to {most} are possible", place)
