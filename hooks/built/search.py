"""Makes the search index small and plain: what the search of the guide reads, and nothing else.

Sections of prose with their text; of home, sources and quizzes only that they are there. The index
is one file for each page, so that a changed page changes only its own.
"""

import html
import json
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import TypedDict

INDEX = "search/search_index.json"
"""Names the pages, and holds what belongs to no single page."""

_NAME_ONLY = re.compile(r"(?:quizzes/.*|sources/|)")
_FIRST = re.compile(r"(?:foundations|methods|decide|build)/")
_BOOST_FIRST = 1.25
_BOOST_NAME_ONLY = 0.2
_REPEATED = {"sources", "check-yourself"}
"""Sections that every page has."""
_TAG = re.compile(r"<[^>]+>")


class Entry(TypedDict, total=False):
    """A page or a section of one."""

    location: str
    title: str
    text: str
    boost: float


def write_search_index(site: Path, names: Mapping[str, str]) -> None:
    """Rewrite the index that the search plugin left in *site*.

    *names* are the titles of the pages that the plugin has not read, by their addresses.
    """
    path = site / INDEX
    docs: list[Entry] = json.loads(path.read_text("utf-8"))["docs"]
    docs += [Entry(location=location, title=title, text="") for location, title in names.items()]
    pages: dict[str, list[Entry]] = {}
    for entry in small_index(docs):
        page = entry["location"].partition("#")[0]
        pages.setdefault("" if _NAME_ONLY.fullmatch(page) else page, []).append(entry)
    _write(path, {"pages": [page for page in pages if page], "docs": pages.pop("", [])})
    for page, entries in pages.items():
        _write(path.parent / f"{page.removesuffix('/')}.json", {"docs": entries})


def _write(path: Path, index: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, "utf-8", newline="\n")


def small_index(docs: list[Entry]) -> list[Entry]:
    """*docs* as plain text, in their order."""
    entries: list[Entry] = []
    for doc in docs:
        page, _, section = doc["location"].partition("#")
        entry = Entry(location=doc["location"], title=_plain(doc["title"]))
        if _NAME_ONLY.fullmatch(page):
            if not section:
                entries.append({**entry, "text": "", "boost": _BOOST_NAME_ONLY})
            continue
        if section in _REPEATED:
            continue
        entry["text"] = _plain(doc["text"])
        if _FIRST.match(page):
            entry["boost"] = _BOOST_FIRST
        entries.append(entry)
    # Terms that share a definition: it follows the last of them.
    for entry, following in reversed([*pairwise(entries)]):
        if not entry["text"] and "#" in entry["location"] and "#" in following["location"]:
            entry["text"] = following["text"]
    return entries


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())
