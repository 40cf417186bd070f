"""What a page may say about the guide and no hand writes: reading times, totals, the topics.

`<!-- minutes: build/workflow.md -->` becomes `9 min`; several pages are added up.
`<!-- total: questions -->` becomes a number. `<!-- topics -->` becomes a card for each quiz.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from authoring.markdown_text import without_code
from authoring.problems import Report
from guide.glossary import Term
from guide.reading_time import in_words, minutes
from quizbank.model import Bank, Quiz

_MARKER = re.compile(r"<!--[ ]*(?:(minutes|total):[ ]*(.*?)|topics)[ ]*-->")
_TOTALS: Mapping[str, Callable[[Bank, Sequence[Term]], int]] = {
    "questions": lambda bank, _: len(bank.items()),
    "topics": lambda bank, _: len(bank.quizzes),
    "terms": lambda _, terms: len(terms),
}


def check_facts(path: str, markdown: str, prose: Mapping[str, str], report: Report) -> None:
    """Report each marker of the page at *path* that asks for a fact that there is not."""
    for marker in _markers(markdown):
        kind, wanted = marker.groups()
        place = _place(markdown, marker.start())
        known = prose if kind == "minutes" else _TOTALS
        names = (wanted or "").split()
        if kind and not names:
            report.add(path, place, f"{marker[0]!r} names nothing to count")
        for name in names:
            if name not in known:
                what = "page 'docs/" + name if kind == "minutes" else "total '" + name
                report.add(path, place, f"there is no {what}'")


def with_facts(
    uri: str, markdown: str, prose: Mapping[str, str], bank: Bank, terms: Sequence[Term]
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
        else:
            fact = _topics(uri, bank.quizzes)
        parts += [markdown[end : marker.start()], fact]
        end = marker.end()
    return "".join([*parts, markdown[end:]])


def _topics(uri: str, quizzes: Sequence[Quiz]) -> str:
    """A list with a card for each quiz; a script adds to it how the reader stands."""
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


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
