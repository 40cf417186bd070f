"""Reads the part `form` of `guide.yml`: what choices look like in other banks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.fields import Fields
from quizbank.settings import MEASURES, Form

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|-")
"""A bank for which nobody counted a measure has '-'."""


def read_form(fields: Fields) -> Form:
    """The form that *fields* ask to be counted; what is unfit is reported and left out."""
    form = Form(
        actor=next(_texts(fields, "actor"), ""),
        services=tuple(_texts(fields, "services")),
        banks=(banks := tuple(_texts(fields, "banks"))),
        elsewhere=dict(_elsewhere(fields, len(banks))) if "elsewhere" in fields else {},
    )
    fields.done()
    return form


def _texts(fields: Fields, name: str) -> Iterator[str]:
    return (text.value for text in fields.optional_texts(name))


def _elsewhere(fields: Fields, banks: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    below = fields.nested("elsewhere")
    for name in MEASURES:
        figures = below.optional_texts(name)
        if figures and len(figures) != banks:
            below.fail(f"{name!r} has {len(figures)} figures for {banks} banks", figures[0].place())
        elif figures:
            hint = "a figure such as 6.2 or 71%, or '-'"
            yield name, tuple(below.matching(each, _FIGURE, hint) for each in figures)
    below.done()
