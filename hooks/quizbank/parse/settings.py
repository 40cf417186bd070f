"""Reads `guide.yml`: what this guide is about, and what it asks of its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from authoring.fields import Fields, read_fields
from authoring.problems import Report
from authoring.yaml_text import List, Node, Text
from quizbank.model import Bank
from quizbank.parse.form import read_form
from quizbank.settings import LEVELS, Bounds, Counts, Coverage, Exam, Form, Objective, Settings

SETTINGS = "quiz_data/guide.yml"

_OBJECTIVE = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_WHOLE = re.compile("[1-9][0-9]{0,4}")
_GOAL = re.compile("[1-9][0-9]?%|100%")
_PERCENT = re.compile("[0-9]{1,2}%")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def read_settings(sources: Mapping[str, bytes], report: Report) -> Settings:
    """The settings in *sources*, `{path: file}`; what is missing or unfit is reported and empty."""
    if SETTINGS not in sources:
        sentence = "there is no such file; it names the guide and its objectives"
        report.on(SETTINGS).add((1, 1), sentence)
    fields = read_fields(sources, SETTINGS, "the guide", report)
    if fields is None:
        return Settings()
    settings = Settings(
        name=fields.words("name"),
        scope=fields.words("scope"),
        notice=fields.optional_words("notice"),
        objectives=dict(_objectives(fields)),
        exam=_exam(fields.nested("exam")),
        counts=_counts(fields.nested("counts")) if "counts" in fields else Counts(),
        confusable=tuple(_groups(fields, "confusable")),
        hosts=frozenset(_shaped(fields, "hosts", _HOST, "the name of a host")),
        closed=tuple(_groups(fields, "closed")),
        names=tuple(_texts(fields, "names")),
        form=read_form(fields.nested("form")) if "form" in fields else Form(),
        common_words=frozenset(fields.optional_words("common_words").split()),
    )
    settings = _with_rules(settings, fields)
    fields.done()
    return settings


def _texts(fields: Fields, name: str) -> list[str]:
    return [text.value for text in fields.optional_texts(name)]


def _shaped(fields: Fields, name: str, shape: re.Pattern[str], hint: str) -> Iterator[str]:
    for text in fields.optional_texts(name):
        yield fields.matching(text, shape, hint)


def _objectives(fields: Fields) -> Iterator[tuple[str, Objective]]:
    taken: dict[str, Text] = {}
    weighed = False
    place = fields.place_of("objectives")
    for name, each in fields.named("objectives", "objective"):
        weight = _number(each, "weight") if "weight" in each else 0
        weighed = weighed or bool(weight)
        yield _objective(fields, name, each.words("title"), weight, name.value, taken)
        statements = each.entries("statements") if "statements" in each else ()
        for statement, node in statements:
            title = each.as_text(statement.value, node)
            words = title.value if title else ""
            yield _objective(fields, statement, words, 0, name.value, taken)
        each.done()
    if not weighed:
        fields.fail("no objective has a 'weight', so that a mock exam has nothing to ask", place)


def _objective(
    fields: Fields, name: Text, title: str, weight: int, task: str, taken: dict[str, Text]
) -> tuple[str, Objective]:
    fields.matching(name, _OBJECTIVE, "the name of an objective, such as 3.1 or brewing")
    earlier = taken.setdefault(name.value, name)
    if earlier is not name:
        sentence = f"objective {name.value!r} is already given on line {earlier.line}"
        fields.fail(sentence, name.place())
    return name.value, Objective(name=name.value, title=title, weight=weight, task=task)


def _exam(fields: Fields) -> Exam:
    sizes = [
        fields.matching(size, _WHOLE, "a whole number above 0") for size in fields.texts("sizes")
    ]
    questions, minutes = _number(fields, "questions"), _number(fields, "minutes")
    scale = fields.optional_words("scale")
    goal = fields.matching(fields.optional_text("goal"), _GOAL, "a share such as 80%")
    fields.done()
    return Exam(
        sizes=tuple(int(size) for size in sizes if size),
        seconds=60 * minutes / questions if questions else 0,
        scale=scale,
        goal=int(goal[:-1]) if goal else Exam().goal,
    )


def _counts(fields: Fields) -> Counts:
    counts = Counts()
    for name in ("options", "options_of_several", "steps", "pairs"):
        if name in fields:
            counts = replace(counts, **{name: _bounds(fields, name)})
    fields.done()
    return counts


def _bounds(fields: Fields, name: str) -> Bounds:
    place = fields.place_of(name)
    texts = fields.texts(name)
    numbers = [fields.matching(text, _WHOLE, "a whole number above 0") for text in texts]
    if len(numbers) != 2 or not all(numbers) or int(numbers[0]) > int(numbers[1]):
        fields.fail(f"{name!r} should be the fewest and the most, such as [3, 5]", place)
        return (1, 99)
    return int(numbers[0]), int(numbers[1])


def _groups(fields: Fields, name: str) -> Iterator[tuple[str, ...]]:
    """Each text, or list of texts, in the list under *name*."""
    if name not in fields:
        return
    node = fields.take(name)
    if not isinstance(node, List):
        fields.fail(f"{name!r} should be a list", node.place() if node else None)
        return
    for entry in node.nodes:
        yield tuple(_group(fields, name, entry))


def _group(fields: Fields, name: str, entry: Node) -> Iterator[str]:
    for node in entry.nodes if isinstance(entry, List) else [entry]:
        text = fields.as_text(name, node)
        if text:
            yield text.value


def _with_rules(settings: Settings, fields: Fields) -> Settings:
    if "balance" in fields:
        text = fields.text("balance")
        level = fields.as_one_of("balance", text, LEVELS)
        place = text.place() if text else (1, 1)
        settings = replace(settings, balance=level, balance_place=place)
    if "coverage" in fields:
        settings = replace(settings, coverage=_coverage(fields.nested("coverage")))
    return settings


def _coverage(fields: Fields) -> Coverage:
    pages = {
        name.value: _whole(fields, fields.as_text(name.value, node))
        for name, node in (fields.entries("pages") if "pages" in fields else ())
    }
    level = fields.one_of("level", LEVELS)
    coverage = Coverage(
        level=level,
        pages=pages,
        without=frozenset(_texts(fields, "without")),
        objectives=_number(fields, "objectives") if "objectives" in fields else 0,
        interactions=_share(fields, "interactions"),
        difficulties=_share(fields, "difficulties"),
        place=fields.place,
    )
    fields.done()
    return coverage


def _share(fields: Fields, name: str) -> float:
    text = fields.optional_text(name)
    share = fields.matching(text, _PERCENT, "a share such as 5%")
    return int(share[:-1]) / 100 if share else 0


def _number(fields: Fields, name: str) -> int:
    return _whole(fields, fields.text(name))


def _whole(fields: Fields, text: Text | None) -> int:
    return int(fields.matching(text, _WHOLE, "a whole number above 0") or 0)


def check_settings(settings: Settings, bank: Bank, report: Report) -> None:
    """Report what the settings name and *bank* does not have."""
    slugs = {quiz.slug for quiz in bank.quizzes}
    for name in sorted({slug for group in settings.confusable for slug in group} - slugs):
        report.on(SETTINGS).add((1, 1), f"confusable: there is no quiz {name!r}")
