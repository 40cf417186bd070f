"""Reads the misconceptions: one file next to the quizzes, whose ids distractors name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from authoring.problems import Report
from authoring.prose import section_titles
from quizbank.model import Misconception
from quizbank.parse.links import Catalogue
from quizbank.parse.quiz_fields import ID, QuizFields, read_quiz_fields

MISCONCEPTIONS = "quiz_data/misconceptions.yml"


def read_misconceptions(sources: Mapping[str, bytes], report: Report) -> Catalogue | None:
    """Every misconception of *sources*, or None where their file could not be read."""
    if MISCONCEPTIONS not in sources:
        return Catalogue((), MISCONCEPTIONS, [])
    fields = read_quiz_fields(sources, MISCONCEPTIONS, "the misconceptions", report)
    if fields is None:
        return None
    misconceptions = tuple(_each(fields))
    fields.done()
    return Catalogue(misconceptions, MISCONCEPTIONS, fields.file.links)


def with_titles(
    misconceptions: tuple[Misconception, ...], pages: Mapping[str, str]
) -> tuple[Misconception, ...]:
    """*misconceptions* with the heading of the section that each one leads to."""
    titles: dict[str, dict[str, str]] = {}

    def titled(each: Misconception) -> Misconception:
        uri, _, anchor = each.section[1:].partition("#")
        if uri not in titles:
            titles[uri] = section_titles(pages.get(uri, ""))
        return replace(each, section_title=titles[uri].get(anchor, ""))

    return tuple(map(titled, misconceptions))


def _each(fields: QuizFields) -> Iterator[Misconception]:
    for name, each in fields.named("misconceptions", "misconception"):
        fields.matching(name, ID, "a misconception id: a-z, 0-9 and single '-'")
        yield Misconception(
            id=name.value,
            text=each.paragraph("text"),
            why=each.paragraph("why"),
            section=each.section("section"),
            path=MISCONCEPTIONS,
            line=name.line,
            column=name.column,
        )
        each.done()
