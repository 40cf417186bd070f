"""What choices look like, measured as other banks were: length, grammar, actors, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import fmean

from quizbank.lint.bank import key_places, outstanding
from quizbank.lint.phrases import is_noun_phrase
from quizbank.model import Choice, Item
from quizbank.settings import MEASURES, Form

_SUPERLATIVE = re.compile(r"\b(?:MOST|LEAST|BEST|FIRST)\b")

_WORD = re.compile(r"\S*\w\S*")
"""What has a letter or a digit: the lines of a table are no words."""


def form_rows(items: Iterable[Item], form: Form) -> list[tuple[str, ...]]:
    """A row for each measure of the choices among *items*, beside what other banks have.

    The first row has the names of the columns.
    """
    choices = [
        _Choice(item, f"{item.scenario} {item.stem}", item.interaction.texts)
        for item in items
        if isinstance(item.interaction, Choice)
    ]
    if not choices:
        return []
    nothing = ("",) * len(form.banks)
    asked = {"actor": bool(form.actor), "services": bool(form.services)}
    rows = [
        (
            words.format(actor=form.actor),
            _COUNTS[name](choices, form),
            *form.elsewhere.get(name, nothing),
        )
        for name, words in MEASURES.items()
        if asked.get(name, True)
    ]
    return [("how the choices look", "here", *form.banks), *rows]


@dataclass(frozen=True, slots=True)
class _Choice:
    item: Item
    case: str
    """What is read before the options: scenario and stem."""
    options: tuple[str, ...]


def _stem_words(choices: list[_Choice], _form: Form) -> str:
    return f"{fmean(len(_WORD.findall(each.case)) for each in choices):.1f}"


def _option_words(choices: list[_Choice], _form: Form) -> str:
    words = (len(_WORD.findall(text)) for each in choices for text in each.options)
    return f"{fmean(words):.1f}"


def _noun_phrases(choices: list[_Choice], _form: Form) -> str:
    return _share(is_noun_phrase(text) for each in choices for text in each.options)


def _only_noun_phrases(choices: list[_Choice], _form: Form) -> str:
    return _share(all(map(is_noun_phrase, each.options)) for each in choices)


def _actor(choices: list[_Choice], form: Form) -> str:
    actor = _any_of([form.actor], re.IGNORECASE)
    return _share(bool(actor.search(each.case)) for each in choices)


def _services(choices: list[_Choice], form: Form) -> str:
    service = _any_of(form.services)
    return _share(
        any(service.search(text) for text in (each.case, *each.options)) for each in choices
    )


def _superlatives(choices: list[_Choice], _form: Form) -> str:
    return _share(bool(_SUPERLATIVE.search(each.case)) for each in choices)


def _longest(choices: list[_Choice], _form: Form) -> str:
    return f"{outstanding([each.item for each in choices], max):.0%}"


def _shortest(choices: list[_Choice], _form: Form) -> str:
    return f"{outstanding([each.item for each in choices], min):.0%}"


def _second(choices: list[_Choice], _form: Form) -> str:
    return _share(place == 2 for place in key_places(each.item for each in choices))


_COUNTS: dict[str, Callable[[list[_Choice], Form], str]] = {
    "stem_words": _stem_words,
    "option_words": _option_words,
    "noun_phrases": _noun_phrases,
    "only_noun_phrases": _only_noun_phrases,
    "actor": _actor,
    "services": _services,
    "superlatives": _superlatives,
    "longest": _longest,
    "shortest": _shortest,
    "second": _second,
}


def _any_of(names: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """Any of *names* as a whole word; nothing where there are none."""
    alternatives = "|".join(map(re.escape, filter(None, names)))
    return re.compile(rf"\b(?:{alternatives or '(?!)'})\b", flags)


def _share(hits: Iterable[bool]) -> str:
    """How many of *hits* are true; '-' where there is nothing to count."""
    counted = list(hits)
    return f"{fmean(counted):.0%}" if counted else "-"
