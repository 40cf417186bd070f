"""Facts about the guide that the build writes into pages: reading times, totals, topics.

`<!-- minutes: build/workflow.md -->` becomes `9 min`; several pages are added up.
`<!-- total: questions -->` becomes a number, `<!-- count: QUIZ -->` how many questions that quiz
has. `<!-- topics -->` becomes a card for each quiz, and `<!-- figures: counts -->` a table of the
questions in figures.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from authoring.characters import end_of
from authoring.markdown_text import without_code
from authoring.problems import FileReport
from guide.figures import TABLES
from guide.glossary import Term
from guide.reading_time import in_words, minutes
from quizbank.model import Bank, Quiz
from quizbank.settings import Settings

_MARKER = re.compile(r"<!--[ ]*(?:(minutes|total|count|figures):[ ]*(.*?)|topics)[ ]*-->")
_TOTALS: Mapping[str, Callable[[Bank, Sequence[Term]], int]] = {
    "questions": lambda bank, _: len(bank.items),
    "topics": lambda bank, _: len(bank.quizzes),
    "terms": lambda _, terms: len(terms),
}

_NOUNS = {
    "minutes": "page 'docs/{}'",
    "total": "total {!r}",
    "count": "quiz {!r}",
    "figures": "table of figures {!r}",
}


def check_facts(markdown: str, prose: Mapping[str, str], bank: Bank, report: FileReport) -> None:
    """Report each marker of a page that asks for a fact that does not exist."""
    for marker in _markers(markdown):
        kind, wanted = marker.groups()
        place = end_of(markdown[: marker.start()])
        counts = _counts(bank)
        known = {"minutes": prose, "total": _TOTALS, "count": counts, "figures": TABLES}.get(kind)
        names = (wanted or "").split()
        if kind and not names:
            report.add(place, f"{marker[0]!r} names nothing to count")
        for name in names:
            if name not in (known or ()):
                report.add(place, f"there is no {_NOUNS[kind].format(name)}")


def with_facts(
    uri: str,
    markdown: str,
    prose: Mapping[str, str],
    bank: Bank,
    terms: Sequence[Term],
    settings: Settings,
) -> str:
    """*markdown* of the page at *uri* with the facts that its markers ask for."""
    parts: list[str] = []
    end = 0
    for marker in _markers(markdown):
        kind, wanted = marker.groups()
        if kind == "minutes":
            fact = in_words(sum(minutes(prose[name]) for name in wanted.split()))
        elif kind == "total":
            fact = f"{_TOTALS[wanted](bank, terms):,}"
        elif kind == "count":
            fact = number_in_words(_counts(bank)[wanted])
        elif kind == "figures":
            fact = TABLES[wanted](bank, settings)
        else:
            fact = _topics(uri, bank.quizzes)
        parts += [markdown[end : marker.start()], fact]
        end = marker.end()
    return "".join([*parts, markdown[end:]])


def _topics(uri: str, quizzes: Sequence[Quiz]) -> str:
    """A list with a card for each quiz; a script adds the reader's progress."""
    folder = posixpath.dirname(uri) or "."
    cards = (
        f'<li class="card topic" data-quiz="{quiz.slug}" markdown="block">\n\n'
        f"### [{quiz.title}]({posixpath.relpath(f'quizzes/{quiz.slug}.md', folder)})"
        " { data-search-exclude }\n\n"
        f"<p><span>{len(quiz.items)} questions</span></p>\n\n</li>\n"
        for quiz in quizzes
    )
    return f'<ul class="grid topics" markdown="block">\n{"".join(cards)}</ul>'


def _markers(markdown: str) -> Iterator[re.Match[str]]:
    code_is_blank = without_code(markdown)
    return (m for m in _MARKER.finditer(markdown) if code_is_blank[m.start()] == "<")


def _counts(bank: Bank) -> dict[str, int]:
    """How many questions each quiz has, by its slug."""
    return {quiz.slug: len(quiz.items) for quiz in bank.quizzes}


def number_in_words(number: int) -> str:
    """*number* as running text writes it: a word below ten, digits above."""
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words[number] if number < len(words) else f"{number:,}"
