"""What the entries of several interactions have in common: steps, distractors, counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from authoring.fields import Fields
from authoring.markdown_text import folded
from authoring.problems import Place
from authoring.yaml_text import Text
from quizbank.interactions import Step
from quizbank.parse.quiz_fields import QuizFields
from quizbank.settings import Bounds

Shown = Callable[[QuizFields, Text | None], str]
"""How an author's text is read: as a paragraph of Markdown, or as plain text."""


def parse_step(fields: QuizFields, shown: Shown, seen: dict[str, Text]) -> Step:
    """A step, whose text is new among those *seen*; *shown* reads it."""
    text = fields.text("text")
    check_new(fields, text, seen, "text")
    step = Step(text=shown(fields, text), why=fields.paragraph("why"), place=fields.place)
    fields.done()
    return step


def parse_distractors(fields: QuizFields, shown: Shown, seen: dict[str, Text]) -> tuple[Step, ...]:
    """The distractors of an item, if it has any; the parameters are as in `parse_step`."""
    each = fields.optional_each("distractors", "distractor")
    return tuple(_parse_distractor(step, shown, seen) for step in each)


def _parse_distractor(fields: QuizFields, shown: Shown, seen: dict[str, Text]) -> Step:
    misconception = fields.misconception()
    return replace(parse_step(fields, shown, seen), misconception=misconception)


def check_new(fields: Fields, text: Text | None, seen: dict[str, Text], what: str) -> None:
    """Report *text* if it is among those *seen*, whatever its case and spaces; add it to them."""
    if text is None:
        return
    earlier = seen.setdefault(_folded(text), text)
    if earlier is not text:
        sentence = f"{what} {text.value.strip()!r} is already given on line {earlier.line}"
        fields.fail(sentence, text.place())


def check_same(fields: Fields, text: Text | None, seen: dict[str, Text]) -> None:
    """Report *text* if one of those *seen* differs in case or spaces alone; add it to them."""
    if text is None:
        return
    earlier = seen.setdefault(_folded(text), text)
    if earlier.value != text.value:
        sentence = f"response {text.value!r} is written {earlier.value!r} on line {earlier.line}"
        fields.fail(sentence, text.place())


def _folded(text: Text) -> str:
    return folded(text.value, str.casefold)


def check_count(fields: Fields, place: Place, count: int, bounds: Bounds, what: str) -> None:
    """Report a *count* outside *bounds* at the *place* of the list."""
    least, most = bounds
    if not least <= count <= most:
        fields.fail(f"has {count} {what}; {least} to {most} are possible", place)
