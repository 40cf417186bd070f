"""Terms of the glossary, linked from the place where each page first uses them."""

from __future__ import annotations

import bisect
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from guide.glossary import GLOSSARY_URI, Term, as_paragraphs, as_shown

Span = tuple[int, int]

_NOT_PROSE = re.compile(r"practice/|exam/exam-guide\.md$")
"""Pages about the exam and the interface, where *domain* or *weight* is not the term."""
_RELATIVE_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|[#/])([^)#\s]+)")

_APART = re.compile(
    r"""
    # front matter, code, markers, headings; under "Sources" stands what was read, not said
    \A---\n.*?\n---\n
    | ^[ ]*(?P<fence>```+|~~~+).*?(?:^[ ]*(?P=fence)|\Z)
    | (?P<ticks>`+)(?!`)(?:(?!\n[ ]*\n).)+?(?<!`)(?P=ticks)(?!`)
    | <!--.*?-->
    | (?P<heading>^[#]{2}[ ]Sources\b.*?(?=^[#]{1,2}[ ]|\Z)|^[#][^\n]*)
    # titles of admonitions and tabs, definitions of notes, links and abbreviations, terms of lists
    | ^[ ]*(?:!!!|[?]{3}|===)[^\n]*
    | ^[ ]*\*?\[[^\]\n]+\]:[^\n]*
    | ^(?!:)\S[^\n]*\n(?=:[ ])
    # links and images, notes, attributes, addresses
    | !?\[[^\[\]]*\](?:\([^)]*\)|\[[^\]]*\])
    | \[\^[^\]\n]+\]
    | \{[^{}\n]*\}
    | https?://\S+
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_OPENED = re.compile(r"^[ ]*<([a-zA-Z][\w-]*)", re.MULTILINE)
_TAG = re.compile(r"<(a|svg)\b.*?</\1>|</?[a-zA-Z][^>]*>", re.DOTALL)
_TABLE = re.compile(
    r"^(?P<head>[^\n]*\|[^\n]*\n[ ]*\|?[ ]*:?-[-:| ]*\n)(?P<body>(?:[^\n]*\|[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)


def link_terms(pages: Mapping[str, str], terms: Sequence[Term]) -> dict[str, str]:
    """*pages*, `{uri: Markdown}`, with each term linked where a page first uses it.

    That is the first section that uses it, and there its running text before its tables.
    A page does not link a term that the glossary sends readers to that page for.
    """
    if not terms:
        return dict(pages)
    meant = {form.casefold(): term for term in terms for form in term.forms}
    pattern = _pattern(form for term in terms for form in (*term.forms, *term.not_it))
    linked = dict(pages)
    for uri, markdown in pages.items():
        first: dict[Term, Span] = {}
        if _NOT_PROSE.match(uri):
            continue
        for found in _in_reading_order(pattern, markdown):
            form = " ".join(found[0].split()).casefold()
            if term := meant.get(form) or meant.get(form.removesuffix("s")):
                first.setdefault(term, found.span())
        linked[uri] = _with_links(uri, markdown, first)
    return {**linked, GLOSSARY_URI: as_shown(pages[GLOSSARY_URI])}


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of *forms* as whole words, the longest first."""
    shapes = "|".join(map(_shape, sorted(forms, key=lambda form: (-len(form), form))))
    return re.compile(rf"(?<![\w-])(?=\w)(?:{shapes})(?![\w-])")


def _shape(form: str) -> str:
    """A pattern for *form* in prose: singular or plural, capitalized where a sentence starts."""
    start = form[0]
    if form[1:] == form[1:].lower():
        start = f"[{start.upper()}{start.lower()}]"
    rest = re.escape(form[1:]).replace(r"\ ", r"\s")
    return f"{start}{rest}s?"


@lru_cache(maxsize=256)  # a preview reads all pages at each save, and few have changed
def _in_reading_order(pattern: re.Pattern[str], markdown: str) -> list[re.Match[str]]:
    """The matches of *pattern* in the prose of *markdown*, by section, tables after text."""
    apart = list(_APART.finditer(markdown))
    headings = [each.start() for each in apart if each["heading"]]
    prose = _blanked(markdown, (each.span() for each in apart))
    prose = _blanked(prose, _elements(prose))
    prose = _blanked(prose, (tag.span() for tag in _TAG.finditer(prose)))
    tables = list(_TABLE.finditer(prose))
    prose = _blanked(prose, (table.span("head") for table in tables))
    edges = [edge for table in tables for edge in table.span("body")]

    def place(found: re.Match[str]) -> tuple[int, bool]:
        section = bisect.bisect(headings, found.start())
        return section, bisect.bisect(edges, found.start()) % 2 == 1

    return sorted(pattern.finditer(prose), key=place)


def _elements(markdown: str) -> Iterator[Span]:
    """Where each HTML element that starts a line begins and ends."""
    end = 0
    for opened in _OPENED.finditer(markdown):
        if opened.start() < end:
            continue
        depth = 0
        for tag in re.compile(rf"<(/?){opened[1]}\b[^>]*>").finditer(markdown, opened.start()):
            depth += -1 if tag[1] else 1
            if not depth:
                end = tag.end()
                yield opened.start(), end
                break


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """*text* with spaces in place of *spans*."""
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        lines = text[start:stop].split("\n")
        parts += [text[end:start], "\n".join(" " * len(line) for line in lines)]
        end = stop
    return "".join([*parts, text[end:]])


def _with_links(uri: str, markdown: str, first: Mapping[Term, Span]) -> str:
    glossary = posixpath.relpath(GLOSSARY_URI, posixpath.dirname(uri) or ".")
    parts: list[str] = []
    end = 0
    uses = [(span, term) for term, span in first.items() if term.page != uri]
    uses.sort(key=lambda use: use[0])
    for (start, stop), term in uses:
        link = f"[{markdown[start:stop]}]({glossary}#{term.anchor}){{ .term }}"
        parts += [markdown[end:start], link]
        end = stop
    return "".join([*parts, markdown[end:], *(_definition(uri, term) for _, term in uses)])


def _definition(uri: str, term: Term) -> str:
    """What opens where the term is linked; hidden until then."""
    here = posixpath.dirname(uri) or "."
    folder = posixpath.dirname(GLOSSARY_URI)

    def relative(link: re.Match[str]) -> str:
        return posixpath.relpath(posixpath.join(folder, link[1]), here)

    glossary = f"{posixpath.relpath(GLOSSARY_URI, here)}#{term.anchor}"
    return (
        f'\n\n<div class="definition" id="means-{term.anchor}" popover="auto"'
        ' data-search-exclude="" markdown="1">\n\n'
        f"**{term.name}**\n\n{_RELATIVE_LINK.sub(relative, as_paragraphs(term.definition))}\n\n"
        f"[In the glossary]({glossary})\n\n</div>\n"
    )
