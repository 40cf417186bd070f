"""Rules about stems: no question twice, and no hidden 'not'."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

from quizbank.model import Item

NEAR = 0.8
"""The Jaccard index of two stems' words above which they ask almost the same."""

_WORD = re.compile(r"\w+")
_NEGATIVE_PARTS = (
    "not",
    "n't",
    "n\u2019t",
    "except",
    "false",
    "untrue",
    "incorrect",
    "least likely",
)
_CLAUSE = r"(?:that|which|who|whose|because|if|when|why|where|while|and|but)"
_VERB = r"(?:is|are|was|were|does|do|did|has|have|would|should|can|could|will)"
_NEGATIVE = re.compile(
    rf"\b(?:which|what)\b(?:(?!\b{_CLAUSE}\b)[^.?!,:;]){{0,60}}?"
    rf"\b(?:{_VERB}\s(?:\w+\s)?(not)\b"
    rf"|{_VERB}(n['\u2019]t)\b|(cannot)\b"
    r"|(?:is|are)\s(false|untrue|incorrect)\b)"
    r"|\b(except)\b(?=[^.?!]*[.?!]?$)|\b(least likely)\b",
    re.IGNORECASE,
)


def is_negative(stem: str) -> bool:
    """Whether *stem* asks for what is not true. 'LEAST operational overhead' does not."""
    folded = stem.casefold()
    return any(part in folded for part in _NEGATIVE_PARTS) and bool(_NEGATIVE.search(stem))


def is_shouted(stem: str) -> bool:
    """Whether a reader cannot miss the 'not' of a negative *stem*."""
    found = _NEGATIVE.search(stem)
    return bool(found and found[found.lastindex or 0].isupper())


def similar_stems(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Each item that asks what an earlier one asked, or almost, with a sentence."""
    asked = [words_of(item.stem) for item in items]
    for late, early in _candidates(asked):
        likeness = _jaccard(asked[late], asked[early])
        if likeness >= NEAR and _alike(items[late], items[early]) >= NEAR:
            same = "has the same stem as" if likeness == 1 else "asks almost the same as"
            yield items[late], f"{same} {items[early].id!r}"


def _alike(a: Item, b: Item) -> float:
    """How similar *a* and *b* are with their scenarios: a short stem means little without one."""
    if a.scenario == b.scenario:
        return 1.0
    return _jaccard(words_of(f"{a.scenario} {a.stem}"), words_of(f"{b.scenario} {b.stem}"))


def _candidates(stems: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """The pairs, later first, whose rarest words meet: no others reach NEAR (prefix filtering)."""
    count = Counter(word for stem in stems for word in stem)
    seen: dict[str, list[int]] = defaultdict(list)
    for number, stem in enumerate(stems):
        rarest = sorted(stem, key=lambda word: (count[word], word))
        prefix = rarest[: len(stem) - ceil(NEAR * len(stem)) + 1]
        yield from ((number, early) for early in sorted({e for word in prefix for e in seen[word]}))
        for word in prefix:
            seen[word].append(number)


def words_of(text: str) -> frozenset[str]:
    """The words of *text*, each once."""
    return frozenset(_WORD.findall(text.casefold()))


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0
