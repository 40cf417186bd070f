"""Remarks on the options of an item: what in them may give the key away or leave room for doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import fmean

from authoring.problems import Place
from quizbank.lint.bank import ABSOLUTE
from quizbank.lint.phrases import is_sentence, reason_in, start_of
from quizbank.model import Choice, Item, Option
from quizbank.settings import Settings

MOST_OF_MEAN = 1.6
MOST_WORDS = 25
CONTENT_WORD = 6
"""The fewest letters of a word that carries meaning."""

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
COMMON = frozenset(
    _WORD.findall(
        "answer answers company customer customers domain example examples general language"
        " learning method methods number numbers question questions response responses result"
        " results service services system"
    )
)
"""Words that may be in any item of any guide without giving its key away."""

_VAGUE = re.compile(r"\b(?:[Uu]sually|[Oo]ften|[Ss]ometimes|may|[Ss]ome|best)\b")
_TRUE_OF_ALL = re.compile(
    r"\bwhich (?:one )?(?:of (?:the following|these)|statement|of the following statements)"
    r" (?:is|are) (?:true|correct|right)\b",
    re.IGNORECASE,
)
_ARTICLE_AT_END = re.compile(r"\b(?:a|an)[\s:.…_]*$", re.IGNORECASE)

Finding = tuple[Place, str, str]
"""Where a remark belongs, its rule, and its sentence."""


def option_remarks(item: Item, settings: Settings) -> Iterator[Finding]:
    """Each remark on the options of *item*, at the option or at the item."""
    if _TRUE_OF_ALL.search(item.stem):
        yield item.place, "L13", "asks which is true; ask one thing that each option answers"
    if not isinstance(item.interaction, Choice):
        return
    options = item.interaction.options
    yield from _length_remarks(options)
    yield from _word_remarks(options)
    for rule, sentence in _grammar_remarks(item.stem, item.interaction.texts):
        yield item.place, rule, sentence
    if clang := clanging(item, settings):
        sentence = f"{clang!r} is in the stem and in the key, but in no distractor"
        yield item.place, "L11", sentence


def clanging(item: Item, settings: Settings) -> str:
    """A word of the stem that tells the key from the distractors, or ''."""
    right = _content(" ".join(item.interaction.right))
    wrong = _content(" ".join(step.text for step in item.interaction.distractors))
    telling = (_content(item.stem) & right) - wrong - COMMON - settings.common_words
    return min(telling, default="")


def _length_remarks(options: Sequence[Option]) -> Iterator[Finding]:
    longest = max(options, key=lambda option: len(option.text))
    length = len(longest.text)
    others = fmean(len(option.text) for option in options if option is not longest)
    if length > MOST_OF_MEAN * others:
        sentence = f"option {longest.text!r} is {length / others:.1f} times as long as the others"
        yield longest.place, "L07", sentence
    for option in options:
        if (count := len(option.text.split())) > MOST_WORDS:
            sentence = f"option {option.text!r} has {count} words; at most {MOST_WORDS}"
            yield option.place, "L14", sentence


def _word_remarks(options: Sequence[Option]) -> Iterator[Finding]:
    for option in options:
        named = f"in option {option.text!r}"
        if absolute := ABSOLUTE.search(option.text):
            yield option.place, "L10", f"{absolute[0]!r} {named} is absolute"
        if vague := _VAGUE.search(option.text):
            yield option.place, "L13", f"{vague[0]!r} {named} is vague"
        if reason := reason_in(option.text):
            sentence = f"{reason!r} {named} gives a reason; that belongs in the why"
            yield option.place, "L17", sentence


def _grammar_remarks(stem: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    if _ARTICLE_AT_END.search(stem):
        yield "L12", "the stem ends in an article that does not fit each option"
    starts = sorted({start_of(text) for text in texts})
    if len(starts) > 1:
        yield "L12", f"some options start with {' and some with '.join(starts)}"
    elif len({is_sentence(text) for text in texts}) > 1:
        sentence = next(text for text in texts if is_sentence(text))
        yield "L12", f"{sentence!r} is a sentence, and another option is not"
    if len({text.rstrip("*`")[-1:] in ".;!?" for text in texts}) > 1:
        yield "L12", "some options end with a punctuation mark and some without"


def _content(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {word for word in words if len(word) >= CONTENT_WORD}
