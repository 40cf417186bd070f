"""The quiz files of this guide: what editors complete from, and what every item has."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import yaml

from authoring.problems import Report
from guide import read_sources
from guide.build import Sources, bank_files, read_guide
from guide.disk import read_diagrams, read_prose
from quizbank.parse.quiz import quiz_paths
from quizbank.parse.settings import read_settings
from quizbank.schema import schema_json

ROOT = Path(__file__).parents[2]
FILES = read_sources(ROOT)
SETTINGS = read_settings(FILES, Report())
CONFIG = (ROOT / "mkdocs.yml").read_text("utf-8")


def test_the_guide_has_one_name() -> None:
    assert f"site_name: {SETTINGS.name}\n" in CONFIG


def test_the_committed_schema_is_the_generated_one() -> None:
    assert (ROOT / "quiz_data" / "schema.json").read_text("utf-8") == schema_json(SETTINGS)


def test_every_quiz_of_the_guide_fits_the_schema() -> None:
    schema = jsonschema.Draft202012Validator(yaml.safe_load(schema_json(SETTINGS)))

    for path in quiz_paths(bank_files(FILES)):
        assert schema.is_valid(yaml.load(FILES[path], Loader=yaml.CBaseLoader)), path
        assert FILES[path].startswith(b"# yaml-language-server: $schema=schema.json\n"), path


def test_the_bank_has_no_problem_and_every_item_has_sources() -> None:
    sources = Sources(files=FILES, prose=read_prose(ROOT), diagrams=read_diagrams(ROOT))

    guide = read_guide(sources)

    assert guide.problems == ()
    assert all(item.sources and item.reviewed for _, item in guide.bank.items.values())
