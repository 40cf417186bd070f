"""Mends what the theme gets wrong in every page, and complains where it no longer does.

Each mend names what it mends and the address of the cause. One that applies to no page fails the
build: the theme has mended it, or writes it otherwise. Either way, somebody has to look.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_TEMPLATES = "https://github.com/squidfunk/mkdocs-material/blob/9.8.2/src/templates"


@dataclass(frozen=True, slots=True)
class Mend:
    """One fault of the theme's markup, and what is right."""

    fault: str
    cause: str
    wrong: re.Pattern[str]
    right: str
    """What replaces it. A page that holds it has been mended before."""


def _literal(fault: str, cause: str, wrong: str, right: str) -> Mend:
    return Mend(fault, cause, re.compile(re.escape(wrong)), right)


MENDS = (
    Mend(
        "a page without headings has no skip link, and the link of others moves no focus",
        f"{_TEMPLATES}/base.html",
        re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL),
        '<div data-md-component="skip">'
        '<a href="#__article" class="md-skip">Skip to content</a></div>',
    ),
    _literal(
        "the place that the skip link leads to takes no focus",
        f"{_TEMPLATES}/base.html",
        '<article class="md-content__inner',
        '<article id="__article" tabindex="-1" class="md-content__inner',
    ),
    _literal(
        "autocomplete is not for check boxes (invalid HTML)",
        f"{_TEMPLATES}/base.html",
        'id="__drawer" autocomplete="off">',
        'id="__drawer">',
    ),
    _literal(
        "autocomplete is not for check boxes (invalid HTML)",
        f"{_TEMPLATES}/base.html",
        'id="__search" autocomplete="off">',
        'id="__search">',
    ),
    _literal(
        "an empty tabindex (invalid HTML)",
        f"{_TEMPLATES}/partials/nav-item.html",
        '_label" tabindex="">',
        '_label">',
    ),
)


class MendError(Exception):
    """A mend that no page needs."""


def mend_theme(site: Path, mends: Iterable[Mend] = MENDS) -> None:
    """Mend every page of *site*. Raises MendError, naming each mend that applies to no page."""
    mends = list(mends)
    idle = mends
    for path in sorted(site.rglob("*.html")):
        mended = mend_page(path, mends)
        idle = [mend for mend in idle if mend.right not in mended]
    if idle:
        sentences = (f"no page needs this mend of the theme: {m.fault} ({m.cause})" for m in idle)
        raise MendError("\n".join(sentences))


def mend_page(path: Path, mends: Iterable[Mend] = MENDS) -> str:
    """Mend the page at *path*; its text. A second run changes nothing."""
    page = path.read_text("utf-8")
    mended = page
    for mend in mends:
        mended = mend.wrong.sub(mend.right, mended)
    if mended != page:
        path.write_text(mended, "utf-8", newline="\n")
    return mended
