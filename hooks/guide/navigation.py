"""Puts the quizzes into the site's navigation and in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from quizbank.model import Bank
from quizbank.parse.links import quiz_uri

QUIZZES = "quizzes/"
"""What an entry of `nav` names to get a list of every quiz."""


def in_course_order(bank: Bank, nav: Any) -> Bank:  # noqa: ANN401 - as YAML has it
    """*bank* with its quizzes in the order of the pages of *nav*, each named like its page there.

    So a topic has one name in menu, quiz, and progress. A quiz that shares its page with another
    keeps its title, and so does one whose page *nav* does not name.
    """
    names = {uri: name for name, uri in _entries(nav)} if isinstance(nav, list) else {}
    places = {uri: place for place, uri in enumerate(names)}
    shared = Counter(quiz.page for quiz in bank.quizzes)
    named = [
        replace(quiz, title=(shared[quiz.page] == 1 and names.get(quiz.page)) or quiz.title)
        for quiz in bank.quizzes
    ]
    named.sort(key=lambda quiz: (places.get(quiz.page, len(places)), quiz.slug))
    return replace(bank, quizzes=tuple(named))


def with_quizzes(nav: Any, bank: Bank) -> Any:  # noqa: ANN401 - as YAML has it
    """*nav* as `mkdocs.yml` has it, with every quiz of *bank* where an entry names QUIZZES.

    A quiz is named like the page that it tests, unless it shares that page with another. One that
    an entry names by itself stays where it is, and is not listed again.
    """
    if not isinstance(nav, list):
        return nav
    names = {uri: name for name, uri in _entries(nav)}
    places = {uri: place for place, uri in enumerate(names)}
    rest = [quiz for quiz in bank.quizzes if quiz_uri(quiz.path) not in names]
    rest.sort(key=lambda quiz: (places.get(quiz.page, len(places)), quiz.slug))
    shared = Counter(quiz.page for quiz in bank.quizzes)
    names |= {page: "" for page, count in shared.items() if count > 1}
    return _replaced(nav, [{names.get(q.page) or q.title: quiz_uri(q.path)} for q in rest])


def _entries(nav: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Name and URI of each page that *nav* names; the name is '' where it gives none."""
    for entry in nav:
        for name, value in entry.items() if isinstance(entry, dict) else [("", entry)]:
            yield from _entries(value) if isinstance(value, list) else [(name, value)]


def _replaced(nav: Sequence[Any], quizzes: list[dict[str, str]]) -> list[Any]:
    def entry_of(value: Any) -> Any:  # noqa: ANN401
        if value == QUIZZES:
            return quizzes
        return _replaced(value, quizzes) if isinstance(value, list) else value

    return [
        {name: entry_of(value) for name, value in entry.items()}
        if isinstance(entry, dict)
        else entry
        for entry in nav
    ]
