"""Quiz files in, a Bank out, or every problem of every file at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from authoring.problems import FileReport, Report
from authoring.yaml_text import Text, read
from quizbank.model import DIFFICULTIES, Bank, Item, Quiz, Recall
from quizbank.parse.interactions import parse_interaction
from quizbank.parse.links import Parsed, check_across, slug_of
from quizbank.parse.misconceptions import MISCONCEPTIONS, read_misconceptions, with_titles
from quizbank.parse.quiz_fields import ID, QuizFields, QuizFile
from quizbank.parse.retired import RETIRED
from quizbank.parse.settings import SETTINGS
from quizbank.parse.sources import SOURCES, read_source_names
from quizbank.settings import Settings

_YAML = (".yml", ".yaml")
_RESERVED = ("index", "readme")
"""Names that site generators use for the page of a whole folder."""
_ELSEWHERE = 1
"""Days by which an author's time zone may be ahead of the machine that builds."""
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_bank(
    sources: Mapping[str, bytes],
    pages: Mapping[str, str],
    settings: Settings,
    report: Report,
    today: datetime.date = datetime.date.max,
) -> Bank:
    """Every quiz of *sources* that parses; a text that is missing or unfit is ''."""
    quizzes = [
        _parse_file(sources[path], QuizFile(settings, today), report.on(path))
        for path in quiz_paths(sources)
    ]
    catalogue = read_misconceptions(sources, report)
    check_across(filter(None, quizzes), catalogue, pages, report)
    return Bank(
        quizzes=tuple(parsed.quiz for parsed in quizzes if parsed),
        misconceptions=with_titles(catalogue.misconceptions, pages) if catalogue else (),
        source_names=read_source_names(sources, report),
    )


def quiz_paths(sources: Mapping[str, bytes]) -> list[str]:
    """Which files of the bank's *sources* hold a quiz, or would with a better name."""
    others = {MISCONCEPTIONS, SETTINGS, SOURCES, RETIRED}
    return sorted(path for path in sources.keys() - others if path.lower().endswith(_YAML))


def check_names(sources: Mapping[str, bytes], report: Report) -> None:
    """Report each file of *sources* that would not be read, or whose page could not be found."""
    for path in sources:
        file = report.on(path)
        if not path.lower().endswith(_YAML):
            file.add((1, 1), "this file is not read; a quiz file's name ends in '.yml'")
        elif path.count("/") > 1:
            file.add((1, 1), "quiz files are not read from folders; move it to quiz_data/")


def _parse_file(data: bytes, file: QuizFile, report: FileReport) -> Parsed | None:
    _check_name(report)
    node = read(data, report)
    if node is None:
        return None
    fields = QuizFields(node, "the quiz", report, file)
    title, page = fields.title("title"), fields.text("page")
    file.objective = fields.optional_text("objective")
    _known_objective(fields, file.objective)
    if "scenarios" in fields:
        file.scenarios = dict(_scenarios(fields))
    items = tuple(_parse_item(each) for each in fields.each("items", "item"))
    fields.done()
    quiz = Quiz(
        path=report.path,
        slug=slug_of(report.path),
        title=title,
        page=page.value if page else "",
        items=items,
    )
    return Parsed(quiz, page.place() if page else fields.place, file.links, file.misconceptions)


def _check_name(report: FileReport) -> None:
    if not report.path.endswith(".yml"):
        report.add((1, 1), "a quiz file's name ends in '.yml'")
    slug = slug_of(report.path)
    if not ID.fullmatch(slug):
        report.add((1, 1), "a quiz file's name is made of a-z, 0-9 and single '-'")
    if slug.lower() in _RESERVED:
        report.add((1, 1), f"a quiz cannot be called {slug!r}: its page would be a folder's")


def _scenarios(fields: QuizFields) -> Iterator[tuple[str, str]]:
    for name, node in fields.entries("scenarios"):
        fields.matching(name, ID, "a scenario id: a-z, 0-9 and single '-'")
        yield name.value, fields.as_block(fields.as_text(name.value, node))


def _parse_item(fields: QuizFields) -> Item:
    name = fields.text("id")
    if name:
        fields.belong_to(name.value)
    interaction = parse_interaction(fields)
    explains_itself = isinstance(interaction, Recall)
    item = Item(
        id=fields.matching(name, ID, "an item id: a-z, 0-9 and single '-'"),
        scenario=_scenario(fields),
        stem=fields.paragraph("stem"),
        interaction=interaction,
        difficulty=fields.one_of("difficulty", DIFFICULTIES),
        objective=_objective(fields),
        rationale=fields.optional_block("rationale")
        if explains_itself
        else fields.block("rationale"),
        hints=_hints(fields),
        sources=fields.sources(),
        reviewed=_date(fields),
        status_note=fields.optional_paragraph("status_note"),
        line=fields.place[0],
        column=fields.place[1],
    )
    fields.done()
    return item


def _hints(fields: QuizFields) -> tuple[str, ...]:
    hints = fields.optional_texts("hints")
    for hint in hints[1:]:
        if hint.is_plain and hint.value[0].islower():
            sentence = f"a ',' splits the hint before {hint.value!r}; quote the hint"
            fields.fail(sentence, hint.place())
    return tuple(map(fields.as_paragraph, hints))


def _scenario(fields: QuizFields) -> str:
    name, scenarios = fields.optional_text("scenario"), fields.file.scenarios
    if name is None:
        return ""
    if name.value not in scenarios:
        known = ", ".join(scenarios) or "there are none"
        fields.fail(f"scenario {name.value!r} is not under 'scenarios' ({known})", name.place())
    return scenarios.get(name.value, "")


def _objective(fields: QuizFields) -> str:
    own, of_quiz = fields.optional_text("objective"), fields.file.objective
    if own is None and of_quiz is None:
        fields.miss("'objective', here or once for the quiz")
    if own is None:
        return of_quiz.value if of_quiz else ""
    return _known_objective(fields, own)


def _known_objective(fields: QuizFields, name: Text | None) -> str:
    known = fields.file.settings.objectives
    if not known:  # guide.yml has a problem itself
        return name.value if name else ""
    return fields.as_one_of("objective", name, known)


def _date(fields: QuizFields) -> str:
    text = fields.text("reviewed")
    if text is None:
        return ""
    try:
        day = datetime.date.fromisoformat(text.value if _DATE.fullmatch(text.value) else "")
    except ValueError:
        fields.fail(f"{text.value!r} is not a day such as 2026-11-20", text.place())
        return text.value
    if day.toordinal() > fields.file.today.toordinal() + _ELSEWHERE:
        fields.fail(f"{text.value} is in the future; nobody has reviewed it then", text.place())
    return text.value
