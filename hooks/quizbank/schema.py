"""A JSON Schema of a quiz file, for completion in editors. The parser is what decides."""

from __future__ import annotations

import json
import re
from collections.abc import Collection

from quizbank.model import DIFFICULTIES
from quizbank.parse.interactions import INTERACTIONS
from quizbank.parse.interactions.choice import OPTION_ID, options_of
from quizbank.parse.interactions.number import DECIMAL
from quizbank.parse.quiz_fields import ID, SOURCE
from quizbank.settings import Counts, Settings

Schema = dict[str, object]

_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
"""The parser takes every scalar as the text it is; JSON Schema sees `no` and `1e3` typed."""


def schema_json(settings: Settings) -> str:
    """The schema as text, ready to be written to `quiz_data/schema.json`."""
    return json.dumps(_quiz(settings), indent=2) + "\n"


def _quiz(settings: Settings) -> Schema:
    whole = _mapping(
        {
            "title": _TEXT,
            "page": _TEXT,
            "objective": _one_of(settings.objectives),
            "scenarios": {"type": "object", "additionalProperties": _TEXT},
            "items": _list(_item(settings), 1),
        },
        required=("title", "page", "items"),
    )
    each_names_its_own = {"properties": {"items": {"items": {"required": ["objective"]}}}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A quiz file: {settings.name}",
        **whole,
        "anyOf": [{"required": ["objective"]}, each_names_its_own],
    }


def _item(settings: Settings) -> Schema:
    fields: Schema = {
        "id": _shaped(ID.pattern, "permanent; progress is filed under it"),
        "stem": _TEXT,
        "scenario": _shaped(ID.pattern, "one of the quiz's scenarios"),
        "difficulty": _one_of(DIFFICULTIES),
        "objective": _one_of(settings.objectives),
        "rationale": _TEXT,
        "hints": _texts(),
        "sources": _texts(_shaped(SOURCE.pattern, "an https address")),
        "reviewed": _TEXT,
        "status_note": _TEXT,
        "options": _options(settings.counts),
        "key": _texts(),
        "order": _list(_step(), *settings.counts.steps),
        "match": _list(
            _mapping({"prompt": _TEXT, "response": _TEXT, "why": _TEXT}), *settings.counts.pairs
        ),
        "distractors": _list(_distractor(), 1),
        "number": _number(),
        "recall": _TEXT,
    }
    item = _mapping(fields, required=("id", "stem", "difficulty", "sources", "reviewed"))
    one_interaction = [{"required": [name]} for name in INTERACTIONS]
    return {
        **item,
        "oneOf": one_interaction,
        "anyOf": [{"required": ["recall"]}, {"required": ["rationale"]}],
        "dependentRequired": {"options": ["key"], "key": ["options"]},
        "dependentSchemas": {
            "distractors": {"anyOf": [{"required": ["order"]}, {"required": ["match"]}]}
        },
    }


def _options(counts: Counts) -> Schema:
    fewest, most = options_of(counts)
    return {
        "type": "object",
        "propertyNames": {"pattern": _whole(OPTION_ID.pattern)},
        "additionalProperties": _distractor(),
        "minProperties": fewest,
        "maxProperties": most,
    }


def _number() -> Schema:
    decimal = {"type": ["string", "number"], "pattern": _whole(DECIMAL.pattern)}
    fields: Schema = {"value": decimal, "tolerance": decimal, "unit": _TEXT}
    return _mapping(fields, required=("value",))


def _step() -> Schema:
    return _mapping({"text": _TEXT, "why": _TEXT})


def _distractor() -> Schema:
    filed = _shaped(ID.pattern, "what is got wrong: an id of misconceptions.yml")
    fields: Schema = {"text": _TEXT, "why": _TEXT, "misconception": filed}
    return _mapping(fields, required=("text", "why"))


def _mapping(fields: Schema, required: tuple[str, ...] | None = None) -> Schema:
    names = list(fields) if required is None else list(required)
    return {
        "type": "object",
        "properties": fields,
        "required": names,
        "additionalProperties": False,
    }


def _list(entry: Schema, fewest: int, most: int | None = None) -> Schema:
    bounds: Schema = (
        {"minItems": fewest} if most is None else {"minItems": fewest, "maxItems": most}
    )
    return {"type": "array", "items": entry, **bounds}


def _texts(entry: Schema = _TEXT) -> Schema:
    return {"anyOf": [entry, _list(entry, 1)]}


def _one_of(names: Collection[str]) -> Schema:
    return {"enum": [typed for name in names for typed in _as_editors_type(name)]}


def _as_editors_type(name: str) -> list[str | float]:
    """The text itself and, for `3.1`, the number that an editor takes it for."""
    return [name, float(name)] if re.fullmatch(r"[0-9]+\.[0-9]+", name) else [name]


def _shaped(pattern: str, description: str) -> Schema:
    return {"type": "string", "pattern": _whole(pattern), "description": description}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
