"""Finished HTML kept out of a Markdown converter's way.

A page reads the same without this; it halves what a page of items costs to build, because
Python-Markdown and MkDocs each parse every tag of the source.
"""

from __future__ import annotations

import re

_FINISHED = re.compile(
    r"(?:^<(fieldset|ul|ol|p|details)(?![^>\n]* markdown=)(?: [^>\n]*)?>.*?</\1>\n+)+",
    re.DOTALL | re.MULTILINE,
)
_MARK = re.compile(r"<!--held-(\d+)-->")


def hold(markdown: str) -> tuple[str, list[str]]:
    """*markdown* with each run of finished blocks replaced by a numbered comment, and the runs."""
    held: list[str] = []

    def put(match: re.Match[str]) -> str:
        held.append(match[0].rstrip())
        return f"<!--held-{len(held) - 1}-->\n\n"

    return _FINISHED.sub(put, markdown), held


def restore(html: str, held: list[str]) -> str:
    """*html* with each block back in the place of its comment."""
    return _MARK.sub(lambda match: held[int(match[1])], html)
