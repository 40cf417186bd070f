"""Warnings: rules that a good item may break. Only `check` prints them."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from authoring.problems import Place
from quizbank.lint.bank import bank_faults
from quizbank.lint.options import option_remarks
from quizbank.lint.reading import reading_remarks
from quizbank.lint.twins import twin_remarks
from quizbank.model import Bank, Choice, Item, Quiz
from quizbank.parse.settings import SETTINGS
from quizbank.settings import Settings

STALE_AFTER = datetime.timedelta(days=365)
MOST_OF_ONE_MISCONCEPTION = 0.15
KEY_SENTENCE = 5
"""The fewest words of a key that another item could give away."""


@dataclass(frozen=True, order=True, slots=True)
class Remark:
    """A sentence for an author; line and column count from 1."""

    path: str
    line: int
    column: int
    sentence: str
    rule: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: warning: {self.sentence} ({self.rule})"


def remarks(
    bank: Bank, pages: Iterable[str], settings: Settings, today: datetime.date
) -> list[Remark]:
    """Every remark on *bank* on the day *today*, in file order.

    *pages* are the URIs of docs/.
    """
    of_items = (
        Remark(quiz.path, *place, f"item {item.id!r}: {sentence}", rule)
        for quiz in bank.quizzes
        for item, place, rule, sentence in _quiz_remarks(quiz, settings, today)
    )
    of_bank = (
        Remark(SETTINGS, *place, sentence, rule)
        for place, rule, sentence in bank_faults(bank, pages, settings, "warning")
    )
    of_pairs = (
        Remark(quiz.path, item.line, item.column, f"item {item.id!r}: {sentence}", "L20")
        for quiz, item, sentence in twin_remarks(bank)
    )
    return sorted([*of_items, *of_bank, *of_pairs, *_misconception_remarks(bank)])


def _quiz_remarks(
    quiz: Quiz, settings: Settings, today: datetime.date
) -> Iterator[tuple[Item, Place, str, str]]:
    for item in quiz.items:
        for place, rule, sentence in option_remarks(item, settings):
            yield item, place, rule, sentence
        for rule, sentence in reading_remarks(item, settings):
            yield item, item.place, rule, sentence
        for sentence in source_remarks(item, settings, today):
            yield item, item.place, "L19", sentence
    for item, sentence in dependence_remarks(quiz):
        yield item, item.place, "L22", sentence


def source_remarks(item: Item, settings: Settings, today: datetime.date) -> Iterator[str]:
    """Sources on an unlisted host, and facts that were last checked more than a year ago."""
    for source in item.sources:
        host = urlsplit(source).hostname or ""
        if settings.hosts and host not in settings.hosts:
            yield f"source {host!r} is not one of {', '.join(sorted(settings.hosts))}"
    if item.reviewed and datetime.date.fromisoformat(item.reviewed) < today - STALE_AFTER:
        yield f"its facts were last checked on {item.reviewed}, more than a year ago"


def dependence_remarks(quiz: Quiz) -> Iterator[tuple[Item, str]]:
    """Each item whose key another item of the same page gives away."""
    said = {item.id: _folded(_everything(item)) for item in quiz.items}
    for item in quiz.items:
        for key in item.interaction.right if isinstance(item.interaction, Choice) else []:
            folded = _folded(key)
            giving = [id_ for id_, text in said.items() if id_ != item.id and folded in text]
            if giving and len(folded.split()) >= KEY_SENTENCE:
                yield item, f"its key {key!r} is said in {giving[0]!r}, on the same page"


def _everything(item: Item) -> str:
    return " ".join(
        [item.stem, item.rationale, *(choice.why for choice in item.interaction.choices)]
    )


def _folded(text: str) -> str:
    """*text* as words between single spaces, so that a match is always whole words."""
    letters = "".join(c if c.isalnum() else " " for c in text.casefold())
    return f" {' '.join(letters.split())} "


def _misconception_remarks(bank: Bank) -> Iterator[Remark]:
    """Distractors filed under no misconception; misconceptions with none or too many of them."""
    for quiz, item in bank.items.values() if bank.misconceptions else []:
        for step in item.interaction.distractors:
            if not step.misconception:
                sentence = f"item {item.id!r}: {step.text!r} is filed under no misconception"
                yield Remark(quiz.path, *step.place, sentence, "L21")
    count = misconceptions_used(bank)
    for each in bank.misconceptions:
        place = each.path, each.line, each.column
        share = count[each.id] / max(count.total(), 1)
        if not count[each.id]:
            yield Remark(*place, f"no distractor is filed under {each.id!r}", "L21")
        elif share > MOST_OF_ONE_MISCONCEPTION:
            sentence = f"{share:.0%} of the filed distractors are filed under {each.id!r}"
            yield Remark(*place, f"{sentence}; at most {MOST_OF_ONE_MISCONCEPTION:.0%}", "L21")


def misconceptions_used(bank: Bank) -> Counter[str]:
    """How many distractors are filed under each misconception."""
    wrong = (step for _, item in bank.items.values() for step in item.interaction.distractors)
    return Counter(step.misconception for step in wrong if step.misconception)
