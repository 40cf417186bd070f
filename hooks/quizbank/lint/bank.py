"""What is wrong with a bank as a whole: giveaways that only a count of all items shows.

Chance puts the key at each of four places, and makes it the longest option, in a quarter of the
items; the thresholds leave room for chance. A bank of fewer than ENOUGH items says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from statistics import fmean

from authoring.problems import Report
from quizbank.lint.stems import is_negative
from quizbank.model import DIFFICULTIES, INTERACTION_NAMES, Bank, Choice, Item
from quizbank.parse.settings import SETTINGS
from quizbank.settings import Place, Settings

ENOUGH = 100
"""The fewest items for which a count means something."""

MOST_OUTSTANDING = 0.35
LENGTH_RATIO = (0.85, 1.15)
PLACE_SHARE = (0.15, 0.35)
CHI_SQUARE = 7.815
"""Three degrees of freedom, p = 0.05."""
LONGEST_RUN = 3
MOST_NEGATIVE = 0.03
ABSOLUTES_RATIO = 2
FEW_ABSOLUTES = 0.02
"""A share of the distractors that is too small for a reader to see a pattern."""

ABSOLUTE = re.compile(
    r"\b(?:always|never|only|all|none|every|must|guarantee[sd]?)\b", re.IGNORECASE
)


def check_bank(bank: Bank, pages: Iterable[str], settings: Settings, report: Report) -> None:
    """Report what is wrong with *bank* as a whole where the settings call it a problem."""
    for place, _, sentence in bank_faults(bank, pages, settings, "problem"):
        report.on(SETTINGS).add(place, sentence)


def bank_faults(
    bank: Bank, pages: Iterable[str], settings: Settings, level: str
) -> Iterator[tuple[Place, str, str]]:
    """Place in the settings, code and sentence of each rule of *level* that *bank* breaks.

    *pages* are the URIs of docs/.
    """
    items = [item for _, item in bank.items.values()]
    if settings.balance == level and len(items) >= ENOUGH:
        place = settings.balance_place
        yield from ((place, "L06", sentence) for sentence in length_faults(items))
        yield from ((place, "L08", sentence) for sentence in place_faults(bank))
        yield from ((place, *fault) for fault in word_faults(items))
    if settings.coverage.level == level:
        place = settings.coverage.place
        for sentence in coverage_faults(bank, pages, settings):
            yield place, "L16", sentence


def length_faults(items: list[Item]) -> Iterator[str]:
    """Whether the length of an option tells that it is the key (L06)."""
    for what, pick in (("longest", max), ("shortest", min)):
        share = outstanding(items, pick)
        if share > MOST_OUTSTANDING:
            most = f"{MOST_OUTSTANDING:.0%}"
            yield f"the key alone is the {what} option of {share:.0%} of the items; at most {most}"
    ratio, (least, most_ratio) = length_ratio(items), LENGTH_RATIO
    if not least <= ratio <= most_ratio:
        yield f"keys are {ratio:.2f} times as long as distractors; keep to {least} to {most_ratio}"


def outstanding(items: list[Item], pick: Callable[[list[int]], int]) -> float:
    """The share of items whose key alone is what *pick* picks of the options' lengths."""
    found = [
        len(right) == pick([len(right), *map(len, wrong)]) and len(right) not in map(len, wrong)
        for right, wrong in single(items)
    ]
    return fmean(found) if found else 0.0


def length_ratio(items: list[Item]) -> float:
    """How long a key is compared with the distractors of its item, on average."""
    ratios = [len(right) / fmean(map(len, wrong)) for right, wrong in single(items)]
    return fmean(ratios) if ratios else 1.0


def single(items: list[Item]) -> Iterator[tuple[str, list[str]]]:
    """Key and distractors of each item with one right option."""
    for choice in choices(items):
        if len(choice.key) == 1:
            yield choice.right[0], [option.text for option in choice.distractors]


def choices(items: Iterable[Item]) -> list[Choice]:
    """The interaction of each item that offers options."""
    return [item.interaction for item in items if isinstance(item.interaction, Choice)]


def place_faults(bank: Bank) -> Iterator[str]:
    """Whether the stored place of an option tells that it is the key (L08)."""
    count = Counter(place for quiz in bank.quizzes for place in key_places(quiz.items))
    total, (least, most) = count.total(), PLACE_SHARE
    for place in range(1, 5):
        if total and not least <= count[place] / total <= most:
            where = f"the key is at place {place} in {count[place] / total:.0%} of the items"
            yield f"{where}; keep to {least:.0%} to {most:.0%}"
    if total and chi_square(count) > CHI_SQUARE:
        yield "the places of the keys are too uneven for chance (chi-square, p < 0.05)"
    for quiz in bank.quizzes:
        run = max((len(list(same)) for _, same in groupby(key_places(quiz.items))), default=0)
        if run > LONGEST_RUN:
            yield f"{quiz.path} has {run} keys in a row at one place; at most {LONGEST_RUN}"


def key_places(items: Iterable[Item]) -> list[int]:
    """The place of the key, counted from 1, in each of *items* with one right option."""
    return [
        [option.id in choice.key for option in choice.options].index(True) + 1
        for choice in choices(items)
        if len(choice.key) == 1
    ]


def chi_square(count: Counter[int]) -> float:
    """How far the four places are from an even distribution (Pearson's chi-square)."""
    expected = count.total() / 4
    return sum((count[place] - expected) ** 2 / expected for place in range(1, 5))


def word_faults(items: list[Item]) -> Iterator[tuple[str, str]]:
    """Code and sentence: negative stems (L09), absolute words that mark distractors (L10)."""
    negative = fmean(is_negative(item.stem) for item in items)
    if negative > MOST_NEGATIVE:
        yield "L09", f"{negative:.0%} of the stems ask what is not so; at most {MOST_NEGATIVE:.0%}"
    right, wrong = absolute_shares(items)
    if wrong > max(ABSOLUTES_RATIO * right, FEW_ABSOLUTES):
        shares = f"{wrong:.0%} of the distractors and {right:.0%} of the keys"
        yield "L10", f"{shares} hold a word such as 'only' or 'never'; it marks the distractors"


def absolute_shares(items: list[Item]) -> tuple[float, float]:
    """The shares of keys and of distractors of choices that hold an absolute word."""
    offered = choices(items)
    right = [bool(ABSOLUTE.search(text)) for choice in offered for text in choice.right]
    wrong = [bool(ABSOLUTE.search(o.text)) for choice in offered for o in choice.distractors]
    return (fmean(right) if right else 0.0), (fmean(wrong) if wrong else 0.0)


def coverage_faults(bank: Bank, pages: Iterable[str], settings: Settings) -> Iterator[str]:
    """Pages, objectives, interactions, and difficulties with too few items (L16)."""
    rule = settings.coverage
    tested: Counter[str] = Counter()
    for quiz in bank.quizzes:
        tested[quiz.page] += len(quiz.items)
    for uri in pages:
        least = max((n for start, n in rule.pages.items() if uri.startswith(start)), default=0)
        if uri not in rule.without and tested[uri] < least:
            yield f"docs/{uri} needs {least} items and has {tested[uri]}"
    items = [item for _, item in bank.items.values()]
    objectives = Counter(settings.task(item.objective) for item in items)
    for name in settings.weights:
        if objectives[name] < max(rule.objectives, 1):
            yield f"objective {name} needs {rule.objectives} items and has {objectives[name]}"
    names = Counter(item.interaction.name for item in items)
    levels = Counter(item.difficulty for item in items)
    yield from _too_rare(names, INTERACTION_NAMES, rule.interactions)
    yield from _too_rare(levels, DIFFICULTIES, rule.difficulties)


def _too_rare(count: Counter[str], names: tuple[str, ...], least: float) -> Iterator[str]:
    for name in names:
        if (share := count[name] / max(count.total(), 1)) < least:
            yield f"{share:.0%} of the items are {name!r}; at least {least:.0%}"
