"""How long a page takes to read."""

from __future__ import annotations

import math
import re

WORDS_A_MINUTE = 220
"""A usual pace for silent reading in English: https://doi.org/10.1016/j.jml.2019.104047 (238)."""

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r"^[ ]*(```+|~~~+).*?(?:^[ ]*\1|\Z)", re.MULTILINE | re.DOTALL)
_NOT_READ = re.compile(r"<svg\b.*?</svg>|<!--.*?-->|<[^>]*>|\]\([^)]*\)|\{[^{}\n]*\}", re.DOTALL)
_SOURCES = re.compile(r"^## Sources\b.*", re.MULTILINE | re.DOTALL)
_WORD = re.compile(r"\w['\w.,-]*")


def minutes(markdown: str) -> int:
    """The minutes that the prose of *markdown* takes, at least 1; code and sources do not count."""
    prose = _FENCE.sub(" ", _FRONT_MATTER.sub("", markdown))
    prose = _NOT_READ.sub(" ", _SOURCES.sub(" ", prose))
    return max(1, math.ceil(len(_WORD.findall(prose)) / WORDS_A_MINUTE))


def in_words(total: int) -> str:
    """*total* minutes as people write it: `8 min`, `2 h`, `2 h 20 min`."""
    hours, rest = divmod(total, 60)
    parts = [(hours, "h"), (rest, "min")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 min"
