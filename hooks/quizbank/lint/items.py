"""What is wrong with an item that parses: rules of good item writing that stop the build.

Source: Haladyna, Downing and Rodriguez 2002 (Applied Measurement in Education 15(3)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from authoring.characters import SMALL_L
from authoring.markdown_text import folded
from authoring.problems import Report
from quizbank.lint.stems import is_negative, is_shouted, similar_stems
from quizbank.model import Bank, Choice, Choosable, Item
from quizbank.settings import Counts, Settings

SHORTEST_WHY = 8
"""Words in an explanation."""

NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}

_CATCH_ALL = re.compile(
    r"^(?:all|none|both|neither) of "
    r"(?:these|them|the (?:above|others?|options|answers|choices))\W*$"
    r"|\bboth a and b\b",
    re.IGNORECASE,
)
_BY_LETTER = re.compile(
    r"\b(?i:option|answer|choice)s? \(?(?:[A-E]|[b-e])\b"
    r"|\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Aa]bove|[Bb]elow)"
    r" (?:option|answer|choice)\b",
)
_VERDICT_ONLY = re.compile(
    r"(?:(?:this|that|it|the|an?|option|answer|choice|is|are|not|so|and|as|because|therefore|here|"
    r"simply|just|one|for|to|question|correct|incorrect|right|wrong|true|false)\W+)+",
    re.IGNORECASE,
)
_VERDICT_FIRST = re.compile(r"\s*(?:right|wrong|correct|incorrect)[:.,;!]", re.IGNORECASE)
_GIVEAWAY = re.compile(
    r"\((?:in)?correct\)|\((?:right|wrong)\)|^[*][^*]*$|^[^*]*[*]$", re.IGNORECASE
)


def check_items(bank: Bank, settings: Settings, report: Report) -> None:
    """Report each rule that an item breaks, at the item."""
    placed = bank.items
    items = [item for _, item in placed.values()]
    faults = [(item, sentence) for item in items for sentence in item_faults(item, settings)]
    for item, sentence in (*faults, *similar_stems(items)):
        quiz, _ = placed[item.id]
        report.on(quiz.path).add((item.line, item.column), f"item {item.id!r}: {sentence}")


def item_faults(item: Item, settings: Settings) -> Iterator[str]:
    """Each rule that *item* breaks by itself, as a sentence."""
    if isinstance(item.interaction, Choice):
        yield from _choice_faults(item, item.interaction, settings.counts)
    choices = item.interaction.choices
    for choice in choices:
        yield from _choosable_faults(choice.text, choice.why)
    yield from _repeats(choices)
    chosen = (text for choice in choices for text in (choice.text, choice.why))
    texts = [item.stem, item.rationale, *item.hints, *chosen]
    everything = "\n".join([*texts, item.scenario, item.interaction.model_answer])
    for text in texts:
        if by_letter := _BY_LETTER.search(text):
            yield f"{by_letter[0]!r} names an option by its place, but options are shuffled"
    if SMALL_L.search(everything):
        yield "'Al' with a small L should be 'AI'"
    if is_negative(item.stem) and not is_shouted(item.stem):
        yield "asks what is not so; ask what is, or write the 'not' in capitals"
    if not item.status_note:
        yield from _stale_keys(item, settings)


def _choice_faults(item: Item, choice: Choice, counts: Counts) -> Iterator[str]:
    count, right = len(choice.options), len(choice.key)
    fewest, most = counts.options if right == 1 else counts.options_of_several
    if right and not fewest <= count <= most:
        wanted = f"{fewest} to {most}" if fewest < most else f"{fewest}"
        yield f"has {count} options and {NUMBERS.get(right, right)} right; there should be {wanted}"
    if right > 1 and not re.search(rf"(?i)\b(?:{right}|{NUMBERS[right]})\b", item.stem):
        yield f"has {right} right options; the stem should say {NUMBERS[right]!r}"
    for option in choice.options:
        if option.misconception and option.id in choice.key:
            yield f"{option.text!r} is right, so it is no misconception"


def _choosable_faults(text: str, why: str) -> Iterator[str]:
    if len(why.split()) < SHORTEST_WHY:
        yield f"the why of {text!r} has fewer than {SHORTEST_WHY} words"
    elif _VERDICT_ONLY.fullmatch(f"{why} "):
        yield f"the why of {text!r} says whether it is right, but not why"
    elif _VERDICT_FIRST.match(why):
        yield f"the why of {text!r} starts with a verdict, which the page says before it"
    if _CATCH_ALL.search(text):
        yield f"{text!r} as an option tests nothing; name the thing"
    if _GIVEAWAY.search(text):
        yield f"option {text!r} gives itself away"
    if text != text.strip():
        yield f"{text!r} starts or ends with a space; delete it"


def _repeats(choices: Sequence[Choosable]) -> Iterator[str]:
    """What is explained twice, or said twice but for punctuation."""
    texts: dict[str, str] = {}
    whys: dict[str, str] = {}
    for text, why in ((choice.text, choice.why) for choice in choices):
        earlier = texts.setdefault(folded(text, _folded), text)
        if earlier != text:
            yield f"{text!r} differs from {earlier!r} in punctuation only"
        explained_by = whys.setdefault(why.casefold(), text)
        if explained_by != text:
            yield f"{text!r} and {explained_by!r} have the same why"


def _folded(text: str) -> str:
    """*text* without case and the punctuation of prose; signs of numbers stay."""
    return re.sub(r"[,;:!?'\"\u2018-\u201d*_]|\.(?!\d)", " ", text).casefold()


def _stale_keys(item: Item, settings: Settings) -> Iterator[str]:
    for text in item.interaction.right:
        stale = next((name for name in settings.closed if all(part in text for part in name)), ())
        if stale:
            service = f"the key names {' … '.join(stale)!r}, which is closed or out of date"
            yield f"{service}; add a 'status_note'"
