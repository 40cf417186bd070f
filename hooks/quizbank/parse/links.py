"""What is wrong between the files of a bank: repeated ids, links and pages that are not there."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from authoring.fields import Place
from authoring.problems import Report
from authoring.prose import anchors
from quizbank.model import TERM_ID, Misconception, Quiz


class Parsed(NamedTuple):
    """A quiz, with the places that only make sense beside other files."""

    quiz: Quiz
    page_at: Place
    links: list[tuple[str, Place]]
    misconceptions: list[tuple[str, Place]]


class Catalogue(NamedTuple):
    """The misconceptions, with the places of their links."""

    misconceptions: tuple[Misconception, ...]
    path: str
    links: list[tuple[str, Place]]


def slug_of(path: str) -> str:
    """What the quiz in the file at *path* is called in addresses."""
    return posixpath.splitext(posixpath.basename(path))[0]


def quiz_uri(path: str) -> str:
    """Where the page of the quiz in the file at *path* is under docs/."""
    return f"quizzes/{slug_of(path)}.md"


def check_across(
    parsed: Iterable[Parsed],
    catalogue: Catalogue | None,
    pages: Mapping[str, str],
    report: Report,
) -> None:
    """Report ids used twice and links that lead nowhere; *pages* is `{uri: Markdown}`."""
    parsed = list(parsed)
    _check_ids([each.quiz for each in parsed], report)
    known = {uri: anchors(text) for uri, text in pages.items()}
    for quiz, *_ in parsed:
        known[quiz_uri(quiz.path)] = frozenset(item.id for item in quiz.items)
    if catalogue:
        for target, place in catalogue.links:
            check_link(catalogue.path, target, place, known, report)
        _check_misconceptions(parsed, catalogue, report)
    for quiz, page_at, links, _ in parsed:
        if quiz.page and quiz.page not in pages:
            near = _nearest(quiz.page, pages)
            sentence = f"the quiz: there is no page {quiz.page!r} in docs/{near}"
            report.add(quiz.path, page_at, sentence)
        for target, place in links:
            check_link(quiz.path, target, place, known, report)


def check_link(
    path: str,
    target: str,
    place: Place,
    known: Mapping[str, frozenset[str]],
    report: Report,
) -> None:
    """Report that *target*, from the docs root, is not in *known*, `{uri: anchors}`."""
    uri, _, fragment = target[1:].partition("#")
    if uri not in known:
        near = _nearest(uri, known)
        report.add(path, place, f"link {target!r}: there is no page {uri!r} in docs/{near}")
    elif fragment and fragment not in known[uri]:
        near = _nearest(fragment, known[uri])
        report.add(path, place, f"link {target!r}: {uri} has no anchor {fragment!r}{near}")


def _check_misconceptions(parsed: Iterable[Parsed], catalogue: Catalogue, report: Report) -> None:
    known = {misconception.id for misconception in catalogue.misconceptions}
    for each in parsed:
        for name, place in each.misconceptions:
            if name not in known:
                near = _nearest(name, known)
                sentence = f"there is no misconception {name!r} in {catalogue.path}{near}"
                report.add(each.quiz.path, place, sentence)


def _nearest(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _check_ids(quizzes: list[Quiz], report: Report) -> None:
    first: dict[str, str] = {}
    for quiz in quizzes:
        for item in quiz.items:
            if item.id.startswith(TERM_ID):
                sentence = f"item id {item.id!r}: {TERM_ID!r} is how ids of the glossary start"
                report.add(quiz.path, (item.line, item.column), sentence)
            place = f"{quiz.path}:{item.line}"
            earlier = first.setdefault(item.id, place)
            if item.id and earlier != place:
                sentence = f"item id {item.id!r} is already used at {earlier}"
                report.add(quiz.path, (item.line, item.column), sentence)
