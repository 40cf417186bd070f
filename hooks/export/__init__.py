"""The bank for other programs: one module a format, each a pure function to bytes."""

from __future__ import annotations

from collections.abc import Mapping

from export import anki, csv, gift, moodle
from export.daily import daily_files
from export.edition import Edition, Export, Format
from export.qti import QTI_2_1, QTI_3_0
from export.table import loss_table
from quizbank.model import Bank

FORMATS: Mapping[str, Format] = {
    "anki": anki.FORMAT,
    "moodle": moodle.FORMAT,
    "gift": gift.FORMAT,
    "qti30": QTI_3_0,
    "qti21": QTI_2_1,
    "csv": csv.FORMAT,
}
"""By the name that `python -m guide export` takes."""


def export_all(bank: Bank, edition: Edition) -> dict[str, Export]:
    """The bank in every format, by the format's name."""
    return {name: format.write(bank, edition) for name, format in FORMATS.items()}


__all__ = ["FORMATS", "Edition", "Export", "Format", "daily_files", "export_all", "loss_table"]
