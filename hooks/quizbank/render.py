"""Writes a Bank as Markdown pages. What a page looks like is in `templates/`."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

import jinja2

from authoring.markdown_text import block, literal, needs_markdown, paragraph, relink, running
from quizbank.model import Bank, Item, Match, Misconception, Order, Quiz, Step
from quizbank.parse.links import quiz_uri
from quizbank.parse.sources import name_of
from quizbank.shuffle import in_seeded_order

_PARAGRAPHS = re.compile(r"\n\s*(?:\n|[-*0-9`])")
"""Matches where Markdown has more than one paragraph."""


def quiz_pages(bank: Bank, repository: str) -> dict[str, str]:
    """A page for each quiz, as `{uri: Markdown}`; *repository* is as for `render_item`."""
    template = _templates.get_template("quiz.md.j2")
    pages: dict[str, str] = {}
    for quiz in bank.quizzes:
        items = [render_item(item, quiz, bank, repository) for item in quiz.items]
        answers = [_answer_line(item) for item in quiz.items]
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
        titles=bank.titles,
        sources=[(source, name_of(source, bank.source_names)) for source in item.sources],
        report=f"{repository}/issues/new?{_report(item, quiz)}" if repository else "",
        asked=[item.stem, *interaction.texts],
        explained=[*interaction.texts, *(choice.why for choice in interaction.choices)],
    )


def _beliefs(item: Item, bank: Bank) -> Iterator[Misconception]:
    """The misconceptions behind the item's distractors, each once."""
    for name in dict.fromkeys(step.misconception for step in item.interaction.distractors):
        if name:
            yield bank.beliefs[name]


def _report(item: Item, quiz: Quiz) -> str:
    """The query that fills in a new issue about *item*."""
    body = f"{quiz.path}, item `{item.id}`, revision {item.revision}\n\nWhat is wrong with it:\n"
    return urlencode({"title": f"Question {item.id}: ", "body": body})


def _answer_line(item: Item) -> str:
    """The answer in a line of Markdown, for a key on paper."""
    interaction = item.interaction
    return _templates.get_template(f"{interaction.name}-answer.md.j2").render(answer=interaction)


def _has_blocks(text: str) -> bool:
    """Whether *text* is more Markdown than one paragraph."""
    return bool(_PARAGRAPHS.search(text.strip()))


def _shuffled_steps(order: Order, seed: str) -> list[tuple[int, Step]]:
    """Every step with its number, never in the right sequence."""
    steps = list(enumerate(order.choices, 1))
    shuffled = in_seeded_order(seed, steps)
    in_sequence = [number for number, _ in shuffled if number <= len(order.steps)]
    if in_sequence == sorted(in_sequence):
        shuffled.reverse()
    return shuffled


def _shuffled_responses(match: Match, seed: str) -> list[tuple[int, str]]:
    """Every response with its number."""
    return in_seeded_order(seed, list(enumerate(match.responses, 1)))


def _markdown_attribute(texts: Sequence[str]) -> str:
    """The attribute that lets md_in_html read an element, if one of *texts* needs it."""
    return ' markdown="1"' if any(map(needs_markdown, texts)) else ""


def _month(day: str) -> str:
    """2026-11-30 as November 2026; anything else stays as it is."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return day
    return f"{calendar.month_name[date.month]} {date.year}"


def grouped(number: str) -> str:
    """A plain number with commas between thousands: 16,777,216."""
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
    "grouped": grouped,
    "month": _month,
    "literal": literal,
    "md": _markdown_attribute,
    "paragraph": paragraph,
    "running": running,
    "shuffled_responses": _shuffled_responses,
    "shuffled_steps": _shuffled_steps,
}
_templates.tests["several_blocks"] = _has_blocks
