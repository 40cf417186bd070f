"""What the oldest Python that the guide promises gets wrong is not used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
MODULES = sorted(HOOKS.rglob("*.py"))

POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")
"""Python before 3.11.5 matches it wrongly: https://github.com/python/cpython/issues/100061 for a
lookahead in it, and /issues/106052 for anything that can be tried another way."""


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_no_possessive_quantifier_follows_a_group(module: Path) -> None:
    lines = module.read_text("utf-8").splitlines()

    assert [line for line in lines if POSSESSIVE_GROUP.search(line)] == []


@pytest.mark.parametrize("pattern", ["(?:<(?!/)y)*+", "(?:a|ab)++", "(ab?){2,}+", "(?:x)?+"])
def test_the_construct_is_recognized(pattern: str) -> None:
    assert POSSESSIVE_GROUP.search(pattern)
    assert not POSSESSIVE_GROUP.search("(?>(?:a|ab)*)[a-z]++")
