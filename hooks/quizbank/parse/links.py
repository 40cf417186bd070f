"""Checks across the files of a bank: repeated ids, links and pages that do not exist."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from authoring.problems import FileReport, Place, Report
from authoring.prose import anchors
from quizbank.model import TERM_ID, Misconception, Quiz


class Parsed(NamedTuple):
    """A quiz, with the places of what is checked against other files."""

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
    known = targets(pages, [each.quiz for each in parsed])
    if catalogue:
        for target, place in catalogue.links:
            check_link(target, place, known, report.on(catalogue.path))
        _check_misconceptions(parsed, catalogue, report)
    for quiz, page_at, links, _ in parsed:
        of_quiz = report.on(quiz.path)
        if quiz.page and quiz.page not in pages:
            near = _nearest(quiz.page, pages)
            of_quiz.add(page_at, f"the quiz: there is no page {quiz.page!r} in docs/{near}")
        for target, place in links:
            check_link(target, place, known, of_quiz)


def targets(pages: Mapping[str, str], quizzes: Iterable[Quiz]) -> dict[str, frozenset[str]]:
    """What a link may lead to, as `{uri: anchors}`: *pages*, `{uri: Markdown}`, and *quizzes*."""
    prose = {uri: anchors(text) for uri, text in pages.items()}
    items = {quiz_uri(quiz.path): frozenset(item.id for item in quiz.items) for quiz in quizzes}
    return prose | items


def check_link(
    target: str, place: Place, known: Mapping[str, frozenset[str]], report: FileReport
) -> None:
    """Report that *target*, from the docs root, is not in *known*, `{uri: anchors}`."""
    uri, _, fragment = target[1:].partition("#")
    if uri not in known:
        near = _nearest(uri, known)
        report.add(place, f"link {target!r}: there is no page {uri!r} in docs/{near}")
    elif fragment and fragment not in known[uri]:
        near = _nearest(fragment, known[uri])
        report.add(place, f"link {target!r}: {uri} has no anchor {fragment!r}{near}")


def _check_misconceptions(parsed: Iterable[Parsed], catalogue: Catalogue, report: Report) -> None:
    known = {misconception.id for misconception in catalogue.misconceptions}
    for each in parsed:
        for name, place in each.misconceptions:
            if name not in known:
                near = _nearest(name, known)
                sentence = f"there is no misconception {name!r} in {catalogue.path}{near}"
                report.on(each.quiz.path).add(place, sentence)


def _nearest(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _check_ids(quizzes: list[Quiz], report: Report) -> None:
    first: dict[str, str] = {}
    for quiz in quizzes:
        of_quiz = report.on(quiz.path)
        for item in quiz.items:
            if item.id.startswith(TERM_ID):
                sentence = f"item id {item.id!r}: {TERM_ID!r} is how ids of the glossary start"
                of_quiz.add((item.line, item.column), sentence)
            place = f"{quiz.path}:{item.line}"
            earlier = first.setdefault(item.id, place)
            if item.id and earlier != place:
                sentence = f"item id {item.id!r} is already used at {earlier}"
                of_quiz.add((item.line, item.column), sentence)
