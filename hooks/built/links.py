"""Finds what a reader of the built site would meet in vain: dead links, repeated ids, other hosts.

    python -m built.links SITE [--base /repo/]

The base is the path under which the site is served, as its home page's canonical link says.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from authoring.problems import Problem

Place = tuple[int, int]
_LINKING = {"href", "xlink:href", "src", "srcset", "poster"}
_LEADS_AWAY = {"canonical", "alternate", "author", "license", "help", "next", "prev", "me"}
_HARMLESS = {"a": {"mailto", "tel"}, "img": {"data"}, "source": {"data"}, "link": {"data"}}


class Link(NamedTuple):
    """An address that a tag names, and the place of the tag."""

    place: Place
    tag: str
    rel: frozenset[str]
    address: str

    @property
    def waits(self) -> bool:
        """Whether the browser asks for it only when the reader follows it."""
        return self.tag in {"a", "area"} or (bool(self.rel) and self.rel <= _LEADS_AWAY)


class Page(HTMLParser):
    """The links and ids of an HTML or SVG text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.ids: list[tuple[str, Place]] = []
        self.feed(text)
        self.close()
        self.first = dict(reversed(self.ids))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        rel = frozenset((dict(attrs).get("rel") or "").lower().split())
        for name, value in attrs:
            if name == "id":
                self.ids.append((value or "", (line, column + 1)))
            elif name in _LINKING:
                addresses = re.split(r",\s+", value or "") if name == "srcset" else [value or ""]
                for each in addresses:
                    address = (each.split() or [""])[0] if name == "srcset" else each.strip()
                    self.links.append(Link((line, column + 1), tag, rel, address))


class Site:
    """A built site in the folder *root*; without *base*, its home page says where it is served."""

    def __init__(self, root: Path, base: str | None = None) -> None:
        self.root = root
        self.files = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
        self.pages = {path: _read(root / path) for path in self.files if _is_page(path)}
        links = self.pages["index.html"].links if "index.html" in self.pages else []
        canonical = (link.address for link in links if "canonical" in link.rel)
        served = re.sub("/+", "/", f"/{base}/") if base is not None else ""
        self.home = urlsplit(urljoin(next(canonical, "https://site.invalid/"), served))
        self.base = unquote(self.home.path)

    def problems(self) -> list[Problem]:
        """Every problem of every page, by path and place."""
        if not any(path.endswith(".html") for path in self.pages):
            return [Problem(str(self.root), 1, 1, "the folder holds no HTML page")]
        return sorted(each for path in self.pages for each in self._problems_of(path))

    def _problems_of(self, path: str) -> Iterator[Problem]:
        page, file = self.pages[path], str(self.root / path)
        for name, place in page.ids:
            if place != (first := page.first[name]):
                yield Problem(file, *place, f"id {name!r} is already used in line {first[0]}")
        for link in page.links:
            if fault := self._fault(link, urljoin(self.home.geturl(), path)):
                yield Problem(file, *link.place, fault)

    def _fault(self, link: Link, here: str) -> str | None:
        """What is wrong with *link* on the page whose address is *here*."""
        try:
            address, fragment = urldefrag(urljoin(here, link.address))
            scheme, host, path, *_ = urlsplit(address)
        except ValueError:
            return f"{link.tag} has {link.address!r}, which is no address"
        if not link.address and not link.waits:
            return f"{link.tag} has an empty address"
        if scheme in _HARMLESS.get(link.tag, ()):
            return None
        if scheme not in {"http", "https"}:
            return f"{link.tag} has {link.address!r}: {scheme!r} is not let in"
        if host != self.home.netloc:
            return None if link.waits else f"{link.tag} asks another host for {link.address!r}"
        return self._miss(link.address, unquote(path), unquote(fragment))

    def _miss(self, written: str, path: str, fragment: str) -> str | None:
        """What *path* on our own host lacks: a place in the site, a file, an id."""
        if not path.startswith(self.base):
            return f"{written!r} leads out of the site, which is served under {self.base!r}"
        file = path.removeprefix(self.base)
        file += "index.html" if not file or file.endswith("/") else ""
        if file not in self.files:
            return f"{written!r} leads to no file: {file!r} is missing"
        if fragment in {"", "top"} or not _is_page(file) or fragment in self.pages[file].first:
            return None
        return f"{written!r} leads to no place: {file!r} has no id {fragment!r}"


def _is_page(path: str) -> bool:
    return path.endswith((".html", ".svg"))


def _read(file: Path) -> Page:
    return Page(file.read_text("utf-8", errors="replace"))


def main() -> int:
    """Print every problem; 1 if there is one, otherwise 0."""
    parser = argparse.ArgumentParser(description="Check the links of a built site.")
    parser.add_argument("site", type=Path, help="the folder that holds index.html")
    parser.add_argument("--base", help="the path under which it is served, such as /repo/")
    options = parser.parse_args()
    problems = Site(options.site, options.base).problems()
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
