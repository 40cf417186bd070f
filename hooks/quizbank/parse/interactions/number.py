"""Reads a number: its value, its tolerance, and its unit."""

from __future__ import annotations

import re

from quizbank.interactions import Number
from quizbank.parse.quiz_fields import QuizFields

DECIMAL = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:e[+-]?[0-9]{1,2})?")


def parse_number(fields: QuizFields) -> Number:
    """The number that an item's *fields* hold."""
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
