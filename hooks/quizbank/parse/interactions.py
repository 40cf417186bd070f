"""The five ways to answer an item, read from its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from authoring.fields import Fields
from authoring.markdown_text import folded
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
from quizbank.parse.quiz_fields import Reader
from quizbank.settings import Bounds, Counts

INTERACTIONS = ("options", "order", "match", "number", "recall")
"""The field that is there names the interaction."""

Shown = Callable[[Fields, Text | None], str]
"""How an author's text is read: as a paragraph of Markdown, or as plain text."""

OPTION_ID = re.compile(r"[a-z0-9]{1,8}")
DECIMAL = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:e[+-]?[0-9]{1,2})?")


def parse_interaction(fields: Fields, reader: Reader) -> Interaction:
    """The interaction whose field is there; a harmless one and a problem unless it is just one."""
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
        return _PARSERS[given[0]](fields, reader)
    fields.miss(f"one of {', '.join(map(repr, INTERACTIONS))}")
    return Recall(answer="")


def _parse_choice(fields: Fields, reader: Reader) -> Choice:
    options = []
    seen: dict[str, Text] = {}
    for name, each in fields.named("options", "option"):
        fields.matching(name, OPTION_ID, "an option id: up to 8 of a-z and 0-9")
        text = each.text("text")
        _check_new(each, text, seen, "option")
        options.append(
            Option(
                id=name.value,
                text=reader.paragraph(each, text),
                why=reader.paragraph(each, each.text("why")),
                misconception=reader.misconception(each),
            )
        )
        each.done()
    if options:
        _check_count(fields, len(options), options_of(reader.settings.counts), "options")
    key = _parse_key(fields, [option.id for option in options])
    return Choice(options=tuple(options), key=frozenset(key))


def _parse_key(fields: Fields, ids: list[str]) -> list[str]:
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


def _parse_order(fields: Fields, reader: Reader) -> Order:
    seen: dict[str, Text] = {}
    steps = [
        _parse_step(each, reader.paragraph, reader, seen) for each in fields.each("order", "step")
    ]
    if steps:
        _check_count(fields, len(steps), reader.settings.counts.steps, "steps")
    distractors = _parse_distractors(fields, reader.paragraph, reader, seen)
    return Order(steps=tuple(steps), distractors=distractors)


def _parse_match(fields: Fields, reader: Reader) -> Match:
    prompts: dict[str, Text] = {}
    responses: dict[str, Text] = {}
    pairs = []
    for each in fields.each("match", "pair"):
        prompt, response = each.text("prompt"), each.text("response")
        _check_new(each, prompt, prompts, "prompt")
        _check_same(each, response, responses)
        why = reader.paragraph(each, each.text("why"))
        pairs.append(
            Pair(
                prompt=reader.paragraph(each, prompt),
                response=reader.plain(each, response),
                why=why,
            )
        )
        each.done()
    if pairs:
        _check_count(fields, len(pairs), reader.settings.counts.pairs, "pairs")
    distractors = _parse_distractors(fields, reader.plain, reader, responses)
    if pairs and len(responses) < 2:
        fields.fail("every prompt has the same response; there is nothing to match")
    return Match(pairs=tuple(pairs), distractors=distractors)


def _parse_distractors(
    fields: Fields, shown: Shown, reader: Reader, seen: dict[str, Text]
) -> tuple[Step, ...]:
    each = fields.optional_each("distractors", "distractor")
    return tuple(_parse_distractor(step, shown, reader, seen) for step in each)


def _parse_distractor(fields: Fields, shown: Shown, reader: Reader, seen: dict[str, Text]) -> Step:
    misconception = reader.misconception(fields)
    return replace(_parse_step(fields, shown, reader, seen), misconception=misconception)


def _parse_step(fields: Fields, shown: Shown, reader: Reader, seen: dict[str, Text]) -> Step:
    text = fields.text("text")
    _check_new(fields, text, seen, "text")
    why = reader.paragraph(fields, fields.text("why"))
    fields.done()
    return Step(text=shown(fields, text), why=why)


def _parse_number(fields: Fields, reader: Reader) -> Number:
    number = fields.nested("number")
    hint = "a plain number such as 16777216, 0.35 or 1e3"
    tolerance, unit = number.optional_text("tolerance"), number.optional_text("unit")
    value = number.matching(number.text("value"), DECIMAL, hint)
    allowed = number.matching(tolerance, DECIMAL, hint) or "0"
    if allowed.startswith("-"):
        number.fail(
            f"tolerance {allowed!r} is less than nothing", tolerance.place() if tolerance else None
        )
    number.done()
    return Number(value=value, tolerance=allowed, unit=reader.paragraph(number, unit))


def _check_new(fields: Fields, text: Text | None, seen: dict[str, Text], what: str) -> None:
    """Report *text* if, but for case and spaces, it is among those *seen*; now it is."""
    if text is None:
        return
    earlier = seen.setdefault(_folded(text), text)
    if earlier is not text:
        sentence = f"{what} {text.value.strip()!r} is already given on line {earlier.line}"
        fields.fail(sentence, text.place())


def _check_same(fields: Fields, text: Text | None, seen: dict[str, Text]) -> None:
    """Report *text* if it is one of those *seen* but for case and spaces; it is one of them now."""
    if text is None:
        return
    earlier = seen.setdefault(_folded(text), text)
    if earlier.value != text.value:
        sentence = f"response {text.value!r} is written {earlier.value!r} on line {earlier.line}"
        fields.fail(sentence, text.place())


def _folded(text: Text) -> str:
    return folded(text.value, str.casefold)


_PARSERS: Mapping[str, Callable[[Fields, Reader], Interaction]] = {
    "options": _parse_choice,
    "order": _parse_order,
    "match": _parse_match,
    "number": _parse_number,
    "recall": lambda fields, reader: Recall(answer=reader.block(fields, fields.text("recall"))),
}


def options_of(counts: Counts) -> Bounds:
    """How many options a choice may have, however many are right."""
    one, several = counts.options, counts.options_of_several
    return min(one[0], several[0]), max(one[1], several[1])


def _check_count(fields: Fields, count: int, bounds: Bounds, what: str) -> None:
    least, most = bounds
    if not least <= count <= most:
        fields.fail(f"has {count} {what}; {least} to {most} are possible")
