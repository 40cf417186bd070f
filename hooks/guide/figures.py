"""The questions in figures, as tables for a page: what there is, and how it looks beside others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from quizbank.lint.bank import key_places, length_ratio
from quizbank.lint.form import form_rows
from quizbank.model import DIFFICULTIES, INTERACTION_NAMES, Bank
from quizbank.settings import Settings

_ASKED = {"recall": "remember", "apply": "apply", "analyze": "analyze"}
"""How readers name a difficulty; for them recall is a metric."""
_ANSWERED = {
    "choice": "Multiple choice and multiple response",
    "order": "Ordering",
    "match": "Matching",
    "number": "A number",
    "recall": "Your own words",
}


def counts_table(bank: Bank, _settings: Settings) -> str:
    """How many questions there are of each kind, and where their keys are."""
    items = [item for _, item in bank.items.values()]
    kinds = Counter(item.interaction.name for item in items)
    levels = Counter(item.difficulty for item in items)
    places = Counter(key_places(items))
    wrong = [step for item in items for step in item.interaction.distractors]
    filed = sum(bool(step.misconception) for step in wrong)
    rows = [
        ("Measure", "This release"),
        ("Questions", f"{len(items):,}"),
        *((_ANSWERED[name], f"{kinds[name]:,}") for name in INTERACTION_NAMES),
        *((f"Asks to {_ASKED[name]}", f"{levels[name]:,}") for name in DIFFICULTIES),
        ("Correct answer in position A, B, C, D", ", ".join(_shares(places, range(1, 5)))),
        ("Length of the key ÷ length of wrong options", f"{length_ratio(items):.2f}"),
        ("Wrong options with a named misconception", f"{filed:,} of {len(wrong):,}"),
    ]
    return _table(rows)


def form_table(bank: Bank, settings: Settings) -> str:
    """How the choices look, beside those of other banks; '' where there are none."""
    rows = form_rows([item for _, item in bank.items.values()], settings.form)
    return _table([(_capital(words), *figures) for words, *figures in rows]) if rows else ""


TABLES: Mapping[str, Callable[[Bank, Settings], str]] = {
    "counts": counts_table,
    "form": form_table,
}


def _shares(count: Counter[int], places: Iterable[int]) -> list[str]:
    return [f"{count[place] / max(count.total(), 1):.0%}" for place in places]


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    ruler = f"| --- |{' ---: |' * (len(rows[0]) - 1)}"
    return "\n".join([lines[0], ruler, *lines[1:]])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
