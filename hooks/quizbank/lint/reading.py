"""Remarks on how an item reads: its length, its last sentence and how hard its words are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizbank.model import Item
from quizbank.settings import Settings

STEM_WORDS = (8, 90)
HARDEST_STEM = 12
HARDEST_WHY = 14
"""School grades as Flesch and Kincaid count them (Kincaid et al. 1975)."""

_SENTENCE_END = re.compile(r"[.?!:](?=[\"')*]*(?:\s|$))")
_INSTRUCTION = re.compile(
    r"(?:Then |Next, |For each[^,]*, )?"
    r"(?:Arrange|Calculate|Choose|Compare|Define|Describe|Estimate|Explain|Find|Give|List|Match"
    r"|Name|Order|Pick|Place|Put|Rank|Say|Select|Sort|Sketch|State|Tell|Work out"
    r"|Write|Round|Answer|Assume|Count|Use|Start)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|[*_\[\]|#]", re.DOTALL)
_NAME = re.compile(r"\b(?:[A-Z]{2,}\w*|\w*\d\w*|[A-Z]\w*[A-Z]\w*)\b")
"""Abbreviations, and names that hold a digit or a capital within."""
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"(?<=[^aeiouylr])(?:e|es|ed)$")
_WORD = re.compile(r"[a-z]+")


def reading_remarks(item: Item, settings: Settings) -> Iterator[tuple[str, str]]:
    """Rule and sentence of each remark on the texts of *item*."""
    asked = f"{item.scenario} {item.stem}"
    fewest, most = STEM_WORDS
    if (count := len(asked.split())) < fewest:
        yield "L14", f"the stem has {count} words; {fewest} or more make a task"
    if (count := len(item.stem.split())) > most:
        yield "L14", f"the stem has {count} words; at most {most}"
    if not asks(item.stem):
        yield "L14", "the stem ends neither with a question nor with an instruction"
    if (level := grade(asked, settings.names)) > HARDEST_STEM:
        yield "L15", f"the stem reads at grade {level:.1f}; at most {HARDEST_STEM}"
    if (level := grade(_explanation(item), settings.names)) > HARDEST_WHY:
        yield "L15", f"the explanation reads at grade {level:.1f}; at most {HARDEST_WHY}"


def asks(stem: str) -> bool:
    """Whether the last sentence of *stem* is a question or an instruction."""
    bare = stem.strip(" \n*_`\"')")
    sentences = [part.strip(" \n*_\"')") for part in _SENTENCE_END.split(bare)]
    last = next((part for part in reversed(sentences) if part), "")
    return bare.endswith("?") or bool(_INSTRUCTION.match(last))


def grade(text: str, names: tuple[str, ...] = ()) -> float:
    """The Flesch-Kincaid grade of *text* without markup and the *names* of products."""
    plain = _NAME.sub("", _names(names).sub("", _MARKUP.sub("", text)))
    words = _WORD.findall(plain.casefold())
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(plain)))
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@lru_cache
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of *names* as a whole word; without names, it matches nothing."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names)) or '(?!)'})\b")


def _syllables(word: str) -> int:
    """The number of syllables of *word*, estimated."""
    return max(1, len(_VOWELS.findall(_SILENT_E.sub("", word))))


def _explanation(item: Item) -> str:
    whys = (choice.why for choice in item.interaction.choices)
    parts = (*whys, item.rationale, item.interaction.model_answer)
    return ". ".join(part.strip(" .") for part in parts if part) + "."
