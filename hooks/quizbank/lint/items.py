"""What is wrong with an item that parses: rules of good item writing that stop the build.

Source: Haladyna, Downing and Rodriguez 2002 (Applied Measurement in Education 15(3)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from authoring.characters import SMALL_L
from authoring.markdown_text import folded
from authoring.problems import Place, Report
from quizbank.lint.stems import is_negative, is_shouted, similar_stems
from quizbank.model import Bank, Choice, Choosable, Item
from quizbank.settings import Counts, Settings

Fault = tuple[Place, str]
"""Where a rule is broken, and a sentence."""

SHORTEST_WHY = 8
"""The fewest words that explain something."""

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
    """Report each rule that an item breaks, at the item or at the option that breaks it."""
    placed = bank.items
    items = [item for _, item in placed.values()]
    faults = [(item, *fault) for item in items for fault in item_faults(item, settings)]
    repeats = ((item, item.place, sentence) for item, sentence in similar_stems(items))
    for item, place, sentence in (*faults, *repeats):
        quiz, _ = placed[item.id]
        report.on(quiz.path).add(place, f"item {item.id!r}: {sentence}")


def item_faults(item: Item, settings: Settings) -> Iterator[Fault]:
    """Each rule that *item* breaks by itself."""
    if isinstance(item.interaction, Choice):
        yield from _choice_faults(item, item.interaction, settings.counts)
    choices = item.interaction.choices
    for choice in choices:
        yield from ((choice.place, sentence) for sentence in _choosable_faults(choice))
    yield from _repeats(choices)
    texts = list(_texts(item))
    for place, text in texts:
        if by_letter := _BY_LETTER.search(text):
            yield place, f"{by_letter[0]!r} names an option by its place, but options are shuffled"
    rest = (item.scenario, item.interaction.model_answer)
    if SMALL_L.search("\n".join([*(text for _, text in texts), *rest])):
        yield item.place, "'Al' with a small L should be 'AI'"
    if is_negative(item.stem) and not is_shouted(item.stem):
        yield item.place, "asks what is not so; ask what is, or write the 'not' in capitals"
    if not item.status_note:
        yield from ((item.place, sentence) for sentence in _stale_keys(item, settings))


def _texts(item: Item) -> Iterator[tuple[Place, str]]:
    """The texts in which an option may be named, each with the place of what it belongs to."""
    for text in (item.stem, item.rationale, *item.hints):
        yield item.place, text
    for choice in item.interaction.choices:
        yield choice.place, choice.text
        yield choice.place, choice.why


def _choice_faults(item: Item, choice: Choice, counts: Counts) -> Iterator[Fault]:
    count, right = len(choice.options), len(choice.key)
    fewest, most = counts.options if right == 1 else counts.options_of_several
    if right and not fewest <= count <= most:
        wanted = f"{fewest} to {most}" if fewest < most else f"{fewest}"
        has = f"has {count} options and {NUMBERS.get(right, right)} right"
        yield choice.place, f"{has}; there should be {wanted}"
    if right > 1 and not re.search(rf"(?i)\b(?:{right}|{NUMBERS[right]})\b", item.stem):
        yield item.place, f"has {right} right options; the stem should say {NUMBERS[right]!r}"
    for option in choice.options:
        if option.misconception and option.id in choice.key:
            yield option.place, f"{option.text!r} is right, so it is no misconception"


def _choosable_faults(choice: Choosable) -> Iterator[str]:
    text, why = choice.text, choice.why
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


def _repeats(choices: Sequence[Choosable]) -> Iterator[Fault]:
    """Options that share a why, or differ only in punctuation."""
    texts: dict[str, str] = {}
    whys: dict[str, str] = {}
    for choice in choices:
        text, why = choice.text, choice.why
        earlier = texts.setdefault(folded(text, _folded), text)
        if earlier != text:
            yield choice.place, f"{text!r} differs from {earlier!r} in punctuation only"
        explained_by = whys.setdefault(why.casefold(), text)
        if explained_by != text:
            yield choice.place, f"{text!r} and {explained_by!r} have the same why"


def _folded(text: str) -> str:
    """*text* in lower case without the punctuation of prose; signs of numbers stay."""
    return re.sub(r"[,;:!?'\"\u2018-\u201d*_]|\.(?!\d)", " ", text).casefold()


def _stale_keys(item: Item, settings: Settings) -> Iterator[str]:
    for text in item.interaction.right:
        stale = next((name for name in settings.closed if all(part in text for part in name)), ())
        if stale:
            service = f"the key names {' … '.join(stale)!r}, which is closed or out of date"
            yield f"{service}; add a 'status_note'"
