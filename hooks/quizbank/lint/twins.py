"""Finds items so alike that whoever has answered one recognizes the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from quizbank.lint.stems import words_of
from quizbank.model import Bank, Choice, Item, Quiz

NEAR = 75
"""Likeness of two stems, out of 100, that makes them one question in other words."""
NEAR_WITH_ONE_KEY = 65
"""The same where both also have one key: then the stems share the cue that points to it."""

RAREST = 8
"""Words of a stem by which it is looked up: stems that share fewer than two are not alike."""
MOST_WITH_A_WORD = 50
"""A word in more stems than this is too common to look one up. It bounds the work per item."""


def twin_remarks(bank: Bank) -> Iterator[tuple[Quiz, Item, str]]:
    """Each item that is too like an earlier one, with its quiz and a sentence."""
    placed = list(bank.items.values())
    items = [item for _, item in placed]
    for late, early in _likely_pairs([words_of(_asked(item)) for item in items]):
        if sentence := _likeness(items[late], items[early]):
            yield *placed[late], sentence
    yield from _same_options(placed)


def _likeness(late: Item, early: Item) -> str:
    """How *late* repeats *early*, or ''. Items of one case share it by design."""
    if late.scenario and late.scenario == early.scenario:
        return ""
    likeness = fuzz.token_sort_ratio(_asked(late).casefold(), _asked(early).casefold())
    if likeness >= NEAR:
        return f"asks what {early.id!r} asks, in nearly the same words"
    if (
        likeness >= NEAR_WITH_ONE_KEY
        and late.interaction.right
        and _answers(late)[0] == _answers(early)[0]
    ):
        return f"has the cue and the key of {early.id!r}"
    return ""


def _likely_pairs(stems: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The pairs, later first, that share two of their rarest words; no others are compared."""
    count = Counter(word for stem in stems for word in stem)
    seen: dict[str, list[int]] = defaultdict(list)
    for number, stem in enumerate(stems):
        telling = [word for word in stem if 1 < count[word] <= MOST_WITH_A_WORD]
        rarest = sorted(telling, key=lambda word: (count[word], word))[:RAREST]
        shared = Counter(early for word in rarest for early in seen[word])
        yield from ((number, early) for early in sorted(shared) if shared[early] > 1)
        for word in rarest:
            seen[word].append(number)


def _same_options(placed: list[tuple[Quiz, Item]]) -> Iterator[tuple[Quiz, Item, str]]:
    """Choices that offer an earlier one's options with its key; another key makes a good pair."""
    offered: dict[tuple[frozenset[str], frozenset[str]], str] = {}
    for quiz, item in placed:
        if isinstance(item.interaction, Choice):
            early = offered.setdefault(_answers(item), item.id)
            if early != item.id:
                yield quiz, item, f"has the options and the key of {early!r}"


def _answers(item: Item) -> tuple[frozenset[str], frozenset[str]]:
    right = frozenset(text.casefold() for text in item.interaction.right)
    return right, frozenset(step.text.casefold() for step in item.interaction.distractors)


def _asked(item: Item) -> str:
    return f"{item.scenario} {item.stem}"
