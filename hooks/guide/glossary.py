"""Reads the terms of the glossary from the page that explains them, and reports mistakes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from authoring.characters import end_of
from authoring.problems import Report
from quizbank.model import TERM_ID, revision_of
from quizbank.parse.links import check_link, targets
from quizbank.parse.quiz_fields import ID

GLOSSARY_URI = "exam/glossary.md"

_PART = re.compile(
    r"""
    ^[#]{2}[ ](?P<letter>\w)\b
    | (?P<terms>
        (?:^\*\*[^*\n]+\*\*[ ]*\{[ ]*[#][^}\n]*\}[ ]*\n(?:<!--[ ](?:forms|not):.*-->[ ]*\n)*)+
      )
      (?::[ ]+(?P<definition>(?:.*\S.*(?:\n|\Z))+))?
    | (?P<stray>^:(?=[ ])|^<!--[ ]*(?:forms|not)\b)
    """,
    re.MULTILINE | re.VERBOSE,
)
_TERM = re.compile(
    r"\*\*(?P<name>.+)\*\*[ ]*\{[ ]*#(?P<anchor>.*?)[ ]*\}[ ]*\n(?P<comments>(?:<!--.*\n)*)"
)
_COMMENT = re.compile(r"^<!-- (?P<kind>forms|not):(?P<list>.*)-->[ ]*\n", re.MULTILINE)
_NAME = re.compile(r"([^()]+?)(?: \(([^()]+)\))?")
_SEE = re.compile(r"\s*See \[[^\]]+\]\(([^)#\s]+)(#[^)\s]+)\)\.\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the glossary, and what it means."""

    name: str
    anchor: str
    forms: tuple[str, ...]
    """How it is written in prose."""
    not_it: tuple[str, ...]
    """Phrases that contain one of its forms but mean something else."""
    definition: str
    """Markdown without the link to the section that says more; '' if there is none."""
    section: str
    """The link to that section, from the docs root; '' if there is none."""
    letter: str
    """The heading above it."""
    line: int

    @property
    def id(self) -> str:
        return TERM_ID + self.anchor

    @property
    def page(self) -> str:
        """Where it is explained."""
        return self.section[1:].partition("#")[0]

    @property
    def revision(self) -> str:
        """Eight hex digits that change when the name or the definition does, and only then."""
        return revision_of([self.name, self.definition])


def read_glossary(pages: Mapping[str, str], report: Report) -> tuple[Term, ...]:
    """The terms of the glossary among *pages*, `{uri: Markdown}`; every mistake is reported."""
    page, markdown = report.on(f"docs/{GLOSSARY_URI}"), pages.get(GLOSSARY_URI, "")
    terms: list[Term] = []
    letter = ""
    for part in _PART.finditer(markdown):
        line, column = end_of(markdown[: part.start()])
        letter = part["letter"] or letter
        if part["terms"]:
            terms += _terms(part, letter, line)
        elif part["stray"]:
            sentence = f"{part['stray']!r} follows no term; write '**Term** {{ #anchor }}'"
            page.add((line, column), sentence)
    for term, sentence in (*_incomplete(terms), *_repeated(terms), *_misplaced(terms)):
        page.add((term.line, 1), f"{term.name!r}{sentence}")
    known = targets(pages, ())
    for term in terms:
        if term.section:
            check_link(term.section, (term.line, 1), known, page)
    return tuple(terms)


def as_shown(markdown: str) -> str:
    """The glossary's page: each term a heading, so that search finds it, and its definition."""
    return _PART.sub(_entry_as_shown, markdown)


def _entry_as_shown(part: re.Match[str]) -> str:
    if not part["terms"]:
        return part[0]
    headings = [
        f"### {found['name']} {{ #{found['anchor']} }}\n" for found in _TERM.finditer(part["terms"])
    ]
    definition = as_paragraphs(part["definition"] or "")
    return "\n".join([*headings, definition])


def as_paragraphs(definition: str) -> str:
    """A definition without the indent that it has in a list."""
    return re.sub(r"^[ ]{1,4}", "", definition, flags=re.MULTILINE)


def _terms(entry: re.Match[str], letter: str, line: int) -> Iterator[Term]:
    """The terms that share the definition of *entry*, which starts in *line*."""
    definition, section = entry["definition"] or "", ""
    if see := _SEE.search(definition):
        definition = definition[: see.start()]
        section = posixpath.normpath(f"/{GLOSSARY_URI}/../{see[1]}") + see[2]
    for found in _TERM.finditer(entry["terms"]):
        given = {each["kind"]: each["list"] for each in _COMMENT.finditer(found["comments"])}
        yield Term(
            name=found["name"],
            anchor=found["anchor"],
            forms=_listed(given["forms"]) if "forms" in given else _forms_of(found["name"]),
            not_it=_listed(given.get("not", "")),
            definition=definition.strip(),
            section=section,
            letter=letter,
            line=line + entry["terms"].count("\n", 0, found.start()),
        )


def _forms_of(name: str) -> tuple[str, ...]:
    """The part of *name* outside its brackets, and the part inside."""
    found = _NAME.fullmatch(name)
    return tuple(filter(None, found.groups())) if found else (name,)


def _listed(texts: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, texts.split(","))))


def _incomplete(terms: Sequence[Term]) -> Iterator[tuple[Term, str]]:
    for term in terms:
        if not ID.fullmatch(term.anchor):
            yield term, f": {term.anchor!r} is not an anchor: a-z, 0-9 and single '-'"
        if not term.definition:
            yield term, " has no definition; write it behind ':   ' in the next line"
        elif not term.section:
            yield term, " names nothing to read; end with 'See [section](page.md#anchor).'"


def _repeated(terms: Sequence[Term]) -> Iterator[tuple[Term, str]]:
    first: dict[str, Term] = {}
    for term in terms:
        for written in dict.fromkeys([f"#{term.anchor}", term.name, *term.forms]):
            earlier = first.setdefault(written.casefold(), term)
            if earlier is not term:
                yield term, f": {written!r} is already in line {earlier.line}"


def _misplaced(terms: Sequence[Term]) -> Iterator[tuple[Term, str]]:
    for term in terms:
        if not _sorted_under(term.name).startswith(term.letter.casefold()):
            yield term, f" is under {term.letter!r}"
    for before, term in pairwise(terms):
        if before.letter == term.letter and _sorted_under(term.name) < _sorted_under(before.name):
            yield term, f" should stand before {before.name!r}"


def _sorted_under(name: str) -> str:
    """The letters and digits of a name outside brackets; spaces and hyphens do not count."""
    return re.sub(r"\(.*\)|[^a-z0-9]", "", name.casefold())
