"""Writes parcels: many texts of the site in one file, without what they repeat.

Pages share their style, the header, the navigation, and the footer, and the search index holds
their words again, so a parcel is smaller than its pages, and whoever wants all of them asks once.
What a text repeats of itself or of those before it is written as how far back that is and how
long. The packing of the host (gzip) sees only 32 kB at once, and does the rest.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

PARCELS = "offline"
"""The folder in the site."""

_APART = "assets"
"""The folder with a parcel of its own: its files change when the code does, not with the words."""

_PLACE = re.compile(rb"(?<=[\n}>. ])(?=\S)")
"""Where a repetition is looked for: after a line, a rule, a tag, and a word."""
_KEY = 40
"""Bytes that are compared first."""
_SHORTEST = 64
"""Bytes of a repetition that is worth its three numbers."""

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
"""What a browser is told that each text is; a file of another kind is in no parcel."""


class Repeat(NamedTuple):
    """A part of a text that was there before."""

    fresh: int
    """Bytes before it that were not."""
    back: int
    """How many bytes before its start it was."""
    length: int


def parcel_of(name: str) -> str:
    """The address of the parcel that holds the file *name* of a site, or "" if none does."""
    path = PurePosixPath(name)
    if path.suffix not in _TYPES:
        return ""
    return f"{PARCELS}/{_APART if path.parts[0] == _APART else 'pages'}.json"


def write_parcel(site: Path, parcel: str, files: Sequence[tuple[str, str]]) -> None:
    """Write *parcel*: *files* are the name of each file in *site* and its address."""
    texts = [(site / name).read_bytes() for name, _ in files]
    whole = b"".join(texts)
    repeats = list(_repeats(whole))
    packed = {
        "files": [
            [address, _TYPES[PurePosixPath(name).suffix], len(text)]
            for (name, address), text in zip(files, texts, strict=True)
        ],
        "fresh": [repeat.fresh for repeat in repeats],
        "back": [repeat.back for repeat in repeats],
        "length": [repeat.length for repeat in repeats],
        "text": _fresh(whole, repeats).decode("utf-8"),
    }
    path = site / parcel
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(packed, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _repeats(whole: bytes) -> Iterator[Repeat]:
    """What *whole* repeats, in its order."""
    latest: dict[bytes, int] = {}
    done = 0
    while repeat := _next_repeat(whole, done, latest):
        yield repeat
        done += repeat.fresh + repeat.length


def _next_repeat(whole: bytes, done: int, latest: dict[bytes, int]) -> Repeat | None:
    """The first from *done* on; *latest* is where each key was met."""
    for place in _PLACE.finditer(whole, done):
        start = place.start()
        key = whole[start : start + _KEY]
        before = latest.get(key)
        latest[key] = start
        if before is not None:
            start, end = _widened(whole, before, start, done)
            if end - start >= _SHORTEST:
                return Repeat(start - done, place.start() - before, end - start)
    return None


def _widened(whole: bytes, before: int, start: int, least: int) -> tuple[int, int]:
    """From where to where, around *start*, *whole* is what it is around *before*.

    Both ends are between characters, and none of it is its own beginning.
    """
    back = start - before
    end = start + _alike(whole, before, start)
    while start > max(least, back) and whole[start - 1] == whole[start - back - 1]:
        start -= 1
    while _is_inside(whole, start):
        start += 1
    end = min(end, start + back)
    while _is_inside(whole, end):
        end -= 1
    return start, end


def _alike(whole: bytes, one: int, other: int) -> int:
    """How many bytes from *one* on are those from *other* on, which is later."""
    count, step = 0, _KEY
    while step:
        at = other + count
        is_more = at + step <= len(whole)
        if is_more and whole[at : at + step] == whole[one + count : one + count + step]:
            count, step = count + step, step * 2
        else:
            step //= 2
    return count


def _is_inside(whole: bytes, place: int) -> bool:
    """Whether *place* is between two bytes of one character."""
    return place < len(whole) and whole[place] & 0xC0 == 0x80


def _fresh(whole: bytes, repeats: Sequence[Repeat]) -> bytes:
    """*whole* without what it repeats."""
    parts, at = [], 0
    for repeat in repeats:
        parts.append(whole[at : at + repeat.fresh])
        at += repeat.fresh + repeat.length
    return b"".join([*parts, whole[at:]])
