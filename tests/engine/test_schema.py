"""The schema that editors complete from agrees with the parser, which decides."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from authoring.problems import BankError, Report
from engine.mistakes.rows import Row, quiz_of, table, tables
from guide import read_prose
from quizbank.parse.settings import read_settings
from quizbank.schema import schema_json

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "tests" / "engine" / "golden" / "guide.yml").read_bytes()
SETTINGS = read_settings({"quiz_data/guide.yml": GUIDE}, Report())
SCHEMA = yaml.safe_load(schema_json(SETTINGS))
SOUND = sorted((ROOT / "tests" / "engine" / "golden").glob("*/quiz.yml"))
OF_SHAPE = ("needs '", "has no field", "should be text, not", "should be a list")
# A sentence without a path is about the quiz itself.
MISSHAPEN = [
    row
    for row in (row for name in tables() for row in table(name))
    if quiz_of(row)
    and any(words in told for words in OF_SHAPE for told in row["told"] if told[0].isdigit())
    and not any("a name should be text" in sentence for sentence in row["told"])
]


def typed(text: str | bytes) -> object:
    """*text* with each scalar as text: what an editor makes of a date is a matter of the editor."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


def accepts(data: object) -> bool:
    """Whether the schema finds nothing wrong in *data*."""
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(data)


@pytest.mark.parametrize("story", SOUND, ids=lambda story: story.parent.name)
def test_the_schema_accepts_what_the_parser_accepts(story: Path) -> None:
    assert accepts(typed(story.read_text("utf-8")))


@pytest.mark.parametrize("row", MISSHAPEN, ids=lambda row: row["name"])
def test_the_schema_refuses_what_has_the_wrong_shape(row: Row) -> None:
    assert not accepts(typed(quiz_of(row) or ""))


def names_in(schema: object) -> set[str]:
    """Every field that the schema knows."""
    if isinstance(schema, dict):
        here = set(schema.get("properties", ()))
        return here.union(*map(names_in, schema.values()))
    if isinstance(schema, list):
        return set().union(*map(names_in, schema))
    return set()


@pytest.mark.parametrize("name", sorted(names_in(SCHEMA)))
def test_the_parser_knows_each_field_of_the_schema(name: str) -> None:
    everything = "\n".join(story.read_text("utf-8") for story in SOUND)

    assert f"{name}:" in everything


def test_check_prints_problems_and_fails(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "quiz_data").mkdir()
    (tmp_path / "quiz_data" / "a.yml").write_text("title: [\n", "utf-8")
    command = [sys.executable, "-m", "guide", "--root", str(tmp_path), "check"]

    said = subprocess.run(command, cwd=ROOT / "hooks", capture_output=True, text=True, check=False)

    assert said.returncode == 1
    assert said.stderr.startswith("quiz_data/a.yml:2:1: ")
    assert "Traceback" not in said.stderr


def test_an_unreadable_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "bad.md").write_bytes(b"\xff")

    with pytest.raises(BankError, match=r"^docs/bad.md:1:1: the page is not UTF-8$"):
        read_prose(tmp_path)
