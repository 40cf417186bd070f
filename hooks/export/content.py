"""The parts of an item that several formats write in the same way."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import TypeVar

from export.edition import Edition
from export.text import line_html, to_html
from quizbank.model import Choice, Item, Match, Number, Order, Quiz, Recall
from quizbank.parse.links import quiz_uri
from quizbank.shuffle import in_seeded_order

Entry = TypeVar("Entry")

NOT_USED = "not used"
"""What a step that has no place in the sequence is matched with."""


def objective_groups(
    written: Iterator[tuple[Quiz, Item, str]],
) -> dict[str, list[tuple[Quiz, Item, str]]]:
    """The written items by objective, in the order of the objectives."""
    groups: dict[str, list[tuple[Quiz, Item, str]]] = {}
    for entry in written:
        groups.setdefault(entry[1].objective, []).append(entry)
    return dict(sorted(groups.items()))


def tags(quiz: Quiz, item: Item) -> list[str]:
    """What an item is filed under: its objective, its page, its kind, its difficulty."""
    page = quiz.page.removesuffix(".md").replace("/", "::").replace(" ", "-")
    return [
        f"objective::{item.objective}",
        page,
        f"kind::{item.interaction.name}",
        f"difficulty::{item.difficulty}",
    ]


def question(item: Item, edition: Edition) -> str:
    """The scenario, the stem and the unit of the answer, as HTML."""
    stem = f"<p>{line_html(item.stem.strip(), edition.address)}</p>"
    parts = [to_html(item.scenario, edition.address), stem]
    if isinstance(item.interaction, Number) and item.interaction.unit:
        parts.append(f"<p>Unit: {line_html(item.interaction.unit, edition.address)}</p>")
    return "".join(parts)


def positions(order: Order) -> list[tuple[str, str]]:
    """Each step with its number in the sequence, or NOT_USED."""
    numbered = [(step.text, str(number)) for number, step in enumerate(order.steps, 1)]
    return [*numbered, *((step.text, NOT_USED) for step in order.distractors)]


def reasons(item: Item) -> list[tuple[str, str]]:
    """Each choice and why it is right or wrong, both as Markdown."""
    match item.interaction:
        case Choice(options=options):
            return [(option.text, option.why) for option in options]
        case Order(steps=steps, distractors=distractors):
            return [(step.text, step.why) for step in (*steps, *distractors)]
        case Match(pairs=pairs, distractors=distractors):
            return [
                *((pair.prompt, pair.why) for pair in pairs),
                *((step.text, step.why) for step in distractors),
            ]
        case Number() | Recall():
            return []


def reasons_html(item: Item, edition: Edition) -> str:
    """The reasons as a list, or ''."""
    entries = [
        f"<li><b>{line_html(text, edition.address)}</b>: {line_html(why, edition.address)}</li>"
        for text, why in reasons(item)
        if why
    ]
    return f"<ul>{''.join(entries)}</ul>" if entries else ""


def general_feedback(quiz: Quiz, item: Item, edition: Edition) -> str:
    """The HTML that everybody reads afterward, with the reasons that answers cannot hold."""
    by_answer = isinstance(item.interaction, Choice)
    parts = [
        to_html(item.interaction.model_answer, edition.address),
        to_html(item.rationale, edition.address),
        "" if by_answer else reasons_html(item, edition),
        links_html(quiz, item, edition),
    ]
    return "".join(parts)


def links_html(quiz: Quiz, item: Item, edition: Edition) -> str:
    """Links to the item and to its section in the guide, or ''."""
    if not (home := edition.address(quiz_uri(quiz.path))):
        return ""
    here = html.escape(f"{home}#{item.id}")
    section = html.escape(edition.address(quiz.page))
    return (
        f'<p><a href="{here}">This question in the guide</a> · '
        f'<a href="{section}">{html.escape(quiz.title)}</a></p>'
    )


def shuffled(seed: str, entries: Sequence[Entry]) -> list[Entry]:
    """*entries* in an order that looks random, is the same every time, and is not as it was."""
    mixed = in_seeded_order(seed, entries)
    return mixed[::-1] if mixed == list(entries) else mixed
