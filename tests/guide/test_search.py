"""What the search finds first, and what it asks where a word is misspelled."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import yaml

from conftest import ROOT, search_entries

TABLE = yaml.safe_load((ROOT / "tests" / "guide" / "search.yml").read_text("utf-8"))


def answers(site: Path, queries: list[str]) -> list[dict[str, str]]:
    """What the code of the search box says to each of *queries*."""
    command = ["node", ROOT / "tests" / "tools" / "search.mjs"]
    asked = json.dumps({"entries": search_entries(site), "queries": queries})
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    answered: list[dict[str, str]] = json.loads(done.stdout)
    return answered


def test_each_query_finds_its_page_first(site: Path) -> None:
    expected: dict[str, str] = TABLE["first"]

    found = [answer["first"] for answer in answers(site, list(expected))]

    assert len(expected) >= 40
    assert dict(zip(expected, found, strict=True)) == expected


def test_a_misspelled_word_gets_a_question(site: Path) -> None:
    expected: dict[str, str] = TABLE["did you mean"]

    asked = [answer["near"] for answer in answers(site, list(expected))]

    assert dict(zip(expected, asked, strict=True)) == expected


def test_the_index_has_no_text_of_quizzes_and_diagrams(site: Path) -> None:
    docs = search_entries(site)

    assert [
        doc["location"] for doc in docs if doc["location"].startswith("quizzes/") and doc["text"]
    ] == []
    assert "rows of W" not in json.dumps(docs)
