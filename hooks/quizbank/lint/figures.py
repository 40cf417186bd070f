"""The bank in numbers, for its authors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from statistics import fmean

from quizbank.lint.bank import absolute_shares, key_places, length_ratio, outstanding
from quizbank.lint.remarks import Remark, misconceptions_used
from quizbank.model import Bank, Choice, Item
from quizbank.settings import Settings

_SUPERLATIVE = re.compile(r"\b(?:MOST|LEAST|BEST|FIRST)\b")
_COMPANY = re.compile(r"\bcompany\b", re.IGNORECASE)


def figures(bank: Bank, settings: Settings, remarks: Iterable[Remark]) -> str:
    """Counts and shares on one line."""
    return "; ".join(_figures(bank, settings, remarks))


def _figures(bank: Bank, settings: Settings, remarks: Iterable[Remark]) -> Iterator[str]:
    items = [item for _, item in bank.items.values()]
    yield f"{len(items)} items in {len(bank.quizzes)} quizzes"
    yield _counted(Counter(item.interaction.name for item in items))
    yield _counted(Counter(item.difficulty for item in items))
    yield _counted(Counter(settings.task(item.objective) for item in items))
    places = Counter(place for quiz in bank.quizzes for place in key_places(quiz))
    shares = (f"{places[place] / max(places.total(), 1):.0%}" for place in range(1, 5))
    yield f"keys by place {' '.join(shares)}"
    yield f"key longest {outstanding(items, max):.0%}, shortest {outstanding(items, min):.0%}"
    yield f"key length ratio {length_ratio(items):.2f}"
    yield from _form(items)
    right, wrong = absolute_shares(items)
    yield f"absolute words in {right:.1%} of keys, {wrong:.1%} of distractors"
    filed, there = (
        misconceptions_used(bank).total(),
        sum(len(i.interaction.distractors) for i in items),
    )
    yield f"{filed} of {there} distractors filed under {len(bank.misconceptions)} misconceptions"
    rules = Counter(remark.rule for remark in remarks)
    yield f"{rules.total()} warnings ({_counted(rules) or 'none'})"


def _form(items: list[Item]) -> Iterator[str]:
    """What choice items look like, to be held against those of other banks."""
    offering = [item for item in items if isinstance(item.interaction, Choice)]
    if not offering:
        return
    cases = [f"{item.scenario} {item.stem}" for item in offering]
    options = [text for item in offering for text in item.interaction.texts]
    yield f"words in a stem with its case {fmean(len(case.split()) for case in cases):.1f}"
    yield f"words in an option {fmean(len(option.split()) for option in options):.1f}"
    yield f"'company' in {fmean(bool(_COMPANY.search(case)) for case in cases):.0%} of stems"
    yield f"MOST, LEAST, BEST or FIRST in {fmean(bool(_SUPERLATIVE.search(c)) for c in cases):.0%}"


def _counted(count: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(count.items()))
