"""Reads the ids of items that are gone, and of their replacements."""

from __future__ import annotations

from collections.abc import Mapping

from authoring.fields import read_fields
from authoring.problems import Report
from quizbank.model import Bank
from quizbank.parse.quiz_fields import ID

RETIRED = "quiz_data/retired.yml"
NONE = "none"
"""The replacement of an item that has none."""


def read_retired(sources: Mapping[str, bytes], bank: Bank, report: Report) -> dict[str, str]:
    """The replacement of each id that is gone, or NONE; mistakes in *sources* are reported."""
    fields = read_fields(sources, RETIRED, "the retired ids", report)
    if fields is None:
        return {}
    retired: dict[str, str] = {}
    for name, value in fields.entries("retired"):
        text = fields.as_text(name.value, value)
        fields.matching(name, ID, "an item id: a-z, 0-9 and single '-'")
        if name.value in bank.items:
            fields.fail(f"{name.value!r} is not gone; the bank has it", name.place())
        if text and text.value != NONE and text.value not in bank.items:
            fields.fail(f"{text.value!r} is neither an item of the bank nor {NONE!r}", text.place())
        retired[name.value] = text.value if text else NONE
    fields.done()
    return retired
