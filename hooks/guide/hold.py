"""Keeps finished HTML out of a Markdown converter's way.

A page reads the same without this; it halves what a page of items costs to build, because
Python-Markdown and MkDocs each parse every tag of the source. Code is left where it is.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter

_FENCE = re.compile(
    r"^[ ]*(?P<ticks>```+|~~~+).*?(?:^[ ]*(?P=ticks)[`~]*[ ]*$|\Z)", re.DOTALL | re.MULTILINE
)
_FINISHED = re.compile(
    r"(?:^<(fieldset|ul|ol|p|details)(?![^>\n]* markdown=)(?: [^>\n]*)?>.*?</\1>\n+)+",
    re.DOTALL | re.MULTILINE,
)
_HELD = re.compile(r"<!--held-[0-9a-f]{16}-\d+-->")


class HoldError(Exception):
    """A block of finished HTML could not be put back."""


def hold(markdown: str) -> tuple[str, dict[str, str]]:
    """*markdown* with each run of finished blocks replaced by a comment, and the runs by comment.

    The comments hold a digest of the page, so that no text of the page can be taken for one.
    """
    name = hashlib.sha256(markdown.encode()).hexdigest()[:16]
    held: dict[str, str] = {}

    def put(match: re.Match[str]) -> str:
        comment = f"<!--held-{name}-{len(held)}-->"
        held[comment] = match[0].rstrip()
        return f"{comment}\n\n"

    parts: list[str] = []
    end = 0
    for fence in _FENCE.finditer(markdown):
        parts += [_FINISHED.sub(put, markdown[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*parts, _FINISHED.sub(put, markdown[end:])]), held


def restore(html: str, held: dict[str, str]) -> str:
    """*html* with each block in place of its comment. Raises HoldError if a comment is gone."""
    count = Counter(_HELD.findall(html))
    for comment, block in held.items():
        if count[comment] != 1:
            raise HoldError(f"{comment} is in the page {count[comment]} times:\n{block[:200]}")
    return _HELD.sub(lambda comment: held.get(comment[0], comment[0]), html)
