"""Writes parcels: many texts of the site in one file, what they share only once.

Pages share their style, the header, the navigation, and the footer, so a parcel is smaller than its
pages, and whoever wants all of them asks once. A piece of a text ends with a line or a rule.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

PARCELS = "offline"
"""The folder in the site."""

_APART = ("assets", "quizzes", "search")
"""Folders with a parcel of their own, so that no parcel is very large."""
_PIECE = re.compile(r"[^\n}]*[\n}]|[^\n}]+")

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


def parcel_of(name: str) -> str:
    """The address of the parcel that holds the file *name* of a site, or "" if none does."""
    path = PurePosixPath(name)
    if path.suffix not in _TYPES:
        return ""
    return f"{PARCELS}/{path.parts[0] if path.parts[0] in _APART else 'pages'}.json"


def write_parcel(site: Path, parcel: str, files: Sequence[tuple[str, str]]) -> None:
    """Write *parcel*: *files* are the name of each file in *site* and its address."""
    pieces: dict[str, int] = {}
    wrapped = []
    for name, address in files:
        text = (site / name).read_bytes().decode("utf-8")
        places = [pieces.setdefault(piece, len(pieces)) for piece in _PIECE.findall(text)]
        wrapped.append([address, _TYPES[PurePosixPath(name).suffix], list(_spans(places))])
    path = site / parcel
    path.parent.mkdir(exist_ok=True)
    whole = {"pieces": list(pieces), "files": wrapped}
    path.write_text(json.dumps(whole, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _spans(places: list[int]) -> Iterator[tuple[int, int]]:
    """*places* as the first of each run of following numbers and the number after its last."""
    start = end = places[0] if places else 0
    for place in places:
        if place != end:
            yield start, end
            start = place
        end = place + 1
    if places:
        yield start, end
