"""The place in the pages of a preview where their problems are shown; it is no part of the page."""

import re

START, END = "<!-- problems: -->", "<!-- so much for problems -->"
NOTICE = START + END
"""Marks the place. A built site has none."""

_SHOWN = re.compile(f"{START}.*?{END}", re.DOTALL)


def with_notice(page: str, notice: str) -> str:
    """*page* with *notice* in that place, and not what was there."""
    return _SHOWN.sub(lambda _: f"{START}{notice}{END}", page) if START in page else page


def without_notice(page: str) -> str:
    """*page* as it is without a preview."""
    return _SHOWN.sub("", page) if START in page else page
