"""How much each exam objective weighs in a mock exam: one file beside the quizzes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from authoring.fields import Fields
from authoring.problems import Report
from authoring.yaml_text import read
from quizbank.model import OBJECTIVES, Bank
from quizbank.parse.quiz_fields import Reader

BLUEPRINT = "quiz_data/blueprint.yml"

_WEIGHT = re.compile("[1-9][0-9]{0,2}")


def read_blueprint(
    sources: Mapping[str, bytes], bank: Bank | None, report: Report
) -> dict[str, int]:
    """The weight of each objective; 1 for each that *bank* tests where *sources* have no such file.

    *bank* is None where some of its items could not be read.
    """
    tested = {item.objective for quiz in bank.quizzes for item in quiz.items} if bank else None
    if BLUEPRINT not in sources:
        return dict.fromkeys(sorted(tested or ()), 1)
    node = read(BLUEPRINT, sources[BLUEPRINT], report)
    if node is None:
        return {}
    fields = Fields(node, "the blueprint", BLUEPRINT, report)
    weights = dict(_weights(fields, tested))
    fields.done()
    if not weights and not report.problems:
        fields.fail("weighs no objective")
    return weights


def _weights(fields: Fields, tested: set[str] | None) -> Iterator[tuple[str, int]]:
    reader = Reader()
    for name, node in fields.entries("weights"):
        objective = reader.one_of(fields, name, OBJECTIVES, "objective")
        if tested is not None and objective in OBJECTIVES.keys() - tested:
            fields.fail(f"no item tests objective {objective!r}", name.place())
        text = fields.as_text(name.value, node)
        weight = reader.matching(fields, text, _WEIGHT, "a whole number from 1 to 999")
        yield objective, int(weight or 0)
