"""What a question offers before it is answered, as HTML and as text."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from export.content import positions, shuffled
from export.edition import Edition
from export.text import line_html, to_plain
from quizbank.model import Choice, Item, Match, Number, Order, Recall


def offered_html(item: Item, edition: Edition) -> str:
    """What can be chosen, in an order that gives nothing away; '' where nothing can."""
    match item.interaction:
        case Choice(options=options):
            texts = [option.text for option in shuffled(item.id, options)]
            return list_html("ul", texts, edition)
        case Order() as order:
            steps = [text for text, _ in positions(order)]
            return list_html("ul", shuffled(item.id, steps), edition)
        case Match(pairs=pairs) as match:
            prompts = list_html("ul", [pair.prompt for pair in pairs], edition)
            responses = [html.escape(text) for text in shuffled(item.id, match.responses)]
            return f"{prompts}<p>Choose from: {'; '.join(responses)}</p>"
        case Number() | Recall():
            return ""


def list_html(tag: str, texts: Sequence[str], edition: Edition) -> str:
    """A list of *texts*, which are Markdown."""
    entries = (f"<li>{line_html(text, edition.address)}</li>" for text in texts)
    return f"<{tag}>{''.join(entries)}</{tag}>"


def front_text(item: Item) -> str:
    """The scenario, the stem and what can be chosen, each on its line."""
    return "\n".join([*filter(None, map(to_plain, (item.scenario, item.stem))), *_offered(item)])


def _offered(item: Item) -> Iterator[str]:
    match item.interaction:
        case Choice(options=options):
            yield from (f"{option.id}) {to_plain(option.text)}" for option in options)
        case Order() as order:
            steps = sorted(to_plain(text) for text, _ in positions(order))
            yield from (f"• {step}" for step in steps)
        case Match(pairs=pairs) as match:
            yield from (f"• {to_plain(pair.prompt)}" for pair in pairs)
            yield f"Choose from: {'; '.join(sorted(match.responses))}"
        case Number(unit=unit) if unit:
            yield f"Unit: {to_plain(unit)}"
