"""An item's id is permanent: learners' progress is filed under it.

`ids.txt` lists every id that ever was in the bank; `make ids` adds new ones.
"""

from __future__ import annotations

from pathlib import Path

from authoring.problems import Report
from guide import Sources, read_guide, read_prose, read_sources
from quizbank.parse.retired import read_retired

ROOT = Path(__file__).parents[2]
FILES = read_sources(ROOT)
BANK = read_guide(Sources(files=FILES, prose=read_prose(ROOT), diagrams={})).bank
LISTED = (ROOT / "tests" / "guide" / "ids.txt").read_text("utf-8").split()
RETIRED = read_retired(FILES, BANK, Report())


def test_no_id_is_gone_without_a_line_in_retired_yml() -> None:
    assert [id for id in LISTED if id not in BANK.items and id not in RETIRED] == []


def test_every_retired_id_was_one() -> None:
    assert RETIRED.keys() <= set(LISTED)


def test_ids_are_listed_once_and_in_order() -> None:
    assert sorted(set(LISTED)) == LISTED
