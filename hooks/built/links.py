"""Finds what fails readers of the built site: dead links, repeated ids, other hosts.

    python -m built.links SITE [--base /repo/]

The base is the path under which the site is served, as its home page's canonical link says.
"""

import argparse
import html
import re
import sys
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from authoring.characters import end_of
from authoring.problems import Problem
from built.notice import without_notice
from built.policy.scan import Tag, tags

Place = tuple[int, int]
_UNREAD = re.compile(
    r"<!--.*?-->|(?P<opening><script\b[^>]*>)[^<]*(?:<(?!/script)[^<]*)*", re.DOTALL
)
_LINKING = {"href", "xlink:href", "src", "poster"}
_LEADS_AWAY = {"canonical", "alternate", "author", "license", "help", "next", "prev", "me"}
_HARMLESS = {"a": {"mailto", "tel"}, "img": {"data"}, "source": {"data"}, "link": {"data"}}


class Link(NamedTuple):
    """An address that a tag names."""

    tag: str
    rel: frozenset[str]
    address: str

    @property
    def waits(self) -> bool:
        """Whether the browser loads it only when the reader follows it."""
        return self.tag in {"a", "area"} or (bool(self.rel) and self.rel <= _LEADS_AWAY)


class Page:
    """The links and ids of an HTML or SVG text."""

    def __init__(self, text: str) -> None:
        self.links: list[tuple[int, Link]] = []
        """Each link, after the offset of its tag in the text."""
        self.ids: list[tuple[str, int]] = []
        self._text = _UNREAD.sub(_blanked, text)
        for offset, tag in tags(self._text):
            if isinstance(tag, Tag) and tag.attributes:
                links, names = _named(tag)
                self.links += ((offset, link) for link in links)
                self.ids += ((name, offset) for name in names)
        self.first = dict(reversed(self.ids))

    def place(self, offset: int) -> Place:
        """Line and column of what is at *offset*."""
        return end_of(self._text[:offset])


@lru_cache(maxsize=65536)  # the same few thousand tags make up every page of a site
def _named(tag: Tag) -> tuple[list[Link], list[str]]:
    """The addresses and the ids that *tag* names."""
    rel = frozenset(dict(tag.attributes).get("rel", "").lower().split())
    links: list[Link] = []
    ids: list[str] = []
    for name, written in tag.attributes:
        value = html.unescape(written)
        if name == "id":
            ids.append(value)
        elif name == "srcset":
            first_words = ((each.split() or [""])[0] for each in re.split(r",\s+", value))
            links += (Link(tag.name, rel, address) for address in first_words)
        elif name in _LINKING:
            links.append(Link(tag.name, rel, value.strip()))
    return links, ids


def _blanked(unread: re.Match[str]) -> str:
    """Spaces in place of a comment or of the text of a script."""
    opening = unread["opening"] or ""
    return opening + re.sub(r"[^\n]", " ", unread[0][len(opening) :])


class Site:
    """A built site in the folder *root*; without *base*, its home page says where it is served."""

    unfinished: Collection[str] = ()
    """Pages that do not have all their ids yet: a link may name any."""

    def __init__(self, root: Path, base: str | None = None) -> None:
        self.root = root
        self.files = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
        self.pages = {path: _read(root / path) for path in self.files if _is_page(path)}
        links = self.pages["index.html"].links if "index.html" in self.pages else []
        canonical = (link.address for _, link in links if "canonical" in link.rel)
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
        here = urljoin(self.home.geturl(), path)
        for name, offset in page.ids:
            if offset != (first := page.first[name]):
                sentence = f"id {name!r} is already used in line {page.place(first)[0]}"
                yield Problem(file, *page.place(offset), sentence)
        for offset, link in page.links:
            if fault := self._fault(link, here):
                yield Problem(file, *page.place(offset), fault)

    def _fault(self, link: Link, here: str) -> str | None:
        """What is wrong with *link* on the page whose address is *here*."""
        try:
            scheme, host, path, fragment = _parts(here, link.address)
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
        return self._miss(link.address, path, fragment)

    def _miss(self, written: str, path: str, fragment: str) -> str | None:
        """What is missing at *path* on our own host: a place in the site, a file, or an id."""
        if not path.startswith(self.base):
            return f"{written!r} leads out of the site, which is served under {self.base!r}"
        file = path.removeprefix(self.base)
        file += "index.html" if not file or file.endswith("/") else ""
        if file not in self.files:
            return f"{written!r} leads to no file: {file!r} is missing"
        if fragment in {"", "top"} or not _is_page(file) or file in self.unfinished:
            return None
        if fragment in self.pages[file].first:
            return None
        return f"{written!r} leads to no place: {file!r} has no id {fragment!r}"


def _is_page(path: str) -> bool:
    return path.endswith((".html", ".svg"))


def _read(file: Path) -> Page:
    return _page(without_notice(file.read_text("utf-8", errors="replace")))


@lru_cache(maxsize=512)  # a preview reads all pages at each save, and few have changed
def _page(text: str) -> Page:
    return Page(text)


@lru_cache(maxsize=65536)
def _parts(here: str, written: str) -> tuple[str, str, str, str]:
    """Scheme, host, path, and fragment of what is *written* on the page *here*."""
    address, fragment = urldefrag(urljoin(here, written))
    scheme, host, path, *_ = urlsplit(address)
    return scheme, host, unquote(path), unquote(fragment)


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
