"""The bank in numbers, for its authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from quizbank.lint.bank import absolute_shares, key_places, length_ratio
from quizbank.lint.form import form_rows
from quizbank.lint.remarks import Remark, misconceptions_used
from quizbank.model import Bank
from quizbank.settings import Settings


def figures(bank: Bank, settings: Settings, remarks: Iterable[Remark]) -> str:
    """The form of the choices as a table, then counts and shares on one line."""
    items = [item for _, item in bank.items.values()]
    line = "; ".join(_figures(bank, settings, remarks))
    return "\n".join([*_aligned(form_rows(items, settings.form)), line])


def _figures(bank: Bank, settings: Settings, remarks: Iterable[Remark]) -> Iterator[str]:
    items = [item for _, item in bank.items.values()]
    yield f"{len(items)} items in {len(bank.quizzes)} quizzes"
    yield _counted(Counter(item.interaction.name for item in items))
    yield _counted(Counter(item.difficulty for item in items))
    yield _counted(Counter(settings.task(item.objective) for item in items))
    places = Counter(place for quiz in bank.quizzes for place in key_places(quiz.items))
    shares = (f"{places[place] / max(places.total(), 1):.0%}" for place in range(1, 5))
    yield f"keys by place {' '.join(shares)}"
    yield f"key length ratio {length_ratio(items):.2f}"
    right, wrong = absolute_shares(items)
    yield f"absolute words in {right:.1%} of keys, {wrong:.1%} of distractors"
    filed, there = (
        misconceptions_used(bank).total(),
        sum(len(i.interaction.distractors) for i in items),
    )
    yield f"{filed} of {there} distractors filed under {len(bank.misconceptions)} misconceptions"
    rules = Counter(remark.rule for remark in remarks)
    yield f"{rules.total()} warnings ({_counted(rules) or 'none'})"


def _counted(count: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(count.items()))


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    first, *others = [max(map(len, column)) for column in zip(*rows, strict=True)] or [0]
    for name, *cells in rows:
        figures = (f"  {cell:>{width}}" for cell, width in zip(cells, others, strict=True))
        yield f"{name:<{first}}{''.join(figures)}".rstrip()
