"""Reports about questions and what became of them: one file beside the quizzes, shown on a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from authoring.fields import Fields, read_fields
from authoring.problems import Report
from quizbank.model import Bank
from quizbank.parse.links import quiz_uri

ERRATA = "quiz_data/errata.yml"
PARTS = ("reports",)
VERDICTS = (
    "key changed",
    "wording changed",
    "explanation changed",
    "fact updated",
    "question retired",
    "no change",
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """One report about one question, and its answer."""

    item: str
    """The id of an item that is, or was, in the bank."""
    day: str
    """The day of the verdict, as 2026-11-30."""
    source: str
    """Who reported it, such as 'a blind reading'."""
    report: str
    verdict: str
    reason: str


def read_errata(
    files: Mapping[str, bytes], bank: Bank, retired: Mapping[str, str], report: Report
) -> tuple[Erratum, ...]:
    """Every report about a question in *files*, newest first; mistakes are added to *report*.

    An item must be in *bank* or among the *retired*.
    """
    fields = read_fields(files, ERRATA, "the errata", report)
    if fields is None:
        return ()
    errata = [_erratum(each, bank, retired) for each in fields.each("reports", "report")]
    fields.done()
    return tuple(sorted(errata, key=lambda erratum: erratum.day, reverse=True))


def _erratum(fields: Fields, bank: Bank, retired: Mapping[str, str]) -> Erratum:
    item = fields.text("item")
    if item and item.value not in bank.items and item.value not in retired:
        fields.fail(f"there is no item {item.value!r} in the bank", item.place())
    erratum = Erratum(
        item=item.value if item else "",
        day=fields.matching(fields.text("day"), _DAY, "a day such as 2026-11-30"),
        source=fields.words("source"),
        report=fields.words("report"),
        verdict=fields.one_of("verdict", VERDICTS),
        reason=fields.words("reason"),
    )
    fields.done()
    return erratum


def errata_list(errata: tuple[Erratum, ...], bank: Bank) -> str:
    """The reports as a Markdown list; links start at the root of docs/."""
    return "\n".join(_row(erratum, bank) for erratum in errata) or "No report yet."


def _row(erratum: Erratum, bank: Bank) -> str:
    name = f"`{erratum.item}`"
    if erratum.item in bank.items:
        quiz, _ = bank.items[erratum.item]
        name = f"[{name}](/{quiz_uri(quiz.path)}#{erratum.item})"
    return (
        f"- **{erratum.day}, {name}: {erratum.verdict}.** "
        f"{erratum.report} *Reported by {erratum.source}.* {erratum.reason}"
    )
