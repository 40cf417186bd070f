"""Bank in, Markdown pages out. What a page looks like is in `templates/`."""

from __future__ import annotations

import calendar
import datetime
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode

import jinja2

from authoring.markdown_text import block, literal, needs_markdown, paragraph, relink, running
from quizbank.lint.items import distractors
from quizbank.model import (
    Bank,
    Choice,
    Interaction,
    Item,
    Match,
    Misconception,
    Number,
    Order,
    Quiz,
    Recall,
    Step,
)
from quizbank.parse.links import quiz_uri
from quizbank.parse.sources import name_of

Entry = TypeVar("Entry")

_PARAGRAPHS = re.compile(r"\n\s*(?:\n|[-*0-9`])")
"""Where Markdown is more than a paragraph."""


def quiz_pages(bank: Bank, repository: str) -> dict[str, str]:
    """A page for each quiz, as `{uri: Markdown}`; *repository* is as for `render_item`."""
    template = _templates.get_template("quiz.md.j2")
    pages: dict[str, str] = {}
    for quiz in bank.quizzes:
        items = [render_item(item, quiz, bank, repository) for item in quiz.items]
        answers = [_answer(item.interaction) for item in quiz.items]
        uri = quiz_uri(quiz.path)
        pages[uri] = relink(template.render(quiz=quiz, items=items, answers=answers), uri)
    return pages


def render_item(item: Item, quiz: Quiz, bank: Bank, repository: str) -> str:
    """The item of *quiz* as Markdown; its links start at the docs root.

    *repository* is the guide's address on GitHub, where readers report mistakes, or ''.
    """
    interaction = item.interaction
    return _templates.get_template("item.md.j2").render(
        item=item,
        home=f"/{quiz_uri(quiz.path)}#{item.id}",
        beliefs=list(_beliefs(item, bank)),
        titles={quiz.page: quiz.title for quiz in bank.quizzes},
        sources=[(source, name_of(source, bank.source_names)) for source in item.sources],
        report=f"{repository}/issues/new?{_report(item, quiz)}" if repository else "",
        key=_key(interaction),
        how=_how(interaction),
        asked=[item.stem, *_asked(interaction)],
        explained=[*_asked(interaction), *_whys(interaction)],
        steps=_shuffled_steps(item.id, interaction) if isinstance(interaction, Order) else [],
        responses=_shuffled_responses(item.id, interaction)
        if isinstance(interaction, Match)
        else [],
    )


def _beliefs(item: Item, bank: Bank) -> Iterator[Misconception]:
    """The misconceptions behind the item's distractors, each once."""
    known = {misconception.id: misconception for misconception in bank.misconceptions}
    for name in dict.fromkeys(step.misconception for step in distractors(item)):
        if name:
            yield known[name]


def _report(item: Item, quiz: Quiz) -> str:
    """The query that fills in a new issue about *item*."""
    body = f"{quiz.path}, item `{item.id}`, revision {item.revision}\n\nWhat is wrong with it:\n"
    return urlencode({"title": f"Question {item.id}: ", "body": body})


def _key(interaction: Interaction) -> str:
    """What `<quiz-check>` grades against; grade.mjs reads it."""
    match interaction:
        case Choice():
            return " ".join(o.id for o in interaction.options if o.id in interaction.key)
        case Order():
            return " ".join(str(number) for number, _ in enumerate(interaction.steps, 1))
        case Match():
            responses = interaction.responses
            return " ".join(str(responses.index(pair.response) + 1) for pair in interaction.pairs)
        case Number():
            return f"{interaction.value} {interaction.tolerance}"
        case Recall():
            return ""


def _answer(interaction: Interaction) -> str:
    """The answer in a line of Markdown, for a key on paper."""
    match interaction:
        case Choice():
            return "; ".join(o.text for o in interaction.options if o.id in interaction.key)
        case Order():
            return " → ".join(step.text for step in interaction.steps)
        case Match():
            pairs = interaction.pairs
            return "; ".join(f"{pair.prompt}: {literal(pair.response)}" for pair in pairs)
        case Number():
            return f"{_grouped(interaction.value)} {interaction.unit}".rstrip()
        case Recall() if _PARAGRAPHS.search(interaction.answer.strip()):
            return "Compare with the explanation on the page."
        case Recall():
            return interaction.answer


def _how(interaction: Interaction) -> str:
    """What the reader is to do, in words."""
    match interaction:
        case Choice() if len(interaction.key) > 1:
            return f"Choose {len(interaction.key)} of {len(interaction.options)}."
        case Choice():
            return "Choose one."
        case Order() if interaction.distractors:
            return f"Put {len(interaction.steps)} in order and leave the others out."
        case Order():
            return f"Put all {len(interaction.steps)} in order."
        case Match():
            return "Choose a response for each."
        case Number():
            return "Enter a number. 1000, 1,000 and 1e3 are the same."
        case Recall():
            return "Say it, think it, or write it down. Then compare."


def _asked(interaction: Interaction) -> list[str]:
    """The texts that a reader sees before answering, beside the stem."""
    match interaction:
        case Choice():
            return [option.text for option in interaction.options]
        case Order():
            return [step.text for step in (*interaction.steps, *interaction.distractors)]
        case Match():
            return [pair.prompt for pair in interaction.pairs]
        case Number():
            return [interaction.unit]
        case Recall():
            return []


def _whys(interaction: Interaction) -> list[str]:
    """The texts that explain what could be chosen."""
    match interaction:
        case Choice():
            return [option.why for option in interaction.options]
        case Order():
            return [step.why for step in (*interaction.steps, *interaction.distractors)]
        case Match():
            return [
                *(pair.why for pair in interaction.pairs),
                *(step.why for step in interaction.distractors),
            ]
        case Number() | Recall():
            return []


def _shuffled_steps(seed: str, order: Order) -> list[tuple[int, Step]]:
    """Every step with its number, never in the right sequence."""
    steps = list(enumerate((*order.steps, *order.distractors), 1))
    shuffled = _shuffled(seed, steps)
    in_sequence = [number for number, _ in shuffled if number <= len(order.steps)]
    if in_sequence == sorted(in_sequence):
        shuffled.reverse()
    return shuffled


def _shuffled_responses(seed: str, match: Match) -> list[tuple[int, str]]:
    return _shuffled(seed, list(enumerate(match.responses, 1)))


def _shuffled(seed: str, entries: Sequence[Entry]) -> list[Entry]:
    """*entries* in an order that looks random and is the same at every build."""

    def rank(numbered: tuple[int, Entry]) -> bytes:
        return hashlib.sha256(f"{seed}/{numbered[0]}".encode()).digest()

    return [entry for _, entry in sorted(enumerate(entries), key=rank)]


def _markdown_attribute(texts: Sequence[str]) -> str:
    """What tells md_in_html to read an element's content, where one of *texts* needs it."""
    return ' markdown="1"' if any(map(needs_markdown, texts)) else ""


def _month(day: str) -> str:
    """2026-11-30 as November 2026; what is no day stays as it is."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return day
    return f"{calendar.month_name[date.month]} {date.year}"


def _grouped(number: str) -> str:
    """A plain number with its thousands set apart: 16,777,216."""
    whole, point, fraction = number.partition(".")
    return f"{int(whole):,}{point}{fraction}" if whole.isdecimal() else number


_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,  # noqa: S701 - what comes out is Markdown; parse.py admits no HTML
)
_templates.filters |= {
    "block": block,
    "grouped": _grouped,
    "month": _month,
    "literal": literal,
    "md": _markdown_attribute,
    "paragraph": paragraph,
    "running": running,
}
