"""Writes into each page the style that it can show, so that nothing holds up its first paint.

What a page can show is in its own tags, in the scripts that it loads, and in the pages that those
scripts take questions from. The rules come from the style sheets that the page links to.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from built.pack.css import Rule, Words, parse, prune
from built.pack.esbuild import esbuild

_LINK = re.compile(r'\s*<link rel="stylesheet" href="(?P<root>[^"]*?)(?P<path>assets/[^"?]+\.css)">')
_TAG = re.compile(r"<([a-z][\w-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
_WORD = re.compile(r"[\w-]+")
_MODULE = re.compile(r"assets/(?:pages/(?:\.\./)?)?([\w/-]+\.mjs)")
_PLACE = re.compile(r"[\"'`]([a-z][\w/-]*/)[\"'`?#$]")
_URL = re.compile(r'url\("?(?!data:|#)([^")]+)"?\)')


def inline_styles(site: Path) -> list[str]:
    """Put style elements into the pages of *site* in place of links; the elements.

    Raises PackError. A second run changes nothing.
    """
    style = _Style(site)
    elements: dict[str, None] = {}
    for path in sorted(site.rglob("*.html")):
        page = path.read_text("utf-8")
        links = list(_LINK.finditer(page))
        if not links:
            continue
        element = f"<style>{style.of(path, page, links)}</style>"
        elements[element] = None
        rest = _LINK.sub("", page[links[0].end() :])
        path.write_text(f"{page[: links[0].start()]}{element}{rest}", "utf-8", newline="\n")
    return list(elements)


class _Style:
    """The style of the pages of a site, worked out once for pages that can show the same."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._rules: dict[str, tuple[Rule, ...]] = {}
        self._pruned: dict[tuple[object, ...], str] = {}

    def of(self, path: Path, page: str, links: Iterable[re.Match[str]]) -> str:
        """The style of the *page* at *path*, with addresses that are right there."""
        sheets = tuple(link["path"] for link in links)
        words = self._words(page)
        key = (sheets, frozenset(words.whole & self._names(sheets)), frozenset(words.pieces))
        if key not in self._pruned:
            rules = tuple(rule for sheet in sheets for rule in self._sheet(sheet))
            self._pruned[key] = prune(rules, words)
        root = next(iter(links))["root"]
        return self._pruned[key].replace("url(/", f"url({root}")
