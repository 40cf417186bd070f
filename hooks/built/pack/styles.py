"""Writes into each page the style that it can show, so that nothing holds up its first paint.

What a page can show is in its own tags, in the scripts that it loads, and in the pages that those
scripts take questions from. The rules come from the style sheets that the page links to.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from built.pack.css import Rule, Words, parse, prune
from built.pack.esbuild import esbuild

_LINK = re.compile(
    r'\s*<link rel="stylesheet"(?: media="(?P<media>[^"]*)")? '
    r'href="(?P<root>[^"]*?)(?P<path>assets/[^"?]+\.css)">'
)
_TAG = re.compile(r"<([a-z][\w-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r'[\w:-]+(?:="([^"]*)")?')
_WORD = re.compile(r"[\w-]+")
_SCRIPT = re.compile(r"assets/[\w./-]+\.mjs")
_CHUNK = re.compile(r"\./[\w./-]+\.mjs")
_PLACE = re.compile(r"[\"'`]([a-z][\w/-]*/)")
_PARSES = 'responseType="document"'
_URL = re.compile(r'url\("?(?!data:|#)([^")]+)"?\)')


@dataclass(frozen=True, slots=True)
class Inlined:
    """What the policy needs to know of the styles in the pages of a site."""

    elements: list[str]
    """The style elements."""
    read: dict[str, list[str]]
    """For each page whose scripts parse other pages, those that they may parse: where a page is
    parsed, the policy of the page that asks for it applies."""


class _Sheet(NamedTuple):
    path: str
    media: str
    """The media query of its link, or ""."""


def inline_styles(site: Path) -> Inlined:
    """Put style elements into the pages of *site* in place of links.

    Raises PackError. A second run changes nothing.
    """
    styles = _Styles(site)
    elements = dict[str, None]()
    read = dict[str, list[str]]()
    for path, page in styles.pages.items():
        code = styles.code(page)
        if _PARSES in code:
            read[path] = styles.reached(code)
        links = list(_LINK.finditer(page))
        if links:
            sheets = tuple(_Sheet(link["path"], link["media"] or "") for link in links)
            css = styles.of(page, code, sheets, links[0]["root"])
            element = f"<style>{css}</style>"
            elements[element] = None
            start, end = links[0].start(), links[0].end()
            text = f"{page[:start]}{element}{_LINK.sub('', page[end:])}"
            (site / path).write_text(text, "utf-8", newline="\n")
    styles.remove_sheets()
    return Inlined(list(elements), read)


class _Styles:
    """The styles of the pages of a site, worked out once for pages that can show the same."""

    def __init__(self, site: Path) -> None:
        self._site = site
        paths = sorted(site.rglob("*.html"))
        self.pages = {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in paths}
        self._sheets: dict[_Sheet, tuple[Rule, ...]] = {}
        self._tags: dict[str, set[str]] = {}
        self._coded: dict[str, Words] = {}
        self._codes: dict[tuple[str, ...], str] = {}
        self._named: dict[tuple[_Sheet, ...], set[str]] = {}
        self._pruned: dict[tuple[object, ...], str] = {}

    def of(self, page: str, code: str, sheets: tuple[_Sheet, ...], root: str) -> str:
        """The style of *page*, which can load *code* and links to *sheets*.

        *root* is its way to the site's root.
        """
        words = self._words(page, code)
        if sheets not in self._named:
            self._named[sheets] = _names(self._rules(sheets))
        key = (sheets, frozenset(words.whole & self._named[sheets]), frozenset(words.pieces))
        if key not in self._pruned:
            self._pruned[key] = prune(self._rules(sheets), words)
        return self._pruned[key].replace("url(/", f"url({root}")

    def remove_sheets(self) -> None:
        """Delete the sheets that pages have linked to: nothing asks for them any more."""
        for path, _ in self._sheets:
            (self._site / path).unlink()
            (self._site / f"{path}.map").unlink(missing_ok=True)

    def _rules(self, sheets: tuple[_Sheet, ...]) -> tuple[Rule, ...]:
        return tuple(rule for sheet in sheets for rule in self._sheet(sheet))

    def _sheet(self, sheet: _Sheet) -> tuple[Rule, ...]:
        """The rules of a sheet, with addresses that start at the site's root."""
        if sheet not in self._sheets:
            css = esbuild(self._site, sheet.path, "--minify", "--charset=utf8").strip()
            folder = sheet.path.rpartition("/")[0]
            rules = parse(_URL.sub(rf"url(/{folder}/\1)", css))
            self._sheets[sheet] = (
                (Rule(f"@media {sheet.media}", rules=rules),) if sheet.media else rules
            )
        return self._sheets[sheet]

    def _words(self, page: str, code: str) -> Words:
        names, coded = self._names_in(page), self._words_of(code)
        return Words(names | coded.whole, _pieces(names) | coded.pieces)

    def _words_of(self, code: str) -> Words:
        """The words of *code* and of the pages that it reads; many pages load the same."""
        if code not in self._coded:
            whole = set(_WORD.findall(code))
            read = [self._names_in(self.pages[path]) for path in self.reached(code)]
            self._coded[code] = Words(whole.union(*read), _pieces(whole))
        return self._coded[code]

    def reached(self, code: str) -> list[str]:
        """The pages under the addresses that *code* names."""
        places = tuple(set(_PLACE.findall(code)))
        return [path for path in self.pages if path.startswith(places)]

    def _names_in(self, page: str) -> set[str]:
        """The elements of *page*, and the words of their attributes."""
        if page not in self._tags:
            names = set[str]()
            for element, attributes in set(_TAG.findall(page)):
                names.add(element)
                for value in _ATTRIBUTE.findall(attributes):
                    names.update(value.split())
            self._tags[page] = names
        return self._tags[page]

    def code(self, page: str) -> str:
        """All that *page* can load by its scripts, and what these name."""
        scripts = tuple(_SCRIPT.findall(page))
        if scripts not in self._codes:
            self._codes[scripts] = self._loaded(scripts)
        return self._codes[scripts]

    def _loaded(self, scripts: tuple[str, ...]) -> str:
        waiting, seen = list(scripts), dict[str, str]()
        while waiting:
            path = re.sub(r"[\w-]+/\.\./", "", waiting.pop())
            if path in seen or not (self._site / path).is_file():
                continue
            seen[path] = (self._site / path).read_text("utf-8")
            folder = path.rpartition("/")[0]
            waiting += _SCRIPT.findall(seen[path])
            waiting += [f"{folder}{chunk[1:]}" for chunk in _CHUNK.findall(seen[path])]
        return "\n".join(seen.values())


def _pieces(words: set[str]) -> set[str]:
    """Those of *words* from which scripts put names together."""
    pieces = {word for word in words if word[0] in "-_" or word[-1] in "-_"}
    return pieces - {"-", "_", "--", "__"}


def _names(rules: tuple[Rule, ...]) -> set[str]:
    """Every name that the selectors of *rules* need."""
    names = set[str]()
    for rule in rules:
        names |= _names(rule.rules)
        names = names.union(*(needed for _, needed in rule.selectors))
    return names
