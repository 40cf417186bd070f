"""Quiz files in, a Bank out, or every problem of every file at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from authoring.fields import Fields
from authoring.problems import Report
from authoring.yaml_text import Text, read
from quizbank.model import DIFFICULTIES, Bank, Item, Quiz, Recall
from quizbank.parse.interactions import parse_interaction
from quizbank.parse.links import Parsed, check_across, slug_of
from quizbank.parse.misconceptions import MISCONCEPTIONS, read_misconceptions, with_titles
from quizbank.parse.quiz_fields import ID, Reader
from quizbank.parse.retired import RETIRED
from quizbank.parse.settings import SETTINGS, read_settings
from quizbank.parse.sources import SOURCES, read_source_names
from quizbank.settings import Settings

_YAML = (".yml", ".yaml")
_RESERVED = ("index", "readme")
"""What site generators take for the page of a whole folder."""
_ELSEWHERE = 1
"""Days by which an author's calendar may be ahead of that of whoever builds."""
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_bank(sources: Mapping[str, bytes], pages: Mapping[str, str]) -> Bank:
    """The bank in *sources*, `{path: file}`, whose links lead into *pages*, `{uri: Markdown}`.

    Raises BankError with every problem of every file.
    """
    report = Report()
    bank = read_bank(sources, pages, read_settings(sources, report), report)
    report.raise_if_any()
    return bank


def read_bank(
    sources: Mapping[str, bytes],
    pages: Mapping[str, str],
    settings: Settings,
    report: Report,
    today: datetime.date = datetime.date.max,
) -> Bank:
    """Every quiz of *sources* that is a mapping, '' for each text that is missing or unfit."""
    quizzes = [
        _parse_file(path, sources[path], Reader(settings, today), report)
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
    """Report each file of *sources* that would be passed over, or whose page could not be found."""
    for path in sources:
        if not path.lower().endswith(_YAML):
            report.add(path, (1, 1), "this file is not read; a quiz file's name ends in '.yml'")
        elif path.count("/") > 1:
            report.add(path, (1, 1), "quiz files are not read from folders; move it to quiz_data/")


def _parse_file(path: str, data: bytes, reader: Reader, report: Report) -> Parsed | None:
    _check_name(path, report)
    node = read(path, data, report)
    if node is None:
        return None
    fields = Fields(node, "the quiz", path, report)
    title, page = fields.text("title"), fields.text("page")
    reader.objective = fields.optional_text("objective")
    _known_objective(fields, reader, reader.objective)
    if "scenarios" in fields:
        reader.scenarios = dict(_scenarios(fields, reader))
    items = tuple(_parse_item(each, reader) for each in fields.each("items", "item"))
    fields.done()
    quiz = Quiz(
        path=path,
        slug=slug_of(path),
        title=reader.title(fields, title),
        page=page.value if page else "",
        items=items,
    )
    return Parsed(quiz, page.place() if page else fields.place, reader.links, reader.misconceptions)


def _check_name(path: str, report: Report) -> None:
    if not path.endswith(".yml"):
        report.add(path, (1, 1), "a quiz file's name ends in '.yml'")
    slug = slug_of(path)
    if not ID.fullmatch(slug):
        report.add(path, (1, 1), "a quiz file's name is made of a-z, 0-9 and single '-'")
    if slug.lower() in _RESERVED:
        report.add(path, (1, 1), f"a quiz cannot be called {slug!r}: its page would be a folder's")


def _scenarios(fields: Fields, reader: Reader) -> Iterator[tuple[str, str]]:
    for name, node in fields.entries("scenarios"):
        fields.matching(name, ID, "a scenario id: a-z, 0-9 and single '-'")
        yield name.value, reader.block(fields, fields.as_text(name.value, node))


def _parse_item(fields: Fields, reader: Reader) -> Item:
    name = fields.text("id")
    if name:
        fields.what = f"item {name.value!r}"
    interaction = parse_interaction(fields, reader)
    told_by_answer = isinstance(interaction, Recall)
    rationale = fields.optional_text("rationale") if told_by_answer else fields.text("rationale")
    item = Item(
        id=fields.matching(name, ID, "an item id: a-z, 0-9 and single '-'"),
        scenario=_scenario(fields, reader, fields.optional_text("scenario")),
        stem=reader.paragraph(fields, fields.text("stem")),
        interaction=interaction,
        difficulty=fields.one_of("difficulty", fields.text("difficulty"), DIFFICULTIES),
        objective=_objective(fields, reader),
        rationale=reader.block(fields, rationale),
        hints=_hints(fields, reader),
        sources=tuple(reader.source(fields, source) for source in fields.texts("sources")),
        reviewed=_date(fields, fields.text("reviewed"), reader.today),
        status_note=reader.paragraph(fields, fields.optional_text("status_note")),
        line=fields.place[0],
        column=fields.place[1],
    )
    fields.done()
    return item


def _hints(fields: Fields, reader: Reader) -> tuple[str, ...]:
    hints = fields.optional_texts("hints")
    for hint in hints[1:]:
        if hint.is_plain and hint.value[0].islower():
            fields.fail(
                f"a ',' splits the hint before {hint.value!r}; quote the hint", hint.place()
            )
    return tuple(reader.paragraph(fields, hint) for hint in hints)


def _scenario(fields: Fields, reader: Reader, name: Text | None) -> str:
    if name is None:
        return ""
    if name.value not in reader.scenarios:
        known = ", ".join(reader.scenarios) or "there are none"
        fields.fail(f"scenario {name.value!r} is not under 'scenarios' ({known})", name.place())
    return reader.scenarios.get(name.value, "")


def _objective(fields: Fields, reader: Reader) -> str:
    own = fields.optional_text("objective")
    if own is None and reader.objective is None:
        fields.miss("'objective', here or once for the quiz")
    if own is None:
        return reader.objective.value if reader.objective else ""
    return _known_objective(fields, reader, own)


def _known_objective(fields: Fields, reader: Reader, name: Text | None) -> str:
    known = reader.settings.objectives
    if not known:  # guide.yml has a problem of its own
        return name.value if name else ""
    return fields.one_of("objective", name, known)


def _date(fields: Fields, text: Text | None, today: datetime.date) -> str:
    if text is None:
        return ""
    try:
        day = datetime.date.fromisoformat(text.value if _DATE.fullmatch(text.value) else "")
    except ValueError:
        fields.fail(f"{text.value!r} is not a day such as 2026-11-20", text.place())
        return text.value
    if day.toordinal() > today.toordinal() + _ELSEWHERE:
        fields.fail(f"{text.value} is in the future; nobody has reviewed it then", text.place())
    return text.value
